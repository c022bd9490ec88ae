"""What a heading promises of the paragraphs below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class Promise(StrEnum):
    """What stands below a heading."""

    INTRODUCTION = "introduction"
    POSITIVE = "positive"
    CONCERNS = "concerns"  # concerns and recommendations, in turn
    PROCEDURE = "procedure"  # follow-up, dissemination, next report
    FACTORS = "factors"  # what made implementation hard, as the committee sees it
    NOTHING = "nothing"  # the heading names a subject


_PROMISES = (
    (
        Promise.PROCEDURE,
        (
            r"^follow[- ]?up(?: (?:procedure|to (?:the )?(?:present )?concluding observations|and dissemination|,? dissemination.*|information))?$"
            r"|^dissemination\b|\bdissemination and follow|\bfollow-up and dissemination|^(?:preparation of the )?next (?:periodic )?reports?\b|^preparation of (?:the )?next"
            r"|^other issues$|^implementation and reporting$|^common core document$|^paragraphs of particular importance|^national mechanism for reporting"
            r"|^fulfilment of (?:the )?(?:rights and )?obligations|^reporting(?:$| (?:obligations|procedure|cycle|guidelines|and (?:follow|dissem)))|^follow-up:? (?:to|on|of) (?:the )?(?:present |previous )?(?:concluding|recommendations|observations)|^monitoring and follow-up$|^follow-up and reporting$"
            r"|^процедура последующих|^последующ(?:ие|ая) (?:меры|деятельность)|^распространение|^следующий (?:периодический )?доклад|^подготовка следующего|^другие вопросы|^прочие вопросы"
            r"|^общий базовый|^осуществление и представление|^выполнение (?:рекомендаций|обязательств)|^пункты,? имеющие особ|^процедура последующей"
            r"|^suivi\b|^procédure de suivi|^procedimiento de seguimiento|^diffusion|^prochain rapport|^seguimiento|^difusión|^próximo informe|^autres questions|^otras cuestiones$"
        ),
    ),
    (
        Promise.POSITIVE,
        r"^positive (?:aspects|developments|elements|factors)|positive aspects$|progress achieved|^achievements|^позитивные|^положительные|достигнутый прогресс|^aspects positifs|^mesures positives|^effets positifs|^aspectos positivos",
    ),
    (
        Promise.INTRODUCTION,
        r"^introduction(?: by the (?:state party|committee|government))?$|^введение$|^introducción$|^вступление$",
    ),
    (
        Promise.FACTORS,
        r"^factors and difficulties|impeding the implementation|^факторы и трудности|препятствующие",
    ),
    (
        Promise.CONCERNS,
        (
            r"^subjects? (?:of|for) concern|^suggestions and recommendations|(?:principal|main) (?:subjects|areas|matters|issues)|matters of concern|areas? of concern|concerns? and recommendations|^recommendations?$|^other recommendations"
            r"|основные (?:предметы|вопросы|проблем|темы|области)|проблемные вопросы|вызывающие (?:озабоченность|обеспокоенность)|^другие рекомендации|^рекомендации"
            r"|sujets? de préoccupation|préoccupations et recommandations|motivos? de preocupación|preocupaciones y recomendaciones"
        ),
    ),
)
_COMPILED = tuple((promise, re.compile(pattern, re.IGNORECASE)) for promise, pattern in _PROMISES)


def promise_of(heading: str) -> Promise:
    """What one heading promises."""
    words = re.sub(r"\s*\(.*?\)\s*$", "", heading).strip(" .:*")
    for promise, pattern in _COMPILED:
        if pattern.search(words):
            return promise
    return Promise.NOTHING


def promise_of_path(path: Sequence[str]) -> Promise:
    """What the innermost heading that promises anything promises; a subject below a procedure stands alone."""
    for above, heading in enumerate(reversed(path)):
        promise = promise_of(heading)
        if promise is Promise.INTRODUCTION and above:
            return Promise.NOTHING  # an introduction has no parts; what stands below names its own subject
        if promise is not Promise.NOTHING:
            return promise
    return Promise.NOTHING
