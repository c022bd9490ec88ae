"""Parts of a report in words: its blocks, evidence, figures, and what changed between two versions."""

from __future__ import annotations

from typing import Any

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.web.words import phrase
from qorgau.treaty.writing.blocks import Block, BlockRole, Evidence, WordsOf
from qorgau.treaty.writing.difference import COVER, BlockDifference
from qorgau.treaty.writing.figures import Figure
from qorgau.treaty.writing.saying import say_basis, say_figure
from qorgau.wording import say


def block_title(block: Block, language: Language) -> str:
    """What a block is called."""
    if block.asked is not None:
        return f"§ {block.asked.label}"
    if block.role in (BlockRole.INTRODUCTION, BlockRole.CLOSING):
        return block.heading or say(f"treaty.writing_{block.role.value}", language)
    return block.heading or block.id


def block_line(block: Block, words: int, language: Language) -> dict[str, Any]:
    """One block as the draft's page shows it."""
    return {
        "id": block.id,
        "title": block_title(block, language),
        "heading": block.heading,
        "asked": block.asked.words if block.asked else "",
        "is_ours": bool(block.asked and block.asked.words_of is WordsOf.CATALOGUE),
        "text": block.text,
        "words": words,
        "unanswered": block.is_unanswered,
        "is_own": block.role is BlockRole.TEXT,
        "evidence": [evidence_line(each, language) for each in block.evidence],
        "figures": [figure_line(each, language) for each in block.figures],
        "untold": block.untold,
    }


def evidence_line(each: Evidence, language: Language) -> dict[str, str]:
    """One line taken from the record."""
    return {
        "id": each.id,
        "kind": phrase("writing_evidence", each.kind.value, language),
        "words": each.words,
        "source": cited(each.source, language),
        "on": each.on,
    }


def figure_line(each: Figure, language: Language) -> dict[str, str]:
    """One figure with its source and how it was counted."""
    return {
        "id": each.id,
        "title": each.title,
        "value": say_figure(each, language),
        "basis": say_basis(each, language),
        "origin": phrase("writing_origin", each.origin.value, language),
        "mark": f"[figure:{each.id}]",
    }


def difference_line(each: BlockDifference, language: Language) -> dict[str, Any]:
    """What changed in one block."""
    return {
        "label": say("treaty.cover", language) if each.block == COVER else each.label,
        "op": each.op.value,
        "text": [(part.op.value, part.words) for part in each.text],
        "gone": each.gone,
        "new": each.new,
    }
