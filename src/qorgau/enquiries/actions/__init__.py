"""Every write of enquiries and look-ups; each is an entry."""

from qorgau.enquiries.actions.answering import Decision, answer
from qorgau.enquiries.actions.asking import AskedFor, ask
from qorgau.enquiries.actions.looking import look_up
from qorgau.enquiries.actions.marking import mark_unanswered

__all__ = ["AskedFor", "Decision", "answer", "ask", "look_up", "mark_unanswered"]
