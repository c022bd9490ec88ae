"""Every act of a person on complaints; only these append to the record."""

from qorgau.complaints.actions.assigning import assign, hand_over, recuse, take_case
from qorgau.complaints.actions.correcting import (
    Corrected,
    confirm_correction,
    correct_entry,
    withdraw_entry,
)
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.from_outside import state_done
from qorgau.complaints.actions.moving import extend_term, make_move
from qorgau.complaints.actions.officers import (
    find_about,
    impose_penalty,
    name_officer,
    recommend_penalty,
    return_officer,
    state_service,
    suspect,
    suspend,
)
from qorgau.complaints.actions.opening import open_run
from qorgau.complaints.actions.protecting import (
    ask_protection,
    ask_transfer,
    end_party,
    give_protection,
    link,
    name_party,
    npm_contact,
    open_file,
    report_reprisal,
    withdrawal_asked,
)
from qorgau.complaints.actions.reading import (
    answer_complainant,
    close_complaint,
    forward,
    read_sealed,
    refused_by_court,
    send_back,
    state_particulars,
    state_registered,
)
from qorgau.complaints.actions.registering import register_complaint
from qorgau.complaints.actions.releasing import release_identity
from qorgau.complaints.actions.things import (
    hold_hearing,
    move_evidence,
    serve_decision,
    set_hearing,
    take_evidence,
)

__all__ = [
    "Corrected",
    "Done",
    "answer_complainant",
    "ask_protection",
    "ask_transfer",
    "assign",
    "close_complaint",
    "confirm_correction",
    "correct_entry",
    "end_party",
    "extend_term",
    "find_about",
    "forward",
    "give_protection",
    "hand_over",
    "hold_hearing",
    "impose_penalty",
    "link",
    "make_move",
    "move_evidence",
    "name_officer",
    "name_party",
    "npm_contact",
    "open_file",
    "open_run",
    "read_sealed",
    "recommend_penalty",
    "recuse",
    "refused_by_court",
    "register_complaint",
    "release_identity",
    "report_reprisal",
    "return_officer",
    "send_back",
    "serve_decision",
    "set_hearing",
    "state_done",
    "state_particulars",
    "state_registered",
    "state_service",
    "suspect",
    "suspend",
    "take_case",
    "take_evidence",
    "withdraw_entry",
    "withdrawal_asked",
]  # fmt: skip
