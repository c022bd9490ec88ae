"""Several demands in one French or Spanish sentence: infinitives, "que" with the subjunctive, acts and questions."""

from __future__ import annotations

import re

from qorgau.reading.submissions import romance

_INF = (
    r"(?!(?:premier|dernier|dossier|papier|courrier|janvier|février|hier|officier|policier|foyer|quartier|particulier|régulier|avenir|loisir|lugar|hogar|mujer|militar|"
    r"poder|similar|familiar|popular|regular|titular|particular|escolar|taller|ayer|cualquier|primer|tercer|deber|mer|mar|hiver|cancer|danger|métier|loyer|plaisir|désir|pouvoir|devoir|par|por|por|ir|ser)\b)"
    rf"(?:{romance.RE_VERBS}|[a-zà-ÿñ]{{1,}}(?:er|ir|ar)(?:l[oae]s?|se|les)?)\b"
)
_BEFORE_INF = r"(?:(?:de|à|a|y|en|ne\s+pas|no|se|également|también|que|leur|lui)\s+|l['’](?=en)|d['’]|s['’])*"
_SEPARATOR = r"(?P<by>[,;]\s+(?:et\s+|y\s+|e\s+|así\s+como\s+)?|\s+(?:et|y|e)\s+)"
_FIRST = re.compile(rf"(?P<at>{_BEFORE_INF}{_INF})", re.IGNORECASE)
_NEXT = re.compile(rf"{_SEPARATOR}(?P<at>{_BEFORE_INF}{_INF})", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:devrai(?:t|ent)|doi(?:t|vent)|faut|convient|importe|deber[íi]an?|deben?|hay\s+que|conviene)\b",
    re.IGNORECASE,
)
_QUE_FIRST = re.compile(r"(?:^|\s)(?P<at>qu(?:e\s|['’]))", re.IGNORECASE)
_QUE_NEXT = re.compile(rf"{_SEPARATOR}(?P<at>qu(?:e\s|['’]))", re.IGNORECASE)
_DETERMINER = r"(?:les?|la|l['’]|une?|des|du|leurs?|ses|sa|son|aux?|à|d['’]|tout|toutes?|tous|chaque|fin|el|los|las|sus?|al|todas?|todos?|una|cada|a\s+(?:los|las|la|su|sus|quienes)|compte|effectivement|sans|gratuitement)"
_SUBJUNCTIVE = re.compile(
    rf"{_SEPARATOR}(?P<at>(?!(?:que|comme|entre|contre|notamment|sobre|desde|ante|entre|hasta|para|cada|toda|una)\b)(?:l[ae]s?\s+|lo\s+|se\s+|s['’]|leur\s+|y\s+)?[a-zà-ÿñ]{{4,}}(?:e|ent|en|a|an)(?:\s+{_DETERMINER}(?=\W)|\s+\w+ment\b|\s+por\s+escrito|\s+par\s+écrit))"
)
_NOUN = r"(?:[a-zà-ÿñ]+(?:tion|sion|ment|ture|ance|ción|sión|miento|dad)|levée|arrêt|mise|fin|retrait|envoi|octroi|accès|abandon|pago|cierre|retiro|cese|acceso|levantamiento)"
_ACT = rf"(?:(?:à|a|de|pour|por)\s+)?(?:l['’]|la\s+|le\s+|el\s+|une?\s+|una\s+|au\s+|du\s+|al\s+|del\s+)?{_NOUN}\s+(?:de\b|del\b|des\b|du\b|d['’]|à\b|a\b|aux?\b|en\b)"
_ACT_FIRST = re.compile(rf"^\W*{_ACT}", re.IGNORECASE)
_NEXT_ACT = re.compile(rf"{_SEPARATOR}(?P<at>{_ACT})", re.IGNORECASE)
_FIRST_ACT = re.compile(rf"\s(?P<at>{_ACT})", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:et\s+|y\s+|mais\s+|pero\s+)?|\s+(?:et|y)\s+)(?P<at>(?!qui|que|dont|où|quien|cuando|si\b)(?:[\w’'-]+\s+){1,8}?(?:ne\s+)?)(?=(?:doi(?:t|vent)|devrai(?:t|ent)|deben?|deber[íi]an?)\b)",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:doi(?:t|vent)|devrai(?:t|ent)|deben?|deber[íi]an?)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:[,;]\s+(?:et\s+|y\s+)?|\s+(?:et|y)\s+)(?P<at>(?:(?:dans|sur|en|à|a|de|por|con)\s+)?(?:combien|comment|pourquoi|quel(?:le)?s?|cu[áa]nt[oa]s?|cu[áa]l(?:es)?|c[óo]mo|qu[ée])\b)",
    re.IGNORECASE,
)
_FEWEST_QUESTIONS = 3  # "combien, et quand ?" is asked in one breath
_SUBJECT = 6  # words at most of "Le Gouvernement doit", which stay with the first demand


def starts(text: str) -> list[int]:
    """Where each demand of a sentence begins; one or none where it is not parted."""
    if not romance.is_romance(text):
        return []
    for told in (_questions, _ques, _verbs, _clauses, _acts):
        found = told(text)
        if len(found) > 1:
            return found
    return []


def _ques(text: str) -> list[int]:
    """ "que l'État réduise A, qu'il garantisse B et indemnise C"."""
    opened = romance.OWN_VOICE.search(text) or romance.NEEDED.search(text)
    if not opened and not romance.THAT.match(text):
        return []
    first = _QUE_FIRST.search(text, max(0, opened.end() - 4) if opened else 0)
    if first is None:
        return []
    behind = [
        *(each.start("at") for each in _QUE_NEXT.finditer(text, first.end())),
        *(each.start("at") for each in _SUBJUNCTIVE.finditer(text, first.end())),
    ]
    return [first.start("at"), *sorted(set(behind))]


def _verbs(text: str) -> list[int]:
    """ "à ouvrir A, à poursuivre B et publier C"."""
    opened = romance.OWN_VOICE.search(text) or romance.NEEDED.search(text) or _OPENS.search(text)
    if opened is None and not romance.INFINITIVE.match(text):
        return []
    first = _FIRST.search(text, opened.end() if opened else 0)
    if first is None:
        return []
    near = not romance.OWN_VOICE.search(text) and len(text[: first.start("at")].split()) <= _SUBJECT
    begins = 0 if near else first.start("at")
    return [begins, *(each.start("at") for each in _NEXT.finditer(text, first.end()))]


def _acts(text: str) -> list[int]:
    """ "la derogación de A, la liberación de B y el pago de C"."""
    if _ACT_FIRST.match(text) and not _MODAL.search(text):
        return [0, *(each.start("at") for each in _NEXT_ACT.finditer(text))]
    opened = romance.OWN_VOICE.search(text)
    first = _FIRST_ACT.search(text, opened.end()) if opened else None
    if first is None:
        return []
    return [first.start("at"), *(each.start("at") for each in _NEXT_ACT.finditer(text, first.end()))]


def _clauses(text: str) -> list[int]:
    """ "L'accès doit être garanti, et les certificats doivent être remis"."""
    first = _MODAL.search(text)
    return [0, *(each.start("at") for each in _CLAUSE.finditer(text, first.end()))] if first else []


def _questions(text: str) -> list[int]:
    if not romance.asks(text) and not text.rstrip().endswith("?"):
        return []
    behind = [each.start("at") for each in _ASKED.finditer(text, 12)]
    return [0, *behind] if len(behind) + 1 >= _FEWEST_QUESTIONS else []
