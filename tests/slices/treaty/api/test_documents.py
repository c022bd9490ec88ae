"""Documents by a program: taken by upload, read, corrected, accepted; wrong files are refused and nothing is shown to others."""

import pytest
from tests.slices.store import Store
from tests.slices.treaty.api.recommended import OCTETS, ok, program, uploaded
from tests.slices.treaty.cycle import OBSERVATIONS, PEOPLE, SUBMISSION

from qorgau.reading import as_json, read_document
from qorgau.treaty.actions import documents as taking


def test_an_upload_is_read_corrected_accepted_and_given_back_byte_for_byte(store: Store) -> None:
    secretary = program(PEOPLE.secretary)
    made = uploaded(secretary)
    assert made["is_new"] is True
    assert made["entries"][0]["promise"]
    assert uploaded(secretary)["is_new"] is False
    path = f"/treaty/documents/{made['made']}"
    page = ok(secretary.get(path))
    read = as_json(read_document(OBSERVATIONS.data, OBSERVATIONS.name))
    assert page["as_read"]["recommendations"] == read["recommendations"]
    leaf = read["recommendations"][0]["id"]
    asked = {"what": "leaf_text", "target": leaf, "value": "Do it at once.", "reason": "A word was misread."}
    mended = ok(secretary.post(f"{path}/corrections", asked, key="k1"))
    assert ok(secretary.post(f"{path}/corrections", asked, key="k1"))["is_new"] is False
    other = secretary.post(f"{path}/corrections", {**asked, "value": "Another."}, key="k1")
    assert (other.status_code, other.json()["type"]) == (409, "/api/#key_used")
    page = ok(secretary.get(path))
    assert page["document"]["recommendations"][0]["text"] == "Do it at once."
    assert page["as_read"]["recommendations"][0]["text"] != "Do it at once."
    ok(secretary.post(f"{path}/corrections/{mended['made']}/withdrawal", {"reason": "It was right."}))
    ok(secretary.post(f"{path}/acceptance", {"leaves": [leaf]}))
    assert ok(secretary.get("/treaty/recommendations"))["total"] == 1
    ok(secretary.post(f"{path}/acceptance", {}))
    assert ok(secretary.get("/treaty/recommendations"))["total"] == len(read["recommendations"])
    file = secretary.get(f"{path}/file")
    assert file.content == OBSERVATIONS.data
    assert file["Content-Disposition"].startswith("attachment")


def test_a_program_says_what_a_document_is_and_later_readings_keep_it(sqlite_store: Store) -> None:
    secretary = program(PEOPLE.secretary)
    made = uploaded(secretary, kind="visit_report")["made"]
    path = f"/treaty/documents/{made}"
    assert ok(secretary.get(path))["document"]["kind"] == "visit_report"
    ok(secretary.post(f"{path}/readings?kind=concluding_observations"))
    ok(secretary.post(f"{path}/readings"))
    assert ok(secretary.get(path))["document"]["kind"] == "concluding_observations"
    assert secretary.post(f"{path}/readings?kind=letter").status_code == 422


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"\x00\x01\x02\xff" * 50, 422),
        (b"%PDF-1.7 nothing", 422),
        (b"PK\x03\x04 no archive", 422),
    ],
)
def test_what_is_no_document_is_refused_with_a_sentence(
    sqlite_store: Store, content: bytes, status: int
) -> None:
    answer = program(PEOPLE.secretary).send("/treaty/documents?name=x.pdf", content, OCTETS)
    assert answer.status_code == status
    told = answer.json()
    assert told["errors"][0]["field"] == "file"
    assert told["errors"][0]["why"]


def test_a_file_above_the_limit_is_refused_by_its_size(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qorgau.treaty.api import documents

    assert documents.LARGEST_FILE == taking.LARGEST_FILE
    monkeypatch.setattr(documents, "LARGEST_FILE", len(OBSERVATIONS.data) - 1)
    answer = program(PEOPLE.secretary).send("/treaty/documents?name=x", OBSERVATIONS.data, OCTETS)
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/#too_large")


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..\\..\\boot.ini", "/abs/olute.docx", 'a"b\r\nSet-Cookie: x=1.docx', "عقد.docx"],
)
def test_a_name_with_a_path_or_a_header_in_it_leads_nowhere(sqlite_store: Store, name: str) -> None:
    from urllib.parse import quote

    secretary = program(PEOPLE.secretary)
    answer = secretary.send(f"/treaty/documents?name={quote(name)}", OBSERVATIONS.data, OCTETS)
    if answer.status_code == 422:
        return
    made = ok(answer)
    told = ok(secretary.get(f"/treaty/documents/{made['made']}"))["line"]["name"]
    assert "/" not in told
    assert "\\" not in told
    file = secretary.get(f"/treaty/documents/{made['made']}/file")
    assert file.status_code == 200
    assert "Set-Cookie" not in file.headers
    assert ".." not in file["Content-Disposition"]


def test_what_a_body_holds_back_is_unknown_to_everybody_else(store: Store) -> None:
    ngo, secretary = program(PEOPLE.ngo), program(PEOPLE.secretary)
    held = uploaded(ngo, SUBMISSION, held_back="true")["made"]
    ok(ngo.post(f"/treaty/documents/{held}/acceptance", {}))
    mine = ok(ngo.get("/treaty/recommendations"))["lines"][0]
    leaf = f"/treaty/recommendations/{mine['slug']}/{mine['leaf']}"
    assert ok(ngo.get(leaf))["line"]["held_back"] is True
    for other in (secretary, program(PEOPLE.other_ngo), program(PEOPLE.npm)):
        for path in (f"/treaty/documents/{held}", f"/treaty/documents/{held}/file", leaf, f"{leaf}/evidence",
                     f"{leaf}/proposals", f"/treaty/side-by-side?left={held}&right={held}"):  # fmt: skip
            assert other.get(path).status_code == 404, path
        assert other.post(f"/treaty/documents/{held}/publication", {"on": "2024-01-10"}).status_code == 404
        assert other.post(f"/treaty/documents/{held}/acceptance", {}).status_code == 404
        assert ok(other.get("/treaty/recommendations"))["total"] == 0
        assert ok(other.get("/treaty/documents"))["total"] == 0
    for path in (f"/public/recommendations/{mine['slug']}/{mine['leaf']}",):
        assert secretary.client.get(f"/api/v1{path}").status_code == 404
    ok(ngo.post(f"/treaty/documents/{held}/publication", {"on": "2024-01-10"}))
    assert ok(secretary.get(leaf))["line"]["held_back"] is False
