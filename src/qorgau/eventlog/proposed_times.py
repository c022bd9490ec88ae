"""Which columns say what happened and when, as far as names and values show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qorgau.eventlog import column_words as words
from qorgau.eventlog.column_profile import ColumnProfile
from qorgau.eventlog.log_context import Context
from qorgau.eventlog.logmap import Naming, TimeColumn

Profiles = Mapping[str, ColumnProfile]

_MOST_KINDS = 1000
# Who is held was taken first: a column that seldom says when is about something else.
_TOLD_OF_MOST = frozenset({"Stopped", "Apprehended", "Delivered", "Registered"})


def activity_column(profiles: Profiles) -> str | None:
    """The column that names what happened in each row, if the log has one."""
    if "concept:name" in profiles:
        return "concept:name"
    fitting = [
        profile
        for profile in profiles.values()
        if words.fits_any(words.ACTIVITY, profile.words)
        and not words.fits_any(("id", "instanc", "num", "count"), profile.words)
        and not profile.is_time
        and 1 <= profile.distinct <= min(_MOST_KINDS, max(2, profile.filled / 2))
    ]
    return max(fitting, key=_activity_score).name if fitting else None


def _activity_score(profile: ColumnProfile) -> tuple[int, int, int]:
    rank = next(index for index, word in enumerate(words.ACTIVITY) if words.fits(word, profile.words))
    return (-rank, profile.filled, -len(profile.words))


def activity_times(
    profiles: Profiles, activity: str, notes: list[str]
) -> tuple[Naming, tuple[TimeColumn, ...]]:
    """The times of a log with one activity in each row: one column, or a start and an end."""
    naming = Naming(columns=(activity,))
    notes.append(f"`{activity}` says what happened; rename its values under `names:`.")
    _note_on_lifecycle(profiles, notes)
    times = [profile for profile in profiles.values() if profile.is_time]
    main = max(times, key=_time_score)
    start = _partner(times, main, words.STARTS)
    end = _partner(times, main, words.ENDS)
    others = [profile.name for profile in times if profile not in (main, start, end)]
    if others:
        notes.append(f"These columns hold dates too and are kept as facts: {', '.join(others)}.")
    if start is None or end is None or start is end:
        notes.append(f"`{main.name}` says when.")
        return naming, (TimeColumn(column=main.name),)
    notes.append(
        f"`{start.name}` and `{end.name}` are taken for the start and the end of each activity: "
        "two entries a row. The entry of the end keeps the plain name."
    )
    return naming, (
        TimeColumn(column=start.name, kind=Naming(columns=(activity,), adding=" started")),
        TimeColumn(column=end.name, ends=start.name),
    )


def _time_score(profile: ColumnProfile) -> tuple[int, int, int]:
    stamp = profile.name == "time:timestamp" or words.fits_any(("timestamp", "event time"), profile.words)
    return (int(stamp), int(words.fits_any(words.DATE, profile.words)), profile.filled)


def _partner(times: list[ColumnProfile], main: ColumnProfile, stems: tuple[str, ...]) -> ColumnProfile | None:
    """A column of times as full as the main one whose name says start, or end."""
    return next((p for p in times if words.fits_any(stems, p.words) and p.filled > main.filled / 2), None)


def _note_on_lifecycle(profiles: Profiles, notes: list[str]) -> None:
    steps = next((p for name, p in profiles.items() if "lifecycle" in name.lower()), None)
    if steps is None or steps.distinct < 2:
        return
    shown = ", ".join(steps.texts.values[:6])
    notes.append(
        f"`{steps.name}` has several steps ({shown}): each makes an entry of its own under the "
        f"activity's name. For names such as `Visit+start`, say `kind: {{columns: [activity, "
        f'{steps.name}], joined_by: "+"}}`; a rule can also ask for the fact `{steps.name}`.'
    )


def register_times(profiles: Profiles, context: Context, notes: list[str]) -> tuple[TimeColumn, ...]:
    """The times of a register with a row for each stay, placement or complaint."""
    dated = [
        profile
        for profile in profiles.values()
        if profile.is_time and not words.fits_any(words.BIRTH, profile.words)
    ]
    kinds = {profile.name: _kind(profile, context) for profile in dated}
    chosen = [
        profile
        for profile in dated
        if (kind := kinds[profile.name]) and (kind not in _TOLD_OF_MOST or profile.filled >= profile.rows / 4)
    ]
    if not chosen:
        chosen = [p for p in dated if not words.fits_any(words.ASIDE, p.words)] or dated
    if not chosen:
        return _undated(notes)
    aside = [profile.name for profile in dated if profile not in chosen]
    if aside:
        notes.append(
            f"These columns hold dates too and are kept as facts: {', '.join(aside)}. "
            "To make entries of one, add a line to `times:` that says its kind."
        )
    return _register_entries(chosen, kinds, profiles, notes)


def _kind(profile: ColumnProfile, context: Context) -> str | None:
    """The law's name for what a column of times records, if its name tells."""
    if words.fits_any(words.ASIDE, profile.words):
        return None
    heard = profile.words
    if context.complaint and not context.custody:
        if words.only_a_date(heard):
            return "ComplaintLodged"
        heard = (*heard, "complaint")
    if context.solitary:
        found = words.kind_in(words.SOLITARY_KINDS, heard)
        if found is not None:
            return found
    if (found := words.kind_in(words.KINDS, heard)) is not None:
        return found
    if context.custody and words.fits_any(words.ENDS, heard):
        return "Released"
    if context.custody and words.fits_any(words.STARTS, heard):
        return "Admitted"
    return None


_PAIRS = {
    "SolitaryEnded": "SolitaryStarted", "Released": "Admitted", "ComplaintClosed": "ComplaintLodged",
    "QuestioningEnded": "QuestioningBegan",
}  # fmt: skip


def _register_entries(
    chosen: list[ColumnProfile],
    kinds: Mapping[str, str | None],
    profiles: Profiles,
    notes: list[str],
) -> tuple[TimeColumn, ...]:
    clocks = [profile for profile in profiles.values() if profile.is_clock]
    first: dict[str, str] = {}
    found: list[TimeColumn] = []
    for profile in chosen:
        kind = kinds[profile.name] or _own_kind(profile)
        if kind in first and kinds[profile.name]:
            notes.append(f"`{profile.name}` may be another {kind}; it was given its own name.")
            kind = _own_kind(profile)
        first.setdefault(kind, profile.name)
        clock = _clock_beside(profile, clocks)
        time = TimeColumn(date=profile.name, time=clock) if clock else TimeColumn(column=profile.name)
        found.append(replace(time, kind=Naming(always=kind)))
        notes.append(f"`{profile.name}` is taken to say when this happened: {kind}.")
    return _with_starts_first(found, first)


def _with_starts_first(times: list[TimeColumn], first: Mapping[str, str]) -> tuple[TimeColumn, ...]:
    """Each end tied to its start, and starts before ends whatever the file's order."""
    ended: list[TimeColumn] = []
    for time in times:
        kind = time.kind.always if time.kind else None
        ended.append(replace(time, ends=first.get(_PAIRS.get(kind or "", ""))))
    return tuple(sorted(ended, key=lambda time: time.ends is not None))


def _own_kind(profile: ColumnProfile) -> str:
    """A kind called after the column: `date_received` becomes DateReceived."""
    return "".join(word[:1].upper() + word[1:] for word in profile.words) or "Happened"


def _clock_beside(date: ColumnProfile, clocks: list[ColumnProfile]) -> str | None:
    """The column with the clock of a column of dates: its name has the same words but the unit."""
    if date.clocked.any():
        return None
    units = set(words.words_of("date time day hour at дата время час күні уақыты сағаты"))
    own = set(date.words) - units
    return next((clock.name for clock in clocks if set(clock.words) - units == own), None)


def _undated(notes: list[str]) -> tuple[TimeColumn, ...]:
    """A table without dates still says that something happened, at some time."""
    notes.append(
        "No column holds dates: the table says what happened and not when. Each row is placed "
        "anywhere between two dates, so that no verdict on a deadline can be told from it. "
        "Narrow `between:` to the period the table covers, or join it to a table with dates."
    )
    return (TimeColumn(between=("1900-01-01", "2099-12-31"), kind=Naming(always="Recorded")),)
