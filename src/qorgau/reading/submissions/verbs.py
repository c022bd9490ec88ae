"""Verbs that tell somebody to do something, and words that open a question: what demands begin with."""

from __future__ import annotations

IMPERATIVES = frozenset(
    """
    abandon abide abolish abstain accede accelerate accept accomplish achieve acknowledge act adapt address
    adhere adjust adopt advance affirm afford aim align alleviate allocate allow amend amplify analyse
    analyze anchor annul answer apologise apologize apply appoint approve arrange ask assess assign assist
    assume assure attach attract authorise authorize avoid await back ban base boost break bridge bring
    broaden build buy cancel capture carry cease change channel charge check clarify close co-operate codify
    collect combat commemorate commence commit communicate commute compel compensate compile complement
    complete comply conclude condemn conduct confine confirm confront consider consolidate construct consult
    contact continue contribute convene convert cooperate coordinate correct counter cover create
    criminalise criminalize cultivate curb cure cut deal debate decentralise decentralize decide declare
    decrease decriminalise decriminalize dedicate deepen defend defer define delegate delete deliver
    demilitarise demonstrate deny depart deploy deport derogate describe design designate detail deter
    determine develop devise devote dignify disaggregate discharge disclose discontinue dismiss disseminate
    distribute diversify divert draft drop earmark ease educate elaborate elect elevate eliminate embed
    embrace emphasise emphasize employ empower enable enact encourage end endorse enforce engage enhance
    enlarge ensure enter entrench entrust equalise equalize equip eradicate erase establish evaluate examine
    exclude execute exempt exercise exert expand expedite explain explore extend face facilitate fast-track
    fight finalise finalize finance find fix follow formalise formalize formulate foster free fulfil fulfill
    fund furnish gather give grant grow guarantee halt harmonise harmonize hasten have hear heed help hire
    hold honour humanise humanize identify implement impose improve incentivise incentivize include
    incorporate increase indicate inform initiate insert insist inspect install instigate institute
    institutionalise institutionalize instruct insulate integrate intensify introduce invalidate invest
    investigate invite involve isolate issue join judge justify keep label launch lead learn leave legislate
    let liaise license lift limit list listen locate lodge look lower mainstream maintain make mandate mark
    match measure mediate meet mend merge minimise minimize mitigate mobilise mobilize modernise modernize
    modify monitor motivate move multiply name narrow negotiate neutralise nominate normalise notify
    obligate oblige observe obtain occupy offer open operationalise operationalize oppose opt order organise
    organize outlaw overcome overhaul oversee overturn pass pay penalise penalize permit pilot plan pledge
    postpone practise preclude prefer prepare present preserve press prevent prioritise prioritize privilege
    proceed procure produce professionalise prohibit promote promulgate propose proscribe prosecute protect
    provide publicise publicize publish pull punish pursue push put qualify quash raise ratify re-establish
    re-evaluate re-examine re-open reaccredit reach reactivate readmit reaffirm realise realize reallocate
    reassess reassign rebuild recall recognise recognize recommend recommit reconcile reconsider reconstruct
    record recruit rectify redefine redirect redouble redraft redress reduce refer reform refrain refund
    register regulate rehabilitate reimburse reinforce reinstate reinstitute reintegrate reintroduce
    reiterate reject relax release relieve relocate remedy remove render renew reopen reorganise repair
    repatriate repay repeal replace report require rescind rescue resettle resist resolve resource respect
    respond restart restore restrict restructure resubmit resume retain return reunite reveal reverse revert
    review revise revisit revitalise revitalize revoke rewrite roll run safeguard sanction save scale scrap
    screen scrutinise scrutinize secure seek send sensitise sensitize separate serve set settle share shift
    shorten shut sign simplify solicit solve speak specify speed spend sponsor spread staff standardise
    standardize start steer step stop streamline strengthen strive structure submit subscribe subsidise
    subsidize substitute summon supervise supply support surrender survey suspend sustain tackle tailor take
    target teach tell terminate tighten trace track train transfer transform translate transmit transport
    transpose treat trigger try turn unblock underline undertake unify unite update upgrade uphold urge use
    utilise utilize vacate validate verify vest visit waive warn watch weigh welcome widen withdraw work
    write lay place count clear phase rely shield strip free wind deduct credit drive restrain rotate ask feed house admit adjourn acquit forbid bar fine equip revoke connect oblige fence triple refuse ring-fence deposit
    """.split()
)

# Verbs that are nouns as well: "Release of prisoners" and "Report" are headings, "Release the prisoners" is a demand.
ALSO_NOUNS = frozenset(
    """
    address aid answer institute watch counsel council place ask count shield ban cancel change charge check comment contact cover deal debate detail draft end exercise face
    fight finance free fund grant halt help hold increase issue judge label lead leave licence license limit list measure
    move name offer order pilot plan present record redress reform release repair repeal report request respect return
    review sanction scale screen search shift sign staff start state stop structure supply support survey target trace
    train transfer transport treat trigger use visit work fine bar
    """.split()
)
AFTER_NOUN = frozenset("of for in on and to by at from against between under or as during after".split())

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
