"""The command `bundle`: from card to carried entry, as two operators would do it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.slices.recording.small_slice import CustodyRow, opened
from tests.slices.recording.two_instances import CENTRE, DESK, Pair, pair
from tests.slices.store import Store

from qorgau.recording.bundles import trusted
from qorgau.recording.bundles.commands import bundle


@pytest.fixture
def both(sqlite_store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    made = pair(sqlite_store, sqlite_template, tmp_path)
    # Here the two are to come to know each other by the commands.
    trusted._path().unlink()
    with made.at_desk():
        trusted._path().unlink()
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(bundle, [str(each) for each in arguments])


def saved_card(folder: Path, name: str) -> Path:
    done = run("card")
    assert "Fingerprint" in done.stderr
    path = folder / name
    path.write_text(done.stdout)
    return path


def test_two_operators_exchange_cards_and_carry_entries_on_a_stick(both: Pair, tmp_path: Path) -> None:
    centre = saved_card(tmp_path, "centre.card")
    with both.at_desk():
        desk = saved_card(tmp_path, "desk.card")
        assert "Trusted: " + CENTRE in run("trust", centre).output
    both.typed_at_desk(opened(1))
    with both.at_desk():
        written = run("write", both.stick, "--to", CENTRE)
    assert written.exit_code == 0, written.output
    assert ": 1 entries" in written.output
    (file,) = both.stick.iterdir()

    unknown = run("read", file)
    assert unknown.exit_code == 2
    assert f"does not know {DESK}" in unknown.output
    run("trust", desk)
    shown = run("show", file)
    assert "1 entries, 1 persons" in shown.output
    assert "1 would be stored" in run("read", file, "--dry-run").output
    assert not CustodyRow.objects.exists()
    assert "1 stored, 0 held already" in run("read", file, "--by", "courier-1").output
    assert "0 stored, 1 held already" in run("read", file).output
    assert CustodyRow.objects.get().name == "Canary 1"


def test_a_bundle_for_others_shows_only_its_label(both: Pair, tmp_path: Path) -> None:
    centre = saved_card(tmp_path, "centre.card")
    both.typed_at_desk(opened(1))
    with both.at_desk():
        run("trust", centre)
        run("write", both.stick, "--to", CENTRE)
        (file,) = both.stick.iterdir()
        shown = run("show", file)
    assert shown.exit_code == 0
    assert "anybody can write" in shown.output
    assert "Signed" not in shown.output


def test_writing_for_an_instance_nobody_trusts_names_the_way_to_trust_it(both: Pair) -> None:
    refused = run("write", both.stick, "--to", "nobody.example")
    assert refused.exit_code == 2
    assert "qorgau bundle card" in refused.output


def test_a_time_that_is_none_is_refused(both: Pair) -> None:
    refused = run("write", both.stick, "--to", CENTRE, "--since", "yesterday")
    assert refused.exit_code == 2
    assert "`yesterday` is no time" in refused.output
