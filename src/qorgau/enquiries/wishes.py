"""The wish not to be found by somebody, kept in every look-up and enquiry. Never told to who asks."""

from __future__ import annotations

from qorgau.custody.facts.wished import is_meant
from qorgau.custody.queries.unwanted import is_unwanted as wishes_not_found_by

__all__ = ["is_meant", "wishes_not_found_by"]
