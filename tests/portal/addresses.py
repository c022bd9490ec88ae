"""Every address of the site: found by walking its patterns, with what it is about and what to put into it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from django.urls import URLPattern, URLResolver, get_resolver


class About(Enum):
    """Whose reach decides, once the role has the act."""

    NOTHING = auto()
    """The role alone: lists narrow themselves, and one's own account is one's own."""
    CUSTODY = auto()
    """The custody in the address; who does not reach it cannot tell it from one that is not there."""
    COMPLAINT = auto()
    """The complaint in the address; who does not reach it cannot tell it from one that is not there."""
    PLACE = auto()
    """The place in the address, whose existence is no secret."""
    COUNTRY = auto()
    """What belongs to no place: only who may do the act everywhere may do it there."""


@dataclass(frozen=True, kw_only=True)
class Address:
    """One address: what it is about, the words in it, what is sent by GET, and acts that narrow it further.

    given: names of things of the test's world. acts: any of these is needed there besides the view's own.
    is_gone: what the words name is not there, so that whoever may look finds nothing.
    """

    about: About = About.NOTHING
    given: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    query: str = ""
    acts: tuple[str, ...] = ()
    is_gone: bool = False


_CUSTODY = ("custody_id",)
_COMPLAINT = ("complaint_id",)
_RUN = ("complaint_id", "run_id")
ADDRESSES = {
    "start": Address(),
    "language": Address(),
    "gallery": Address(),
    "custody:board": Address(),
    "custody:find": Address(),
    "custody:book": Address(),
    "custody:export": Address(),
    "custody:answers": Address(),
    "custody:record": Address(about=About.CUSTODY, given=_CUSTODY),
    "custody:choose": Address(about=About.CUSTODY, given=_CUSTODY),
    "custody:add": Address(about=About.CUSTODY, given=_CUSTODY, words={"kind": "RelativeTold"}),
    "custody:add_at_once": Address(about=About.CUSTODY, given=_CUSTODY, words={"kind": "RelativeTold"}),
    "custody:correct": Address(about=About.CUSTODY, given=("custody_id", "entry_id")),
    "custody:withdraw": Address(about=About.CUSTODY, given=("custody_id", "entry_id")),
    "custody:confirm": Address(about=About.CUSTODY, given=("custody_id", "entry_id")),
    "custody:split": Address(about=About.CUSTODY, given=("custody_id", "entry_id")),
    "custody:join": Address(about=About.CUSTODY, given=_CUSTODY),
    "custody:arrived": Address(about=About.CUSTODY, given=_CUSTODY),
    "custody:why": Address(about=About.CUSTODY, given=_CUSTODY, query="breach"),
    "custody:answer": Address(about=About.CUSTODY, given=_CUSTODY, query="breach"),
    "custody_papers:record_pdf": Address(about=About.CUSTODY, given=_CUSTODY),
    "custody_papers:shift_list_pdf": Address(about=About.PLACE, query="place"),
    "custody_papers:paper_form_pdf": Address(),
    "custody_papers:rights_cards": Address(),
    "custody_papers:rights_card": Address(words={"key": "en"}),
    "custody_papers:rights_card_pdf": Address(words={"key": "en"}),
    "enquiries:ask": Address(),
    "enquiries:key": Address(),
    "enquiries:fetch": Address(),
    "enquiries:desk": Address(),
    "enquiries:answer": Address(words={"enquiry_id": "none"}, is_gone=True),
    "enquiries:unanswered": Address(),
    "enquiries:people": Address(),
    "enquiries:person": Address(about=About.CUSTODY, given=_CUSTODY),
    "enquiries:looks": Address(about=About.CUSTODY, given=_CUSTODY),
    "notices:notices": Address(),
    "notices:acknowledge": Address(about=About.CUSTODY, given=("notice_id",)),
    "handover:handover": Address(about=About.PLACE, query="place"),
    "handover:taken": Address(about=About.PLACE, given=("shift_id",)),
    "carrying:overview": Address(),
    "carrying:card": Address(),
    "carrying:trust": Address(),
    "carrying:out": Address(),
    "carrying:arrived": Address(),
    "carrying:in": Address(),
    "carrying:look": Address(words={"token": "none"}),
    "carrying:clock": Address(),
    **{
        f"mailboxes:{name}": Address()
        for name in (
            "take_envelope", "take_message", "nonce", "fetch", "manifests", "pins", "bundle",
            "log_checkpoint", "mirror_list", "mirror_let_go",
        )
    },
    **{
        f"mailboxes:{name}": Address()
        for name in (
            "complain", "worker", "complain_app", "mailbox", "carry_out", "carry_out_app", "receipt",
            "receipt_checker",
        )
    },
    **{
        f"mailboxes:{name}_in": Address(words={"language": "en"})
        for name in ("complain", "mailbox", "carry_out", "receipt")
    },
    "mailboxes:kiosk": Address(given=("place_id",)),
    "mailboxes:kiosk_in": Address(given=("place_id",), words={"language": "en"}),
    "mailboxes:kiosk_app": Address(given=("place_id",)),
    "mailboxes:take_chunk": Address(words={"sha256": "none"}),
    "mailboxes:mirror_one": Address(words={"sha256": "none"}),
    "mailboxes:receipt_of": Address(words={"commitment": "none"}),
    "mailboxes:log_consistency": Address(words={"old": "1", "new": "2"}),
    "places:index": Address(),
    "places:new": Address(),
    "places:new_unofficial": Address(),
    "places:export_csv": Address(),
    "places:export_xlsx": Address(),
    "places:place": Address(about=About.PLACE, given=("place_id",)),
    "places:change": Address(about=About.PLACE, given=("place_id",), acts=("places.change",)),
    "places:close": Address(about=About.PLACE, given=("place_id",), acts=("places.change",)),
    "places:reopen": Address(about=About.PLACE, given=("place_id",), acts=("places.change",)),
    "places:new_cell": Address(about=About.PLACE, given=("place_id",), acts=("places.change",)),
    "places:cell": Address(about=About.PLACE, given=("place_id", "cell_id"), acts=("places.change",)),
    "places:close_cell": Address(about=About.PLACE, given=("place_id", "cell_id"), acts=("places.change",)),
    "places:units": Address(),
    "places:new_unit": Address(about=About.COUNTRY),
    "places:unit": Address(about=About.COUNTRY, given=("unit_id",)),
    "complaints:typed": Address(),
    "complaints:inbox": Address(),
    "complaints:oversight": Address(),
    "complaints:oversight_csv": Address(),
    "complaints:watch": Address(),
    "complaints:hearings": Address(),
    "complaints:hearings_file": Address(),
    "complaints:officer": Address(about=About.COMPLAINT, given=("officer_id",)),
    "complaints:case": Address(about=About.COMPLAINT, given=_COMPLAINT),
    "complaints:read_sealed": Address(about=About.COMPLAINT, given=_COMPLAINT),
    "complaints:envelope": Address(about=About.COMPLAINT, given=_COMPLAINT, is_gone=True),
    "complaints:opener_file": Address(about=About.COMPLAINT, given=_COMPLAINT, is_gone=True),
    "complaints:assign": Address(about=About.COMPLAINT, given=_COMPLAINT),
    "complaints:open_run": Address(about=About.COMPLAINT, given=_COMPLAINT),
    "complaints:diagram": Address(about=About.COMPLAINT, given=_RUN),
    "complaints:move": Address(about=About.COMPLAINT, given=_RUN, words={"move_id": "tell_complainant"}),
    "complaints:act": Address(
        about=About.COMPLAINT, given=_COMPLAINT, words={"act": "take_evidence"}, acts=("complaints.evidence",)
    ),
    "complaints:correct": Address(
        about=About.COMPLAINT, given=_COMPLAINT, words={"entry_id": "none"}, is_gone=True
    ),
    "complaints:withdraw_entry": Address(
        about=About.COMPLAINT, given=_COMPLAINT, words={"entry_id": "none"}, is_gone=True
    ),
    "complaints:confirm_correction": Address(
        about=About.COMPLAINT, given=_COMPLAINT, words={"entry_id": "none"}
    ),
    "complaints:why": Address(about=About.COMPLAINT, given=_COMPLAINT, query="clock"),
    "complaints:message": Address(about=About.COMPLAINT, given=_COMPLAINT),
    "complaints:message_file": Address(
        about=About.COMPLAINT, given=_COMPLAINT, words={"message_id": "none"}, is_gone=True
    ),
    "complaints:paper": Address(
        about=About.COMPLAINT, given=_COMPLAINT, words={"paper": "register", "form": "pdf"}
    ),
    **{
        f"treaty:{name}": Address()
        for name in (
            "public_board", "public_calendar", "public_calendar_file", "public_data", "public_feed", "articles", "board", "documents", "take", "take_catalogue", "choose_sides", "calendar",
            "calendar_file", "reports", "new_report",
        )
    },
    "treaty:export": Address(words={"form": "csv"}),
    "treaty:public_export": Address(words={"form": "csv"}),
    "treaty:article": Address(words={"pack": "kz", "name": "cc_146"}),
    "treaty:public_document": Address(words={"stem": "none"}, is_gone=True),
    "treaty:public_recommendation": Address(words={"stem": "none", "leaf": "1"}, is_gone=True),
    "treaty:recommendation": Address(words={"stem": "none", "leaf": "1"}, is_gone=True),
    "treaty:act": Address(words={"stem": "none", "leaf": "1", "act": "plan"}, is_gone=True),
    **{
        f"treaty:{name}": Address(words={"document_id": "none"}, is_gone=True)
        for name in ("document", "document_file", "correct", "accept", "publish_document", "read_again")
    },
    **{
        f"treaty:{name}": Address(words={"draft_id": "none"}, is_gone=True)
        for name in (
            "report", "report_cover", "issue_report", "discard_report", "add_block", "report_versions",
            "recount_report", "restore_version", "correct_report",
        )
    },
    **{
        f"treaty:{name}": Address(words={"draft_id": "none", "block": "1"}, is_gone=True)
        for name in ("report_block", "put_in", "remove_block")
    },
    "treaty:report_file": Address(words={"draft_id": "none", "form": "pdf"}, is_gone=True),
    "treaty:issued_file": Address(words={"report_id": "none", "form": "pdf"}, is_gone=True),
    "treaty:withdraw_correction": Address(words={"document_id": "none", "correction_id": "none"}, is_gone=True),
    "treaty:side_by_side": Address(words={"left": "none", "right": "nobody"}, is_gone=True),
    "treaty:judge": Address(words={"left": "none", "right": "nobody"}, is_gone=True),
    "access:own_account": Address(),
    "access:change_password": Address(),
    "access:add_app": Address(),
    "access:remove_app": Address(),
    "access:add_passkey": Address(),
    "access:remove_passkey": Address(words={"passkey_id": "none"}),
    "access:new_codes": Address(),
    "access:end_sessions": Address(),
    "access:accounts": Address(),
    "access:new_account": Address(),
    "access:tokens": Address(),
    "access:new_token": Address(given=("appointment_id",)),
    "access:revoke_token": Address(given=("token_id",)),
    "access:account": Address(given=("account_id",)),
    "access:appoint": Address(given=("account_id",)),
    "access:reset": Address(given=("account_id",)),
    "access:close": Address(given=("account_id",)),
    "access:end_appointment": Address(given=("account_id", "appointment_id")),
    **{
        f"access:{name}": Address()
        for name in (
            "sign_in", "sign_in_by_passkey", "passkey_challenge", "onward", "second", "again", "enrol",
            "enrol_app", "enrol_passkey", "new_password", "role", "no_role", "sign_out",
        )
    },
}  # fmt: skip

# Buttons on a list or a record: who lost the right meanwhile goes back to where they were, and is told.
REFUSE_BY_MESSAGE = frozenset({"notices:acknowledge", "custody:arrived", "custody:confirm", "custody:split"})
SIGN_OUT = frozenset(
    {"access:end_sessions", "access:sign_out", "access:change_password", "access:new_password"}
)


def patterns() -> dict[str, URLPattern]:
    """Every pattern of the site by its full name."""
    return dict(_walked(get_resolver(), ""))


def _walked(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _walked(each, f"{space}{each.namespace}:" if each.namespace else space)
        elif not str(each.pattern).lstrip("^").startswith("api/"):
            # Programs show a token, not a session: the API's own tests ask each of its calls.
            yield f"{space}{each.name or each.pattern}", each
