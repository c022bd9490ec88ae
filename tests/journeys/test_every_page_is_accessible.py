"""Axe finds nothing on any page of the site, in three languages; none scrolls sideways on a phone or says an error.

The addresses are walked: one that is neither a page here nor has a reason fails the test.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browsing import DESK, PHONE
from tests.journeys.conftest import SignIn
from tests.portal.addresses import ADDRESSES

RECORD, STATION = "/custody/demo-child-at-night/", "demo-almaty-station-1"
LATE = "?safeguard=kz/judge_within_48_hours&basis=national_law&subject=demo-judge-late"

AT_HEARING = "/complaints/demo-complaint-at-hearing/"
ASKED = "/treaty/recommendation/CAT-C-KAZ-CO-4/"
A_DOCUMENT = "main a[href^='/treaty/documents/']:not([href$='/documents/']):not([href$='/take/'])"
A_REPORT = "main a[href^='/treaty/reports/']:not([href$='/reports/']):not([href$='/new/'])"

# By whom, and where each page is; `from X: Y` is the first link on page X whose address contains Y,
# `via S on X` the first that the selector S finds there.
PAGES = {
    "officer": {
        "start": "/",
        "custody:board": "/board/",
        "custody:book": "/custody/new/",
        "custody:record": RECORD,
        "custody:choose": f"{RECORD}add/",
        "custody:add": f"{RECORD}add/InjurySeen/",
        "custody:correct": f"from {RECORD}: /correct/",
        "custody:find": "/find/",
        "notices:notices": "/notices/",
        "handover:handover": f"/handover/?place={STATION}",
        "places:new_unofficial": "/places/new/unofficial/",
        "access:own_account": "/my-account/",
        "access:change_password": "/my-account/password/",
    },
    "prosecutor": {
        "custody:why": f"/custody/demo-judge-late/why/{LATE}",
        "custody:answer": f"/custody/demo-judge-late/answer/{LATE}",
        "custody:export": "/custody/export/",
        "custody:answers": "/custody/answers/",
        "custody:join": "/custody/demo-judge-late/join/",
        "enquiries:desk": "/enquiry/answers/",
        "enquiries:unanswered": "/enquiry/unanswered/",
    },
    "lawyer": {
        "enquiries:people": "/lookup/",
        "enquiries:person": "/lookup/demo-lawyer-turned-away/",
        "enquiries:looks": "/looks/demo-lawyer-turned-away/",
        "mailboxes:complain": "/complain/",
        "mailboxes:kiosk": f"/kiosk/{STATION}/",
        "mailboxes:mailbox": "/mailbox/",
        "mailboxes:carry_out": "/carry-out/",
        "mailboxes:receipt": "/receipt/",
        "enquiries:ask": "/enquiry/",
        "enquiries:fetch": "/enquiry/answer/",
        "custody_papers:rights_cards": "/rights/",
        "custody_papers:rights_card": "/rights/en/",
    },
    "head": {
        "carrying:overview": "/carry/",
        "carrying:trust": "/carry/trust/",
        "carrying:out": "/carry/out/",
        "carrying:in": "/carry/in/",
        "carrying:clock": "/carry/clock/",
    },
    "inspectorate": {
        "complaints:typed": "/complain/typed/",
        "complaints:inbox": "/complaints/",
        "complaints:case": AT_HEARING,
        "complaints:assign": f"{AT_HEARING}assign/",
        "complaints:act": f"{AT_HEARING}act/take_evidence/",
        "complaints:diagram": f"via .q-diagram + p a on {AT_HEARING}",
        "complaints:move": f"via .q-at-once a[href*=procedures] on {AT_HEARING}",
        "complaints:why": f"from {AT_HEARING}: /why/",
        "complaints:correct": f"from {AT_HEARING}: /entries/",
        "complaints:officer": f"from {AT_HEARING}: /officers/",
        "complaints:read_sealed": "from /complaints/: /open/",
        "complaints:oversight": "/complaints/oversight/",
        "complaints:hearings": "/hearings/",
    },
    "npm": {
        "complaints:watch": "/complaints/watch/",
        "complaints:act": f"{AT_HEARING}act/release_identity/",
    },
    "council": {
        "treaty:board": "/treaty/",
        "treaty:recommendation": f"{ASKED}14(a)/",
        "treaty:act": f"{ASKED}14(a)/act/plan/",
        "treaty:documents": "/treaty/documents/",
        "treaty:document": f"via {A_DOCUMENT} on /treaty/documents/",
        "treaty:take": "/treaty/documents/take/",
        "treaty:choose_sides": "/treaty/side-by-side/",
        "treaty:calendar": "/treaty/calendar/",
        "treaty:articles": "/articles/",
        "treaty:article": "/articles/kz/cc_146/",
        "treaty:reports": "/treaty/reports/",
        "treaty:new_report": "/treaty/reports/new/",
        "treaty:report": f"via {A_REPORT} on /treaty/reports/",
        "treaty:public_board": "/recommendations/",
        "treaty:public_calendar": "/recommendations/deadlines/",
        "treaty:public_data": "/recommendations/data/",
        "treaty:public_recommendation": "/recommendations/CAT-C-KAZ-CO-4/14(a)/",
    },
    "administrator": {
        "access:accounts": "/accounts/",
        "access:new_account": "/accounts/new/",
        "access:account": "/accounts/demo-analyst/",
        "access:appoint": "/accounts/demo-analyst/appoint/",
        "access:reset": "/accounts/demo-analyst/reset/",
        "access:close": "/accounts/demo-analyst/close/",
        "access:tokens": "/accounts/tokens/",
        "places:index": "/places/",
        "places:new": "/places/new/",
        "places:place": "/places/demo-almaty-ivs-1/",
        "places:change": "/places/demo-almaty-ivs-1/change/",
        "places:close": "/places/demo-almaty-ivs-1/close/",
        "places:new_cell": "/places/demo-almaty-ivs-1/cells/new/",
        "places:cell": "from /places/demo-almaty-ivs-1/: /cells/",
        "places:units": "/units/",
        "places:new_unit": "/units/new/",
        "places:unit": "from /units/: /units/demo-",
    },
}
_BUTTON = "a button: it answers by sending back to a page"
_PAPER = "a file, not a page"
_STEP = "a step of signing in, opened in a browser by the tests of access"
_PROGRAM = "an address for programs: JSON or bytes, and no page"
REASONS = {
    **dict.fromkeys(
        (f"mailboxes:{name}" for name in ("take_envelope", "take_chunk", "take_message", "nonce", "fetch",
         "manifests", "pins", "bundle", "log_checkpoint", "log_consistency", "receipt_of", "mirror_list",
         "mirror_let_go", "mirror_one")), _PROGRAM),
    **dict.fromkeys(
        ("language", "custody:add_at_once", "custody:withdraw", "custody:confirm", "custody:split",
         "custody:arrived", "notices:acknowledge", "handover:taken", "access:remove_app",
         "complaints:open_run", "complaints:message", "complaints:withdraw_entry", "complaints:confirm_correction",
         "access:remove_passkey", "access:end_sessions", "access:revoke_token", "access:sign_out"), _BUTTON),
    **dict.fromkeys(
        ("custody_papers:record_pdf", "custody_papers:paper_form_pdf", "custody_papers:shift_list_pdf",
         "complaints:paper", "complaints:envelope", "complaints:opener_file", "complaints:message_file", "complaints:oversight_csv",
         "complaints:hearings_file", "custody_papers:rights_card_pdf", "places:export_csv", "places:export_xlsx", "enquiries:key"), _PAPER),
    **dict.fromkeys(
        (f"access:{name}" for name in ("sign_in", "sign_in_by_passkey", "passkey_challenge", "onward", "second",
         "again", "enrol", "enrol_app", "enrol_passkey", "new_password", "role", "no_role", "add_app",
         "add_passkey", "new_codes")), _STEP),
    **dict.fromkeys(
        ("mailboxes:worker", "mailboxes:complain_app", "mailboxes:kiosk_app", "mailboxes:carry_out_app",
         "mailboxes:receipt_checker"), _PAPER),
    **dict.fromkeys(
        (f"mailboxes:{name}_in" for name in ("complain", "kiosk", "mailbox", "carry_out", "receipt")),
        "the same page with its language in the address"),
    **dict.fromkeys(
        (f"treaty:{name}" for name in ("accept", "correct_report", "discard_report", "issue_report", "publish_document", "put_in",
         "read_again", "recount_report", "remove_block", "restore_version", "take_catalogue", "withdraw_correction")), _BUTTON),
    **dict.fromkeys(
        (f"treaty:{name}" for name in ("calendar_file", "document_file", "export", "issued_file", "public_calendar_file", "public_export",
         "public_feed", "report_file")), _PAPER),
    **dict.fromkeys(
        (f"treaty:{name}" for name in ("add_block", "correct", "judge", "public_document", "report_block",
         "report_cover", "report_versions", "side_by_side")),
        "a part of the pages above, opened in a browser by the treaty cycle's own tests and journey"),
    "gallery": "has a test of its own in tests/portal",
    "places:reopen": "the same page as closing, for a place that is closed",
    "places:close_cell": "the same page as closing a place",
    "access:new_token": "the same form as appointing",
    "access:end_appointment": "the same page as closing an account",
    "carrying:card": _PAPER,
    "carrying:arrived": _BUTTON,
    "carrying:look": "needs a bundle of another instance; its page is opened by the tests of carrying",
    "enquiries:answer": "needs an enquiry; opened in a browser by the tests of enquiries",
}  # fmt: skip


def test_every_address_is_opened_here_or_has_a_reason() -> None:
    opened = {name for of_account in PAGES.values() for name in of_account}
    # That these are all addresses of the site is asked by the test of every role.
    assert sorted(ADDRESSES) == sorted(opened | set(REASONS))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("account", PAGES)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    signed_in: SignIn, account: str, language: str
) -> None:
    page, wrong = signed_in(account, language=language), list[str]()
    for name, address in PAGES[account].items():
        wrong += (f"{name}: {each}" for each in _faults(page, address))
    assert not wrong, "\n".join(wrong)


def _faults(page: Page, address: str) -> Iterator[str]:
    page.set_viewport_size(DESK)
    path = _found(page, address)
    answer = page.goto(path)
    assert answer is not None
    if answer.status != 200:
        yield f"answers {answer.status}"
        return
    for each in Axe().run(page).response["violations"]:
        yield f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}"
    page.set_viewport_size(PHONE)
    if (width := page.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
        yield f"{width} wide on a phone"


def _found(page: Page, address: str) -> str:
    if address.startswith("via "):
        place, _, source = address.removeprefix("via ").partition(" on ")
        page.goto(source)
        return page.locator(place).first.get_attribute("href") or ""
    if not address.startswith("from "):
        return address
    source, _, part = address.removeprefix("from ").partition(": ")
    page.goto(source)
    return page.locator(f"main a[href*='{part}']:not([href$='/new/'])").first.get_attribute("href") or ""
