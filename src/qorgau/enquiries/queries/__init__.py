"""Every read of enquiries and look-ups."""

from qorgau.enquiries.queries.candidates import Candidate, candidates
from qorgau.enquiries.queries.desk import asking_of, enquiry_of, unanswered, unanswered_count, waiting
from qorgau.enquiries.queries.entitlement import entitled
from qorgau.enquiries.queries.fetching import Fetched, fetch
from qorgau.enquiries.queries.looks import Asked, asked_after
from qorgau.enquiries.queries.people import people_of, seen_person

__all__ = [
    "Asked",
    "Candidate",
    "Fetched",
    "asked_after",
    "asking_of",
    "candidates",
    "enquiry_of",
    "entitled",
    "fetch",
    "people_of",
    "seen_person",
    "unanswered",
    "unanswered_count",
    "waiting",
]
