"""The turns by which documents welcome and question, of all languages at once, as parts of patterns."""

from __future__ import annotations

WELCOMES = (
    r"\bwelcom(?:es?|ed|ing)\b",
    r"\bcommends?\b",
    r"\bappreciat\w+",
    r"\bcongratulat\w+",
    r"\bsatisfaction\b",
    r"\bpositively\b",
    r"\bwith interest\b",
    r"\bpraises?\b",
    r"\b(?:gratified|pleased|encouraged)\b",
    r"приветству",
    r"удовлетворени",
    r"высоко оценив",
    r"воздает должное",
    r"с интересом",
    r"\bsalue\b",
    r"se félicite",
    r"accueille",
    r"celebra",
    r"\bacoge\b",
    r"felicita",
)

QUESTIONS = (
    r"\b[Pp]lease\b",
    r"^\s*(?:[Kk]indly|We would (?:be grateful|appreciate it) if you (?:would|could)) (?:also )?(?:provide|describe|indicate|clarify|explain|specify|comment|elaborate|inform|update|state)\b",
    r"^\s*(?:Provide|Describe|Indicate|Clarify|Explain|Specify|Comment|Elaborate|Inform|Update|Share|Outline)\b",
    # "With reference to the previous observations, describe ..."
    (
        r"^\s*(?:With|In|Given|Bearing|Considering|Further|Following|As|According|Taking|Recalling|Regarding|Concerning|Noting|On)\b[^?]{3,400}?,"
        r" (?:also )?(?:provide|describe|indicate|clarify|explain|specify|comment|elaborate|inform|report|outline)\b"
    ),
    r"\?\s*$",
    r"\b[Пп]росьба\b",
    r"\b[Пп]росим\b",
    r"\b[Пп]ожалуйста\b",
    r"\b[Vv]euillez\b",
    r"\b[Ss]írvan?se\b",
    r"\b[Rr]ogamos\b|\b[Ss]e ruega\b",
    # the verb that asks stands first, or after what it refers to: "Respecto de la salud, faciliten ..."
    (
        r"^\s*(?:(?:Respecto|Con|En|Sobre|Habida|Teniendo|Según|A la luz|Además|Asimismo|También|De conformidad)\b[^.;:?]{0,250}?,? )?"
        r"(?:[Dd]escriban|[Pp]roporcionen|[Ii]ndiquen|[Ff]aciliten|[Ii]nformen|[Ee]xpliquen|[Aa]ctualicen|[Aa]claren|[Pp]recisen|[Ss]eñalen|"
        r"[Cc]omenten|[Dd]etallen|[Ee]specifiquen|[Ss]uministren|[Pp]resenten|[Ee]xpongan|[Aa]porten)\b"
    ),
    (
        r"^\s*(?:(?:Concernant|Compte|Au sujet|En ce qui|S[’']agissant|Eu égard|À la lumière|Outre|Se référant)\b[^.;:?]{0,250}?, )?"
        r"(?:[Dd]onner|[Dd]écrire|[Ii]ndiquer|[Pp]réciser|[Ff]ournir|[Ee]xposer|[Ee]xpliquer|[Cc]ommenter|[Cc]ommuniquer|[Rr]endre compte|[Dd]ire si|[Pp]résenter)\b"
    ),
    r"\b(?:State party may|Estado parte puede|État partie peut)(?:, [^,]{3,40},)? (?:also )?(?:list|enumerar|énumérer)\b",
)
