"""Every act of a person on custody; only these append to the record."""

from qorgau.custody.actions.adding import add_entry
from qorgau.custody.actions.booking import book
from qorgau.custody.actions.breaches import answer_breach
from qorgau.custody.actions.correcting import confirm_correction, correct_entry, withdraw_entry
from qorgau.custody.actions.done import Added, Booked, Corrected
from qorgau.custody.actions.moving import arrive, transfer
from qorgau.custody.actions.opening import open_record
from qorgau.custody.actions.persons import join_persons, split_persons
from qorgau.custody.actions.relations import (
    end_mandate,
    give_mandate,
    may_be_found_by,
    name_relative,
    not_to_be_found_by,
    unname,
)

__all__ = [
    "Added",
    "Booked",
    "Corrected",
    "add_entry",
    "answer_breach",
    "arrive",
    "book",
    "confirm_correction",
    "correct_entry",
    "end_mandate",
    "give_mandate",
    "join_persons",
    "may_be_found_by",
    "name_relative",
    "not_to_be_found_by",
    "open_record",
    "split_persons",
    "transfer",
    "unname",
    "withdraw_entry",
]
