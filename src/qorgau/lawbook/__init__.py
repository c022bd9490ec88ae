"""Reads law/ strictly and answers: what applied to this person on that day?"""

from qorgau.lawbook.articles import InLine, InLineAnswer, UnknownArticleError
from qorgau.lawbook.book import Lawbook, load, pack_names, read_rules
from qorgau.lawbook.procedure import Mark, Move, Procedure, Stage
from qorgau.lawbook.safeguard import DatedLimit, Duration, LimitLine, Safeguard
from qorgau.lawbook.strict_yaml import LawFileError
from qorgau.lawbook.words import Basis, Confirmed, Counts, Language, NoFigure, Shape, Unit

__all__ = [
    "Basis",
    "Confirmed",
    "Counts",
    "DatedLimit",
    "Duration",
    "InLine",
    "InLineAnswer",
    "Language",
    "LawFileError",
    "Lawbook",
    "LimitLine",
    "Mark",
    "Move",
    "NoFigure",
    "Procedure",
    "Safeguard",
    "Shape",
    "Stage",
    "Unit",
    "UnknownArticleError",
    "load",
    "pack_names",
    "read_rules",
]
