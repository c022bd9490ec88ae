"""Every write about accounts: one function for each act, each of them an entry in the record."""

from qorgau.access.actions.accounts import (
    NewAccount,
    Opened,
    close_account,
    open_account,
    reset_second_factor,
)
from qorgau.access.actions.appointments import NewAppointment, appoint, end_appointment
from qorgau.access.actions.looking import anchor_lists, anchor_lists_due, note_list, note_refreshed
from qorgau.access.actions.tokens import NewToken, make_token, revoke_token

__all__ = [
    "NewAccount",
    "NewAppointment",
    "NewToken",
    "Opened",
    "anchor_lists",
    "anchor_lists_due",
    "appoint",
    "close_account",
    "end_appointment",
    "make_token",
    "note_list",
    "note_refreshed",
    "open_account",
    "reset_second_factor",
    "revoke_token",
]
