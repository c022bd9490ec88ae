"""The closed sets of the law files: every word a lawyer may write, with what it means."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """The six shapes of a safeguard; process mining calls them timed Declare constraints."""

    WITHIN = "within"  # after A, B within the limit (timed response)
    BEFORE = "before"  # B only after A (precedence)
    NEVER = "never"  # A must not happen under the condition (absence)
    AT_MOST = "at_most"  # a state lasts, or adds up in a window, no longer than the limit
    EVERY = "every"  # while a state lasts, B at least every limit
    KEEP = "keep"  # once A, nothing destroys it before the limit or while a case is open


class Basis(StrEnum):
    """The weight of the source a limit rests on; verdicts are given per basis."""

    NATIONAL_LAW = "national_law"  # binding law of the State itself
    TREATY = "treaty"  # a treaty the State is party to
    STANDARD = "standard"  # general comments, UN rules and other authoritative standards
    RECOMMENDATION = "recommendation"  # addressed to this State by a treaty body or mechanism
    PROPOSAL = "proposal"  # proposed by civil society or in a bill; not in force


class Confirmed(StrEnum):
    """How far the text behind a rule was checked."""

    OPENED = "opened"  # the text itself was read
    SEED = "seed"  # quoted in one of the documents the pack was written from
    MEMORY = "memory"  # not confirmed against a text: shown as unconfirmed


class Unit(StrEnum):
    """The units a limit counts in: minutes and hours elapse, the rest are civil."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working_days"


class NoFigure(StrEnum):
    """Words of a source that give no number; no deadline is invented for them."""

    IMMEDIATELY = "immediately"
    PROMPTLY = "promptly"
    WITHOUT_DELAY = "without_delay"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    REASONABLE_TIME = "reasonable_time"


class Counts(StrEnum):
    """How civil limits run out."""

    EVERY_HOUR = "every_hour"  # to the same clock time; nights and holidays included
    WHOLE_DAYS = "whole_days"  # to the end of the last civil day


class Language(StrEnum):
    """The languages every text of a pack is written in."""

    EN = "en"
    RU = "ru"
    KK = "kk"
