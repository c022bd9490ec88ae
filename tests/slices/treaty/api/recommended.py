"""Programs for the tests of the treaty API, and a cycle with everything that an address may name."""

from __future__ import annotations

from typing import Any

from tests.slices.custody.api.programs import Program, token_for
from tests.slices.treaty.cycle import CATALOGUE, OBSERVATIONS, PEOPLE

from qorgau.access.actor import Actor

STEM = "CAT-C-KAZ-CO-4"
TEN = f"{CATALOGUE}#10"
OCTETS = "application/octet-stream"


def program(who: Actor) -> Program:
    """A program with a token of this actor."""
    return Program(token_for(who))


def ok(answer: Any) -> Any:
    """The JSON of an answer that is none of the refusals."""
    assert answer.status_code in (200, 201), answer.content.decode()
    return answer.json()


def catalogued(secretary: Program) -> None:
    """The law's own catalogue, followed."""
    ok(secretary.post("/treaty/catalogues", {"symbol": CATALOGUE, "follow_up": False}))


def uploaded(who: Program, paper: Any = OBSERVATIONS, **query: str) -> dict[str, Any]:
    """A document, taken in."""
    more = "&".join(f"{name}={value}" for name, value in {"name": paper.name, **query}.items())
    return dict(ok(who.send(f"/treaty/documents?{more}", paper.data, OCTETS)))


def assigned(secretary: Program, *, of: str = TEN, lead: str = "mia") -> None:
    """A body that answers for a recommendation."""
    ok(secretary.post("/treaty/assignments", {"recommendations": [of], "lead": lead, "since": "2024-01-10"}))


def everything() -> dict[str, str]:
    """A cycle with a draft, an action, a reply, an alternative report; ids by the names of the addresses."""
    secretary, writer, ngo = program(PEOPLE.secretary), program(PEOPLE.writer), program(PEOPLE.ngo)
    catalogued(secretary)
    document = uploaded(secretary)["made"]
    assigned(secretary)
    ok(writer.post("/treaty/replies", {"recommendations": [TEN], "text": "A first answer."}))
    ok(ngo.post("/treaty/alternatives", {"recommendations": [TEN], "title": "Beside it", "text": "Not yet."}))
    draft = ok(
        secretary.post(
            "/treaty/drafts", {"kind": "follow_up_report", "document": CATALOGUE, "language": "en"}
        )
    )
    return {
        "secretary": secretary.token,
        "ngo": ngo.token,
        "writer": writer.token,
        "nobody": "",
        "document_id": document,
        "stem": STEM,
        "leaf": "10",
        "thing_id": draft["draft"],
        "block_id": "introduction",
    }
