"""The turns by which documents ask and worry, language by language, as parts of patterns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One language. `asks`: what a body does ("recommends"); `must`: what is said of the State ("should").

    `bodies` and `states` name who speaks and who is spoken of; `between` may stand between them and their verb.
    """

    bodies: tuple[str, ...]
    asks: tuple[str, ...]
    states: tuple[str, ...]
    must: tuple[str, ...]
    alone: tuple[str, ...]
    worries: tuple[str, ...]
    between: str


# "should have had a mechanism in 2018" reproaches; "should have access" demands
_NOT_DONE = (
    r"(?! (?:\w+ )?have (?:\w+ly |already |long )?(?:had|been|done|taken|made|given|gone|begun|come)\b)"
)

# "Detainees should be told ...": whoever it is, as long as nobody is said to note or to regret it
_ANYBODY_SHOULD = (
    r"^(?!(?:The )?(?:Committee|Subcommittee|SPT|delegation)\b|(?:It|While|Although|Despite|Noting|Under|According)\b)"
    r"(?:(?:In addition|Furthermore|Moreover|Finally|Lastly|Similarly|To that end|In particular|Additionally), \w"
    r"|(?:In (?:the )?light of|In line with|In accordance with) [^,;:.]{3,120}, \w|[A-Z])"
    r"(?:(?!\b(?:told|said|stated|complained|alleged|claimed|felt|believed|thought|explained)\b)[\w’'() -]){2,120}? (?:should|must)\b(?! have (?:had|been)\b) (?:also |therefore |further |always |never |not |immediately |promptly )?"
    r"(?:be|have|receive|include|ensure|take|cover|apply|contain|provide|undergo|focus|enjoy|benefit|record|remain|be)\b"
)

# "The State party, taking into account what the study recommends on schools, should ...": its verb stands far behind
_STATE_FAR_FROM_VERB = (
    r"^(?!(?:The )?(?:Committee|Subcommittee|SPT|delegation)\b|(?:It|While|Although|Despite)\b)(?:(?:[^.;:]|\bNo\. ){2,160}?, )?"
    r"[Tt]he (?:State [Pp]arty|Government|authorities), (?!(?:which|who|whose|whom|whereby)\b)(?:[^.;:]|\bNo\. ){3,250}?, "
    r"(?:should|must|(?:is|are) (?:\w+ ){0,2}?(?:urged|encouraged|invited|requested|called upon))\b"
)
# "Under no circumstances should the State party ...": the verb before whom it binds
_VERB_FIRST = r"^(?:\w[^.;:]{0,80}, )?(?:[Uu]nder no circumstances?|[Ii]n no (?:case|circumstances?|event)|[Aa]t no time|[Nn]or|[Ii]n no way) (?:should|must)\b"
_IT_IS_IMPERATIVE = (
    r"^(?:(?:\w[^.;:]{0,80}, )?[Ii]t is|It remains) (?:\w+ )?(?:imperative|essential|crucial|vital|indispensable|necessary|important|urgent|of (?:the )?utmost importance|incumbent) "
    r"(?:(?:that|for|upon) (?:the )?(?:States? [Pp]art(?:y|ies)|[Gg]overnment|authorities)\b|that [^.;:]{3,160}? be \w+)"
)

ENGLISH = Wording(
    bodies=(
        r"\b[Cc]ommittees?\b(?![’'])",
        r"\bSub-?[Cc]ommittee(?: on Prevention(?: of Torture)?)?\b(?![’'])",
        r"\bSPT\b(?![’'])",
        r"\bNPM\b(?![’'])",
        r"(?:^|[.;]\s|\band |, |“)[Ii]t\b",
    ),
    asks=(
        r"recommends?\b(?!ation)",
        r"urges?\b",
        r"call(?:s|ing)? (?:up)?on\b",
        r"calls for\b",
        r"encourages?\b",
        r"invites?\b",
        r"requests\b",
        r"suggests?\b",
        r"exhorts?\b",
        r"advises\b",
        r"appeals to\b",
        r"insists\b",
        r"asks (?:the|that|for)\b",
        r"(?:wishes|would like|would wish|wants) (?:\w+ )?to (?:\w+ )?(?:recommend|encourage|urge|suggest|invite|request|call)\b",
        r"would (?:recommend|encourage|welcome|urge|appreciate receiving)\b",
        r"(?:reiterates?|repeats|renews|reaffirms|recalls and reiterates|draws attention to and reiterates)\b[^.;:]{0,110}?\b(?:recommendations?|recommended|requests?|calls?|appeals?|invitations?|suggestions?|encouragement)(?![a-z])",
        r"(?:reiterates?|stresses|underlines|underscores|emphasi[sz]es|considers|believes|trusts|repeats|recalls(?! that (?:it|the Committee) (?:had )?(?:previously|already|earlier))|is of the (?:view|opinion)|reminds the State party) that\b[^.;:]{0,120}?\b(?:should|must|needs? to|ought to|is obliged to|has (?:an|the) obligation to)\b",
        r"(?:stresses|underlines|underscores|emphasi[sz]es) the (?:need|importance|necessity) (?:for the State party |of the State party )?(?:to|of|for)\b",
        r"places special emphasis on the need for\b",
        r"(?:considers|finds|deems) it (?:\w+ )?(?:desirable|necessary|important|essential|advisable|imperative|appropriate) (?:that|to|for)\b",
        r"expects the State party to\b",
        r"(?:draws (?:the )?(?:State party[’']s )?attention(?: of the State party)? to|reminds the State party of) (?:the need for it to\b|the need to\b|its (?:\w+ )?(?:obligations?|duty|duties|commitments?)\b[^.;:]{0,120}? to (?:\w+ly )?(?:ensure|prevent|take|adopt|investigate|provide|guarantee|respect|protect|prohibit|prosecute|submit|implement|make)\b)",
        r"would (?:also |further )?like to see\b",
        r"(?:trusts|expects) that the (?:State party|Government|authorities) will\b",
    ),
    states=(
        r"\bStates? [Pp]art(?:y|ies)\b(?: concerned)?(?![’'])",
        r"\b[Gg]overnment\b(?: of [A-Z]\w+)?(?![’'])",
        r"\b[Aa]uthorities\b",
        r"\bStates?\b(?![’'])",
        r"(?:^|[.;:,]\s)(?:[Ii]t|[Tt]hey)\b",
        r"(?:^|[.;]\s)(?:[\w’ -]{0,40})?\b(?:[Mm]easures|[Ss]teps|[Ee]fforts|[Aa]ction|[Pp]rovision|[Aa]ttention|[Cc]onsideration|[Ll]egislation|[Ll]aws?)\b[^,;:]{0,80}?",
    ),
    must=(
        rf"should\b{_NOT_DONE}",
        r"must\b",
        r"shall\b",
        r"ought to\b",
        r"needs(?:, [^.;:]{3,60},)? to\b",
        r"has to\b(?! (?:some|date|a)\b)",
        r"would be well advised to\b",
        r"is reminded of its (?:obligations?|duty) to\b",
        r"(?:is|are) (?:[\w,]+ ){0,4}?(?:urged|encouraged|invited|requested|called (?:up)?on|recommended|asked|advised)\b",
    ),
    alone=(
        r"(?:^|[;,] )(?:and )?(?:(?:also|further|therefore|accordingly|in particular|strongly|once again|again)[, ]+){0,3}(?:recommends|urges|calls upon|calls on|encourages|invites|reiterates its (?:previous )?recommendation)\b(?! the establishment by)",
        r"\b(?:[Rr]ecommends|[Uu]rges) that\b",
        (
            r"\band (?:(?:also|further|therefore|strongly|once again)[, ]+){0,2}(?:recommends (?:to |that )?|urges |calls (?:up)?on |encourages |invites |requests (?:that )?)"
            r"(?:the |all )?(?:relevant |competent )?(?:States? [Pp]art(?:y|ies)|[Gg]overnment|authorities)\b(?![’'])"
        ),
        r"\band (?:\w+ )?(?:urges|requests|calls (?:up)?on|invites) it to\b",
        r"\b(?:[Ii]t|[Tt]he following) (?:is|are) (?:also |further )?recommended\b",
        r"\bCommittee\b[^.]{0,160}?\bdecide[sd] to (?:request|recommend|invite|urge) the State",
        r"^(?:The )?SPT recommendation",
        _ANYBODY_SHOULD,
        _STATE_FAR_FROM_VERB,
        _VERB_FIRST,
        _IT_IS_IMPERATIVE,
    ),
    worries=(
        r"\bconcerns?\b",
        r"\bconcerned\b(?! (?:persons|parties|authorities|bodies|individuals|women|States))",
        r"\bregrets?\b",
        r"\bregrettabl[ey]\b",
        r"\bworr(?:ied|y|ies|ying|isome)\b",
        r"\balarm(?:ed|ing)\b",
        r"\bdeplor\w+",
        r"\bdisturb(?:ed|ing)\b",
        r"\bdismay(?:ed)?\b",
        r"\bappalled\b",
        r"\btroubled\b",
        r"\bpreoccupied\b",
        r"\bdisappoint\w*",
        r"\bcondemns\b",
    ),
    between=r"(?:[\s,–—]+(?!(?:that|who|which|recommendations?)\b)[\w’'‑()-]+){0,9}?[\s,–—]+",
)

RUSSIAN = Wording(
    bodies=(r"\b[Кк]омитеты?\b", r"\bППП\b", r"\b[Пп]одкомитет\b", r"(?:^|[.;]\s|, |\bи )[Оо]н\b"),
    asks=(
        r"рекоменду[ею]т",
        r"призыва[ею]т",
        r"предлага[ею]т",
        r"прос[ия]т\b",
        r"побужда[ею]т",
        r"настаива[ею]т",
        r"совету[ею]т",
        r"поощря[ею]т",
        r"приглаша[ею]т",
        r"обраща[ею]тся (?:\w+ )?(?:с (?:призывом|просьбой)|к)",
        r"выражает пожелание",
        r"(?:подтвержда[ею]т|повторя[ею]т|напомина[ею]т|воспроизводит|вновь излагает)\b[^.;:]{0,110}?(?:рекомендаци|призыв|просьб|предложени)",
        r"(?:считает|полагает|подч[её]ркивает|напоминает),? что\b[^.;:]{0,120}?(?:следует|должн[оыа]\b|необходимо|обязано)",
        r"хотел бы (?:\w+ )?(?:рекомендовать|призвать|предложить|просить)",
        r"подч[её]ркивает (?:необходимость|важность)",
    ),
    states=(
        r"\b[Гг]осударств(?:у|ам)-участник(?:у|ам)\b",
        r"\b[Гг]осударств(?:о|а)-участник(?:и)?\b",
        r"(?:^|[.;:,]\s)(?:[Ее]му|[Оо]но|[Ии]м)\b",
        r"\b[Вв]ласт(?:ям|и)\b",
        r"\b[Пп]равительств[уо]\b",
    ),
    must=(
        r"следует",
        r"надлежит",
        r"необходимо",
        r"рекомендуется",
        r"предлагается",
        r"нужно",
        r"должн[оы]\b(?! был)",
        r"обязан[оы]\b",
        r"призыва[ею]тся",
    ),
    alone=(
        # what somebody else says should be done is told, and not asked
        r"^(?!.{0,80}\bпо (?:словам|мнению|утверждению|заявлению)\b(?! Комитета))(?!.{0,20}\b[Кк]ак (?:сообщ|заяв|указ|отмет)\w+ (?!Комитет))(?:[\w-]+[\s,]+){0,6}?[Сс]ледует\b",
        r"(?:[;,]|\bи\b|а также)\s*(?:настоятельно )?(?:рекомендует|призывает|предлагает)\b",
        r"\b[Рр]екомендует государств",
    ),
    worries=(r"обеспокоен", r"озабочен", r"сожале", r"тревог", r"встревож", r"беспоко", r"сожалением"),
    between=r"(?:[\s,–—]+(?!(?:что|который|которые|которая)\b)[\w’‑()-]+){0,11}?[\s,–—]+",
)

FRENCH = Wording(
    bodies=(r"\b(?:Sous-)?Comité\b", r"(?:^|[.;]\s)[Ii]l\b"),
    asks=(
        r"recommande\b",
        r"engage\b",
        r"invite\b",
        r"prie\b",
        r"demande\b",
        r"exhorte\b",
        r"encourage\b",
        r"conseille\b",
        r"appelle\b",
        r"suggère\b",
        r"réitère (?:sa|ses|son)\b[^.;:]{0,60}?(?:recommandation|demande|appel)",
    ),
    states=(r"\b[ÉE]tats? parties?\b", r"(?:^|[.;]\s)[Ii]l\b"),
    must=(r"devrait\b", r"devraient\b", r"doit\b", r"est (?:\w+ )?(?:invité|prié|encouragé|engagé|appelé)\b"),
    alone=(r"\b[Rr]ecommande (?:à l’|à l'|que)",),
    worries=(r"préoccup", r"inqui[eè]t", r"regrett", r"déplor", r"constern"),
    between=r"(?:[\s,]+(?!(?:que|qui)\b)[\w’'-]+){0,9}?[\s,]+",
)

SPANISH = Wording(
    bodies=(r"\b(?:Sub)?[Cc]omité\b",),
    asks=(
        r"recomienda\b",
        r"insta\b",
        r"exhorta\b",
        r"alienta\b",
        r"pide\b",
        r"invita\b",
        r"solicita\b",
        r"sugiere\b",
        r"reitera (?:su|sus)\b[^.;:]{0,60}?(?:recomendaci|petici|solicitud|llamamiento)",
    ),
    states=(r"\bEstados? partes?\b", r"(?:^|[.;]\s)(?:También|Asimismo|Además)\b"),
    must=(r"debe\b", r"debería\b", r"deberá\b", r"ha de\b"),
    alone=(
        r"\b[Ss]e (?:le )?(?:insta|alienta|invita|pide|recomienda|exhorta|solicita|ruega)\b",
        # the subject of a verb that opens a sentence is the committee named before it
        (
            r"^(?:(?:También|Asimismo|Además),? )?(?:lo |la )?(?:[Rr]ecomienda|[Aa]lienta|[Ii]nsta|[Ee]xhorta|[Ii]nvita|[Pp]ide|[Ss]olicita) "
            r"(?:\w+ )?(?:al? (?:los )?(?:Estados? partes?|Gobierno|autoridades)\b|que\b)"
        ),
        r"\b[Rr]ecomienda (?:al|que)\b",
    ),
    worries=(r"preocup", r"lamenta", r"inquiet", r"alarm", r"deplora"),
    between=r"(?:[\s,]+(?!que\b)[\w’'-]+){0,9}?[\s,]+",
)

# the verb stands last in Kazakh, far from who speaks
KAZAKH = Wording(
    bodies=(r"\b[Кк]омитет\b",),
    asks=(
        r"ұсынады\b",
        r"ұсыныс (?:жасайды|береді)",
        r"кеңес береді",
        r"шақырады\b",
        r"үндейді\b",
        r"сұрайды\b",
        r"талап етеді",
        r"(?:ұсынысын|ұсынымын)\w* (?:қайталайды|еске салады)",
    ),
    states=(
        r"\b[Ққ]атысушы[- ]мемлекет(?:ке|тің)?\b",
        r"\b[Мм]емлекет-қатысушы(?:ға|ның)?\b",
        r"\b[Оо]ған\b",
    ),
    must=(r"тиіс\b", r"керек\b", r"қажет\b", r"ұсынылады\b", r"міндетті\b"),
    alone=(r"\b[Ққ]атысушы[- ]мемлекетке [^.;]{0,200}ұсын",),
    worries=(r"алаңда", r"өкін", r"мазаса", r"қауіптен"),
    between=r"[^.;:]{0,700}?[\s,]+",
)

BY_LANGUAGE = {"en": ENGLISH, "ru": RUSSIAN, "fr": FRENCH, "es": SPANISH, "kk": KAZAKH}
