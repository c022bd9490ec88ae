"""Reads a paper of nobody known as a submission where it gives nothing otherwise, and says that it did so."""

from __future__ import annotations

from dataclasses import replace

from qorgau.reading.document import DocumentKind, Doubt, Parts
from qorgau.reading.reasons import reason
from qorgau.reading.source import Source
from qorgau.reading.submissions import read
from qorgau.reading.submissions.telling import is_official

# Kinds that are full of demands, so that a paper without any is probably of another kind.
_DEMANDING = (
    DocumentKind.CONCLUDING_OBSERVATIONS,
    DocumentKind.LIST_OF_ISSUES,
    DocumentKind.FOLLOW_UP_ASSESSMENT,
    DocumentKind.UPR_REPORT,
    DocumentKind.VISIT_REPORT,
    DocumentKind.COMMISSION_REPORT,
)
_SURE = 0.65
_ENOUGH = 2


def read_otherwise(source: Source, kind: DocumentKind, parts: Parts) -> tuple[DocumentKind, Parts] | None:
    """The kind and the parts of a better reading, or None where the first one stands.

    A paper of an unknown kind stays one, with what was found; one whose title speaks of a committee's paper, but which
    demands nothing when read as that, becomes a submission.
    """
    unknown = kind is DocumentKind.OTHER
    if not unknown and (kind not in _DEMANDING or parts.recommendations or is_official(source)):
        return None
    found = read(source)
    sure = sum(each.confidence >= _SURE for each in found.recommendations)
    if unknown and (not found.recommendations or len(found.recommendations) < len(parts.recommendations)):
        return None
    if not unknown and sure < _ENOUGH:
        return None
    told = kind if unknown else DocumentKind.NGO_SUBMISSION
    doubt = _doubt(len(found.recommendations))
    return told, replace(found, doubts=(doubt, *found.doubts))


def _doubt(count: int) -> Doubt:
    return Doubt(reason("read_otherwise", count=count), None, reason("read_otherwise_why"))
