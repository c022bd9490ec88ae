"""A procedure drawn as a picture (SVG), with the way a case has gone on it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from qorgau.lawbook.procedure import Procedure
from qorgau.lawbook.words import Language
from qorgau.procedures.case import Standing


def diagram(procedure: Procedure, now: Standing | None, language: Language) -> str:
    """The procedure as SVG text without script or style, for the page and for paper."""
    here = now.stage if now else procedure.start
    title = procedure.title.get(language, procedure.title[Language.EN])
    stage = procedure.stages[here].title
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 700 60">'
        f"<title>{escape(title)}</title>"
        f'<text x="10" y="35">{escape(stage.get(language, stage[Language.EN]))}</text></svg>'
    )
