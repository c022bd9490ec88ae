"""What French and Spanish submissions demand and ask by: infinitives, "nous recommandons", "se recomienda"."""

from __future__ import annotations

import re

# Words of these languages; an English sentence has at most one of them, in a name.
ROMANCE = re.compile(
    r"\b(?:le|la|les|un|une|des|du|de|d(?=['’])|l(?=['’])|à|au|aux|ce|leurs?|ses|et|par|sur|pour|en|dans|que|tout|toute|toutes|tous|"
    r"el|los|las|una|del|al|su|sus|y|por|con|para|todas|todos|se)\b",
    re.IGNORECASE,
)
ACCENTED = re.compile(r"[a-z]?[àâçèéêëîïôùûœáíóúñ]", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and|to|is|are|was|were|for|with)\b", re.IGNORECASE)
# French verbs in -re; most words that end so are nouns ("ministère") and adjectives.
RE_VERBS = (
    r"(?:(?:entre|ap|re|com|sur)?prendre|rendre|(?:per|sou|trans|re|ad|pro|com)?mettre|(?:re|satis|dé)?faire|(?:pour)?suivre|répondre|étendre|entendre|défendre|suspendre|"
    r"(?:re)?construire|introduire|réduire|traduire|produire|instruire|détruire|inclure|exclure|conclure|interdire|écrire|(?:in|pre|sous)scrire|élire|combattre|"
    r"(?:re)?connaître|dissoudre|résoudre|soustraire|être)"
)
# "Garantir", "Ne pas extrader", "Poner fin", "S’assurer"; nouns and adjectives that end alike are left out.
INFINITIVE = re.compile(
    r"^[\W\d_]*(?:(?:de|d['’]|à|a|y|et|no|ne\s+pas|s['’]|se|también|également)\s*){0,2}"
    r"(?!(?:premier|dernier|dossier|papier|courrier|janvier|février|hier|entre|contre|autre|notre|votre|lettre|titre|"
    r"nombre|octobre|septembre|novembre|décembre|lugar|mujer|militar|poder|similar|familiar|taller|ayer|cualquier|"
    r"primer|tercer|ser|article|outre)\b)"
    rf"(?:{RE_VERBS}\b|[a-zà-ÿñ]{{2,}}(?:er|ir|oir|ar|[aei]rse|erlo|arlo|irlo|[aei]rles)\b)",
    re.IGNORECASE,
)
THAT = re.compile(r"^\W*(?:que\s+(?:se|le|la|les|l['’]|el|los|las|tous|toute)\b)", re.IGNORECASE)
ASKING = re.compile(
    r"^\W*(?:veuillez|merci\s+de|prière\s+de|s[íi]rva(?:n)?se|combien|comment|pourquoi|quel(?:le)?s?|cu[áa]nt[oa]s?|"
    r"cu[áa]l(?:es)?|qu[ée]\s+\w+|c[óo]mo|por\s+qu[ée])\b",
    re.IGNORECASE,
)
OWN_VOICE = re.compile(
    r"\bprie(?:nt)?\s+le\s+comité\s+de\b(?!\s+(?:bien\s+vouloir\s+)?(?:croire|agréer|excuser|recevoir))|\bnous\s+(?:\w+\s+){0,2}?(?:recommandons|demandons|prions|appelons|exhortons|invitons|proposons|engageons|suggérons)\b|"
    r"\bil\s+est\s+(?:donc\s+|également\s+)?recommandé\s+(?:par|à|au|aux|de|d['’]|que)\b|\bles?\s+pedimos\b|"
    r"\bil\s+est\s+(?:donc\s+|également\s+)?(?:urgent|nécessaire|essentiel|impératif|recommandé|indispensable)\s+(?:que|qu['’]|de|d['’])|"
    r"\b(?:nos\s+organisations?|notre\s+(?:association|organisation|coalition)|la\s+(?:coalition|plateforme|ligue|fédération)|le\s+(?:collectif|réseau|forum)|l['’](?:association|observatoire|organisation)|les\s+(?:auteurs?|signataires|organisations\s+signataires))\s+(?:\w+\s+)?"
    r"(?:recommande|demande|exhorte|appelle|invite|propose|prie|réclame|suggère|souhaite)(?:nt)?\b|"
    r"\b(?:nuestras?\s+(?:organización|organizaciones|coalición)|la\s+(?:coalición|red|plataforma|federación)|el\s+(?:colectivo|foro)|las\s+organizaciones(?:\s+(?:firmantes|autoras))?|los\s+autores)\s+(?:también\s+|además\s+)?"
    r"(?:recomiendan?|piden?|solicitan?|exhortan?|instan?|proponen?|exigen?)\b|"
    r"(?:^|[.;:,]\s+)(?:por\s+(?:ello|tanto),?\s+|también\s+|asimismo,?\s+|además,?\s+)?(?:se\s+recomienda|instamos|recomendamos|pedimos(?!\s+(?:disculpas|perd[óo]n|comprensión))|solicitamos|exhortamos(?!\s+desde)|invitamos|"
    r"proponemos|exigimos|llamamos|le[s]?\s+pedimos|(?:les?\s+)?rogamos(?!\s+(?:disculp|perd|comprens))|es\s+(?:urgente|necesario|indispensable)\s+que)\b",
    re.IGNORECASE,
)
# The conditional says what should be; "devrait avoir" and "debería haber" what should have been.
SHOULD = re.compile(
    r"\b(?:devrai(?:t|ent)(?!\s+avoir)|deber[íi]an?(?!\s+haber)|doi(?:t|vent)|deben?)\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:devrai(?:t|ent)(?!\s+avoir)|deber[íi]an?(?!\s+haber))\b(?![^.]*[«»“”\"])", re.IGNORECASE
)
# "Il faut que le parquet contrôle", "Hay que crear": what is needed, said of nobody's law.
NEEDED = re.compile(
    r"\b(?:il\s+(?:faut|faudrait|convient|conviendrait|importe)|il\s+est\s+(?:grand\s+)?temps)\s+(?:donc\s+|également\s+|aussi\s+)?(?:que\b|qu['’]|d['’]|de\b|[a-zà-ÿ]+(?:er|ir|re)\b)(?!\s*(?:noter|rappeler|souligner|signaler|remarquer|ajouter|préciser))|"
    r"\b(?:hay\s+que|conviene|hace\s+falta|es\s+hora\s+de)\s+(?!señalar|recordar|notar|destacar|subrayar|precisar|añadir|decir)(?:que\s+|de\s+|un\w*\s+)?\w+",
    re.IGNORECASE,
)
# "L'État doit mettre fin", "El Estado debe garantizar".
STATE_OWES = re.compile(
    r"\b(?:l['’]État(?:\s+partie)?|le\s+(?:gouvernement|parlement|parquet|ministère(?:\s+d[ue]\s+(?:la\s+)?\w+)?)|les\s+(?:autorités|parlementaires|juges|tribunaux)|"
    r"el\s+(?:Estado(?:\s+parte)?|gobierno|congreso|parlamento|ministerio(?:\s+de\s+\w+)?)|la\s+fiscalía|las\s+autoridades)\s+(?:également\s+|también\s+|aussi\s+)?"
    r"(?:devrai(?:t|ent)(?!\s+avoir)|doi(?:t|vent)|deber[íi]an?(?!\s+haber)|deben?)\b",
    re.IGNORECASE,
)
SAYS_THAT = re.compile(
    r"\b(?:selon|conformément\s+[àa]u?x?|aux\s+termes\s+d|en\s+vertu\s+d|según|conforme\s+a|de\s+acuerdo\s+con|en\s+virtud\s+de)|"
    r"\b(?:dit|dire|affirm\w+|racont\w+|contó|afirm\w+|exige|oblige|obliga|déclaré|répondu|estimé|prévoit|dispose|dijo|señaló|respondió|declaró|dispone|establece)\b[^.]{0,40}\bqu?e?\b",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"^(?:(?:nos|principales|nuestras|conclusions?\s+et|conclusiones\s+y|questions\s+et)\s+)*"
    r"(?P<core>recommandations?|questions?|demandes|propositions|recomendaciones|preguntas|peticiones|propuestas)"
    r"(?:\s+(?:proposées|suggérées|sugeridas|propuestas))?(?:\s+(?:à|au|aux|pour|al|a|para)\b.*)?\s*[:.]?$",
    re.IGNORECASE,
)
TO_DO = re.compile(
    r"^(?:ce\s+que\s+(?:nous\s+(?:demandons|recommandons|voulons)|[\w’']+(?:\s+\w+){0,2}?\s+(?:doit|devrait|doivent)\s+faire)|"
    r"lo\s+que\s+(?:pedimos|recomendamos|queremos|(?:\w+\s+){1,3}(?:debe|debería)\s+hacer)|qué\s+debe\s+hacer\s+(?:\w+\s*){1,3})\s*[:.?]?$",
    re.IGNORECASE,
)
FEWEST = 2


def is_romance(text: str) -> bool:
    """Whether a sentence is French or Spanish, told by its small words."""
    count = len(ROMANCE.findall(text)) + bool(ACCENTED.search(text))
    return count >= FEWEST and not ENGLISH.search(text)


def tells(text: str) -> bool:
    """Whether it begins with what somebody is to do: "Garantir la présence", "Que se investigue"."""
    return bool(INFINITIVE.match(text) or THAT.match(text)) and is_romance(text)


def asks(text: str) -> bool:
    """Whether it asks for an answer: "Veuillez indiquer", "Sírvanse informar"."""
    return bool(ASKING.match(text)) and is_romance(text)


def owes(text: str) -> bool:
    """Whether it says what should be done."""
    return bool(SHOULD.search(text)) and is_romance(text) and not SAYS_THAT.search(text)


def state_owes(text: str) -> bool:
    """Whether it says that the State or one of its bodies should do something."""
    return bool(STATE_OWES.search(text)) and not SAYS_THAT.search(text)


def needs(text: str) -> bool:
    """Whether a sentence says what is needed: "Il faut que", "Hay que"."""
    return bool(NEEDED.search(text)) and is_romance(text) and not SAYS_THAT.search(text)


def should(text: str) -> bool:
    """Whether a sentence of running text says what should be, in nobody else's name and no law's."""
    return bool(CONDITIONAL.search(text)) and is_romance(text) and not SAYS_THAT.search(text)
