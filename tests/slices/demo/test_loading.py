"""Loading a synthetic country: marked, idempotent, and with every state a verdict may have."""

from collections import Counter

import pytest
from tests.slices.store import Store

from qorgau.access.actions.accounts import account_named
from qorgau.access.models import Account, AppCode, Appointment
from qorgau.access.roles import STAFF, Role
from qorgau.access.sign_in import app_codes
from qorgau.access.sign_in.passwords import matches
from qorgau.custody.facts.known import known_of
from qorgau.custody.models import ClockRow, CustodyRow, PartyRow
from qorgau.demo.accounts import NoCode, code_of, new_keys, open_accounts
from qorgau.demo.accounts_plan import ACCOUNTS
from qorgau.demo.loading import NotSynthetic, load
from qorgau.demo.marker import MARKER, Marker, is_synthetic, read_marker, write_marker
from qorgau.demo.size import Size
from qorgau.demo.stories import STORIES
from qorgau.demo.world import Share, World, country_of, custodies, inventory, stories
from qorgau.lawbook import Language
from qorgau.places.models import CellRow, PlaceRow
from qorgau.recording.batches import integrate_now
from qorgau.recording.history import history
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.verification import verify_record
from qorgau.safeguards import State

UNTIL = 1_795_000_000
NOW = UNTIL + 60
MARK = Marker(size=Size.SMALL, seed=7, until=UNTIL)


def world() -> World:
    return World(size=Size.SMALL, seed=7, until=UNTIL, instance="demo.test")


def fill(store: Store, *, of: int = 100) -> None:
    """The places, the known stories and every hundredth custody."""
    write_marker(store.folder, MARK)
    country = country_of(7)
    share = custodies(world(), country, Share(number=0, of=of))
    load([inventory(world(), country), *stories(world(), country), *share], folder=store.folder, now=NOW)


def test_nothing_invented_is_written_into_a_record_that_is_not_marked(sqlite_store: Store) -> None:
    with pytest.raises(NotSynthetic, match=MARKER):
        load(stories(world(), country_of(7)), folder=sqlite_store.folder, now=NOW)
    assert not StoredEntry.objects.exists()


def test_a_marked_folder_is_known_as_synthetic_and_an_ordinary_one_is_not(sqlite_store: Store) -> None:
    assert not is_synthetic(sqlite_store.folder, {})
    assert is_synthetic(sqlite_store.folder, {"QORGAU_DEMO": "1"})
    write_marker(sqlite_store.folder, MARK)
    assert is_synthetic(sqlite_store.folder, {})
    assert read_marker(sqlite_store.folder) == MARK


def test_loading_twice_adds_nothing(store: Store) -> None:
    fill(store)
    before = set(StoredEntry.objects.values_list("id", "received"))
    fill(store)
    assert set(StoredEntry.objects.values_list("id", "received")) == before


def test_an_entry_keeps_the_time_at_which_its_story_says_it_came_in(sqlite_store: Store) -> None:
    fill(sqlite_store)
    told = {e.draft.id: e.received for sent in stories(world(), country_of(7)) for e in sent}
    held = dict(StoredEntry.objects.filter(id__in=told).values_list("id", "received"))
    assert held == told


def test_a_synthetic_record_verifies_like_any_other(sqlite_store: Store) -> None:
    fill(sqlite_store)
    integrate_now(as_of=NOW)
    assert verify_record(as_of=NOW).findings == ()


def test_what_was_folded_while_loading_is_what_a_rebuild_gives(sqlite_store: Store) -> None:
    fill(sqlite_store)
    live = {model: list(model.objects.order_by("pk").values()) for model in (CustodyRow, ClockRow, PlaceRow)}
    rebuild(as_of=NOW)
    assert {model: list(model.objects.order_by("pk").values()) for model in live} == live


def test_places_and_cells_come_out_of_the_inventory_as_planned(sqlite_store: Store) -> None:
    fill(sqlite_store)
    planned = country_of(7).places
    assert PlaceRow.objects.count() == len(planned)
    assert CellRow.objects.count() == sum(len(place.cells) for place in planned)


def test_verdicts_of_the_demo_have_every_state(sqlite_store: Store) -> None:
    fill(sqlite_store, of=40)
    states: Counter[State] = Counter()
    for custody in CustodyRow.objects.values_list("custody_id", flat=True):
        known = known_of(custody, history("custody", custody))
        assert known is not None
        states.update(each.verdict.state for each in known.judged(as_of=UNTIL))
    assert set(states) == set(State)


def test_the_known_stories_are_where_their_titles_say(sqlite_store: Store) -> None:
    fill(sqlite_store)
    rows = {name: CustodyRow.objects.get(custody_id=story.custody) for name, story in STORIES.items()}
    assert "parent" in rows["child-at-night"].missing.split()
    assert rows["child-at-night"].is_child
    assert rows["did-not-arrive"].status == "unconfirmed"
    assert rows["did-not-arrive"].destination_id == "demo-almaty-sizo-1"
    assert {"consul", "interpreter"} <= set(rows["without-consul"].missing.split())
    assert rows["referred"].answered_breaches == 1
    late = ClockRow.objects.filter(custody_id=STORIES["judge-late"].custody, state_when_folded="late")
    assert "kz/judge_within_48_hours" in set(late.values_list("safeguard", flat=True))
    broken = ClockRow.objects.filter(
        custody_id=STORIES["lawyer-turned-away"].custody, state_when_folded="breached"
    )
    assert "kz/lawyer_not_turned_away" in set(broken.values_list("safeguard", flat=True))


def test_the_lawyer_and_the_relative_of_the_demo_are_parties_of_their_client(sqlite_store: Store) -> None:
    fill(sqlite_store)
    parties = PartyRow.objects.filter(custody_id=STORIES["lawyer-turned-away"].custody)
    assert {"demo-lawyer", "demo-relative"} <= set(parties.values_list("account", flat=True))


def test_there_is_an_account_for_every_role_and_its_password_is_told_once(sqlite_store: Store) -> None:
    write_marker(sqlite_store.folder, MARK)
    keys = open_accounts(language=Language.EN, now=NOW)
    assert {key.role for key in keys} == set(Role)
    assert len({key.password for key in keys}) == len(keys)
    assert all(matches(account_named(key.sign_in_name), key.password) for key in keys[:2])
    assert open_accounts(language=Language.EN, now=NOW) == ()
    assert Appointment.objects.count() == len(ACCOUNTS)


def test_no_password_or_secret_of_the_demo_is_kept_in_clear(sqlite_store: Store) -> None:
    write_marker(sqlite_store.folder, MARK)
    keys = open_accounts(language=Language.EN, now=NOW)
    kept = str([*Account.objects.values_list("password"), *AppCode.objects.values_list("box")])
    bodies = b"".join(bytes(body) for body in StoredEntry.objects.values_list("body", flat=True))
    for key in keys:
        assert key.password not in kept
        assert key.password.encode() not in bodies
        assert not key.secret or key.secret not in kept


def test_staff_sign_in_with_the_code_that_the_demo_shows(sqlite_store: Store) -> None:
    write_marker(sqlite_store.folder, MARK)
    keys = open_accounts(language=Language.EN, now=NOW)
    assert all(bool(key.secret) == (key.role in STAFF) for key in keys)
    officer = account_named("officer")
    assert app_codes.is_right(officer, code_of("officer", now=NOW), now=NOW)
    with pytest.raises(NoCode):
        code_of("lawyer", now=NOW)


def test_new_passwords_end_the_old_ones(sqlite_store: Store) -> None:
    write_marker(sqlite_store.folder, MARK)
    (old, *_) = open_accounts(language=Language.EN, now=NOW)
    (new, *_) = new_keys(language=Language.EN, now=NOW)
    account = account_named(old.sign_in_name)
    assert matches(account, new.password)
    assert not matches(account, old.password)
