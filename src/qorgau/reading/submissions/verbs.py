"""Verbs that tell somebody to do something, and words that open a question: what demands begin with."""

from __future__ import annotations

IMPERATIVES = frozenset(
    """
    abandon abide accomplish employ reach abolish abstain accede accelerate accept achieve acknowledge act adapt address adhere adjust adopt
    advance align allocate allow amend analyse analyze annul apologise apologize apply appoint approve arrange ask assess
    assign assist assure authorise authorize avoid ban base bring broaden build carry cease change charge check clarify
    close collect combat commence commit commute compensate compile complete comply conclude condemn conduct confirm
    consider consult continue contribute convene cooperate co-operate coordinate correct counter create criminalise
    criminalize cut deal decide declare decrease decriminalise decriminalize dedicate define deliver demonstrate deploy
    describe design designate detail determine develop devise devote disaggregate discharge disclose discontinue dismiss
    disseminate distribute divert draft drop educate elaborate elect eliminate embed empower enable enact encourage end
    endorse enforce engage enhance enlarge ensure enter equip eradicate establish evaluate examine exclude execute exempt
    expand expedite explain explore extend facilitate finalise finalize find follow formalise formalize formulate foster
    free fulfil fulfill fund give grant guarantee halt harmonise harmonize have hold honour identify implement impose
    improve include incorporate increase indicate inform initiate inspect install instigate institute institutionalise
    institutionalize instruct integrate intensify introduce invest investigate invite involve issue join keep launch
    legislate liaise lift limit lower maintain make mandate meet minimise minimize mobilise mobilize modernise modernize
    modify monitor move nominate notify observe obtain offer open oppose order organise organize overturn pass pay
    penalise penalize permit plan pledge prepare present preserve press prevent prioritise prioritize proceed procure
    produce prohibit promote promulgate propose prosecute protect provide publicise publicize publish punish pursue put
    quash raise ratify re-establish re-examine reaffirm realise realize recall recognise recognize reconsider record
    recruit redefine redouble reduce refer reform refrain regulate rehabilitate reinforce reinstate reinstitute reject
    release remedy remove renew reopen re-open repatriate repeal replace report require rescind resolve resource respect
    respond restore restrict resume retain return reveal review revise revoke revisit safeguard scrap secure seek send
    separate set share sign simplify specify speed sponsor standardise standardize start step stop streamline strengthen
    strive submit substitute supply support suspend sustain tackle take teach tell terminate tighten track train transfer translate
    transmit treat undertake unblock update upgrade uphold urge use utilise utilize verify vest vacate waive widen
    withdraw work write
    """.split()
)

ASKING_FIRST = (
    r"(?:please|kindly|explain|clarify|indicate|specify|comment|describe|elaborate|state\s+(?:whether|how|what|the)|"
    r"what|which|who|when|where|why|how|does|do|did|is|are|was|were|has|have|can|could|will|would)"
)
INFORMATION = r"(?:information|data|statistics?|details?|examples?|figures|updates?|clarifications?|explanations?|copies)"

RU_ASKING_FIRST = (
    r"(?:просим\s+(?:указать|сообщить|пояснить|представить|предоставить|описать|уточнить|прокомментировать|разъяснить)|"
    r"просьба|пожалуйста|укажите|сообщите|поясните|предоставьте|представьте|опишите|уточните|прокомментируйте|разъясните|"
    r"как(?:ие|ой|ая|ова|ов|им|овы)?|скольк\w+|существу[ею]т|планирует\w*|почему|где|когда|кто|что|имеется|имеются|"
    r"были|было|будет|будут|ведется|ведётся|проводится)"
)
