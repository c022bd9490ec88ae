"""Whom or which case a row is about, as far as names and values show."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from qorgau.eventlog import column_words as words
from qorgau.eventlog.column_profile import ColumnProfile
from qorgau.eventlog.log_context import Context
from qorgau.eventlog.logmap import Naming
from qorgau.eventlog.table import Table

_XES_CASE = "case:concept:name"


def proposed_subject(
    profiles: Mapping[str, ColumnProfile],
    used: set[str | None],
    activity: str | None,
    context: Context,
    table: Table,
    notes: list[str],
) -> tuple[str, Naming]:
    """The role of a subject and the column that names it; each row its own where none does."""
    free = [profile for name, profile in profiles.items() if name not in used]
    scored = [(_score(profile, activity), profile) for profile in free if not profile.is_time]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or score <= 0:
        notes.append(
            "No column was found that tells one case from another: each row is its own subject. "
            "If a column does, say `subject: {role: ..., column: ...}`."
        )
        return _role(None, activity, context), Naming(each_row=True)
    role = _role(best, activity, context)
    notes.append(f"`{best.name}` is taken to name the subject, a {role}: {_how_often(best)}.")
    return role, Naming(columns=(best.name,), if_empty=_lost_name(best, table, notes))


def _score(profile: ColumnProfile, activity: str | None) -> float:
    """How well a column would name subjects; 0 or less for one that cannot."""
    if profile.name == _XES_CASE:
        return 1000
    if words.fits_any(words.NOT_SUBJECT, profile.words) or profile.filled < profile.rows * 0.5:
        return 0
    if profile.distinct < 2 < profile.rows:
        return 0
    by_name = max((points for word, points in words.SUBJECT if words.fits(word, profile.words)), default=0)
    if not by_name:
        return 0
    repeats = profile.filled / max(profile.distinct, 1)
    if activity is not None and profile.rows > 20 and not 1.2 <= repeats <= profile.rows / 2:
        return 0
    if activity is None and profile.rows > 20 and repeats > 50:
        return 0
    if words.fits_any(words.ROW_NUMBER, profile.words):
        by_name -= 4
    return by_name + profile.filled / profile.rows


def _role(best: ColumnProfile | None, activity: str | None, context: Context) -> str:
    heard = () if best is None else best.words
    if best is not None and best.name == _XES_CASE:
        return "case"
    if words.fits_any(("complain", "жалоб", "шағым"), heard):
        return "complaint"
    if activity is not None:
        return "case"
    if context.complaint and not context.custody and not context.solitary:
        return "complaint"
    held = words.fits_any(("custod", "booking", "inmate", "detainee", "prisoner"), heard)
    return "custody" if held or context.custody or context.solitary else "case"


def _how_often(profile: ColumnProfile) -> str:
    if profile.distinct == profile.filled:
        return "each of its values stands in one row"
    return f"{profile.filled} rows have {profile.distinct} different values"


def _lost_name(profile: ColumnProfile, table: Table, notes: list[str]) -> str | None:
    """`NA`, if one run of rows has no name where `NA` would stand in the order of the names.

    Programs that read NA as "missing" write such a case away.
    """
    empty = np.flatnonzero(profile.texts.codes < 0)
    if not len(empty) or empty[-1] - empty[0] + 1 != len(empty):
        return None
    if "NA" in profile.texts.values or empty[0] == 0 or empty[-1] + 1 >= profile.rows:
        return None
    before, after = profile.texts[int(empty[0]) - 1], profile.texts[int(empty[-1]) + 1]
    if before is None or after is None or not before < "NA" < after:
        return None
    if len(before) > 4 or len(after) > 4:
        return None
    notes.append(
        f"{len(empty)} rows ({table.row_unit} {table.rows[empty[0]]} to {table.rows[empty[-1]]}) "
        f"have no `{profile.name}`; they stand together, between `{before}` and `{after}`, where "
        "`NA` would stand: a program seems to have taken that name for a missing value. "
        "Without `if_empty:` these rows are refused."
    )
    return "NA"
