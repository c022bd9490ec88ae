"""Documents come in once, are read, corrected with what stood before, read again, accepted, and held back."""

from dataclasses import replace

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import OBSERVATIONS, PEOPLE, STATE, SUBMISSION, accepted, at, taken

from qorgau.access.permission import NotPermitted
from qorgau.reading.document import DocumentKind, ParagraphKind
from qorgau.treaty import actions, queries, reader, storing
from qorgau.treaty.actions import Correction
from qorgau.treaty.facts.words import Fix, Sender
from qorgau.treaty.models import DocumentRow
from qorgau.treaty.refusal import NoSuchDocument, TreatyRefusal
from qorgau.treaty.storing_readings import read, written

AS_OF = at("2024-02-01")


def page(document: str, actor=PEOPLE.secretary):
    return queries.document(actor, document, as_of=AS_OF)


def test_a_file_is_kept_as_it_came_and_read(store: Store) -> None:
    document = taken()
    line = page(document).line
    assert queries.document_file(PEOPLE.secretary, document).data == OBSERVATIONS.data
    assert line.sender is Sender.TREATY_BODY
    assert line.recommendations == len(
        reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name).recommendations
    )
    assert line.recommendations > 0


def test_the_same_bytes_taken_again_by_anybody_are_the_same_document(store: Store) -> None:
    first = taken()
    again = actions.take_document(PEOPLE.ngo, OBSERVATIONS.data, name="other.docx", now=AS_OF)
    assert (again.made, again.is_new) == (first, False)
    assert DocumentRow.objects.count() == 1


def test_a_stored_reading_is_the_reading() -> None:
    document = reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name)
    assert read(written(document)) == document


def test_altered_bytes_are_refused_and_never_given_out(sqlite_store: Store) -> None:
    from qorgau.treaty.models import ContentBlob

    document = taken()
    ContentBlob.objects.filter(sha256=document).update(bytes=b"another")
    with pytest.raises(storing.ContentAltered):
        queries.document_file(PEOPLE.secretary, document)


def test_a_correction_keeps_what_stood_there_and_its_reason(store: Store) -> None:
    document = taken()
    before = page(document).document.paragraphs[3]
    actions.correct_reading(
        PEOPLE.secretary,
        document,
        Correction(what=Fix.PARAGRAPH_KIND, target="p3", value="positive"),
        reason="It welcomes a law.",
        now=AS_OF,
    )
    shown = page(document)
    (line,) = shown.corrections
    assert shown.document.paragraphs[3].kind is ParagraphKind.POSITIVE
    assert shown.as_read.paragraphs[3].kind is before.kind
    assert (line.before, line.after, line.reason) == (before.kind.value, "positive", "It welcomes a law.")


def test_a_correction_sent_twice_is_one_and_with_other_words_is_refused(store: Store) -> None:
    document = taken()
    leaf = page(document).document.recommendations[0]
    fix = Correction(what=Fix.LEAF_TEXT, target=leaf.id, value="Other words.")
    sent = {"reason": "Misread.", "now": AS_OF, "act_id": "form-1"}
    first = actions.correct_reading(PEOPLE.secretary, document, fix, **sent)
    second = actions.correct_reading(PEOPLE.secretary, document, fix, **sent)
    assert (first.is_new, second.is_new) == (True, False)
    with pytest.raises(TreatyRefusal, match="sent before"):
        actions.correct_reading(PEOPLE.secretary, document, replace(fix, value="Third words."), **sent)


def test_a_withdrawn_correction_stays_in_sight_with_the_reason(store: Store) -> None:
    document = taken()
    fix = Correction(what=Fix.PARAGRAPH_KIND, target="p3", value="positive")
    made = actions.correct_reading(PEOPLE.secretary, document, fix, reason="Welcomes.", now=AS_OF).made
    actions.withdraw_correction(PEOPLE.secretary, document, made, reason="It does not.", now=AS_OF + 60)
    shown = page(document)
    assert shown.document.paragraphs == shown.as_read.paragraphs
    assert [line.withdrawn_why for line in shown.corrections] == ["It does not."]


def test_a_paragraph_is_divided_and_joined_again(store: Store) -> None:
    document = taken()
    place, paragraph = next(
        (place, each) for place, each in enumerate(page(document).document.paragraphs) if len(each.text) > 80
    )
    offset = paragraph.text.index(" ", 40)
    split = Correction(what=Fix.SPLIT, target=f"p{place}", value=str(offset), place="99")
    actions.correct_reading(PEOPLE.secretary, document, split, reason="Two paragraphs.", now=AS_OF)
    first, second = page(document).document.paragraphs[place : place + 2]
    assert f"{first.text} {second.text}" == paragraph.text
    assert second.number == "99"
    join = Correction(what=Fix.JOIN, target=f"p{place + 1}")
    actions.correct_reading(PEOPLE.secretary, document, join, reason="One after all.", now=AS_OF + 60)
    assert page(document).document.paragraphs[place].text == paragraph.text


def test_a_leaf_is_made_a_recommendation_and_is_none_any_more(store: Store) -> None:
    document = taken()
    leaf = page(document).document.recommendations[0].id
    no = Correction(what=Fix.IS_RECOMMENDATION, target=leaf, value="no")
    actions.correct_reading(PEOPLE.secretary, document, no, reason="Only a concern.", now=AS_OF)
    assert leaf not in {each.id for each in page(document).document.recommendations}
    yes = Correction(what=Fix.IS_RECOMMENDATION, target=leaf, value="yes")
    actions.correct_reading(PEOPLE.secretary, document, yes, reason="It asks.", now=AS_OF + 60)
    assert page(document).document.recommendations[0].id == leaf


def test_a_newer_reading_keeps_corrections_and_says_which_no_longer_fits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = taken()
    shown = page(document)
    kept, lost = shown.document.recommendations[0].id, shown.document.recommendations[-1].id
    for leaf in (kept, lost):
        fix = Correction(what=Fix.LEAF_TEXT, target=leaf, value=f"Corrected {leaf}.")
        actions.correct_reading(PEOPLE.secretary, document, fix, reason="Misread.", now=AS_OF)
    newer = _without(reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name), lost)
    monkeypatch.setattr(reader, "read_document", lambda data, name, **how: newer)
    actions.read_again(PEOPLE.secretary, document, now=AS_OF + 60)
    after = page(document)
    assert len(after.readings) == 2
    assert after.document.recommendations[0].text == f"Corrected {kept}."
    assert [line.target for line in after.misfits] == [lost]
    assert len(after.corrections) == 2


def test_what_a_person_says_a_document_is_stays_when_it_is_read_again(store: Store) -> None:
    document = taken()
    first = page(document).line.kind
    kinds = [DocumentKind.NGO_SUBMISSION, None, DocumentKind(first), DocumentKind.NGO_SUBMISSION]
    told = []
    for after, kind in enumerate(kinds, start=1):
        actions.read_again(PEOPLE.secretary, document, kind=kind, now=AS_OF + 60 * after)
        told.append(page(document).line.kind)
    assert told == ["ngo_submission", "ngo_submission", first, "ngo_submission"]


def _without(document, leaf):
    """A reading by another program, which no longer finds one leaf."""
    paragraphs = tuple(
        replace(each, leaves=tuple(one for one in each.leaves if one.id != leaf))
        for each in document.paragraphs
        if each.number != leaf
    )
    rest = tuple(each for each in document.recommendations if each.id != leaf)
    return replace(document, paragraphs=paragraphs, recommendations=rest)


def test_accepting_tracks_every_recommendation_with_its_deadline(store: Store) -> None:
    document = accepted()
    shown = page(document)
    board = queries.board(PEOPLE.secretary, queries.Asked(document=document, size=500), as_of=AS_OF)
    assert set(shown.tracked) == {each.id for each in shown.document.recommendations}
    assert board.total == len(shown.document.recommendations)
    assert shown.document.follow_up is not None
    chosen = {line.leaf for line in board.lines if line.follow_up}
    assert chosen
    assert {line.due for line in board.lines if line.follow_up} == {shown.document.follow_up.due}
    assert {line.what.value for line in shown.due} >= {"follow_up", "next_report"}


def test_accepting_twice_tracks_nothing_twice(store: Store) -> None:
    document = accepted()
    again = actions.accept_document(PEOPLE.secretary, document, now=AS_OF)
    assert not again.is_new


def test_the_number_of_a_tracked_leaf_stays(store: Store) -> None:
    document = accepted()
    leaf = page(document).document.recommendations[0].id
    fix = Correction(what=Fix.ID, target=leaf, value="999")
    with pytest.raises(TreatyRefusal, match="tracked and cited"):
        actions.correct_reading(PEOPLE.secretary, document, fix, reason="Wrong.", now=AS_OF)


@pytest.mark.parametrize("reader_of_it", [*STATE, PEOPLE.other_ngo, PEOPLE.npm, None])
def test_what_an_organisation_holds_back_is_shown_to_nobody_else(sqlite_store: Store, reader_of_it) -> None:
    made = actions.take_document(
        PEOPLE.ngo, SUBMISSION.data, name=SUBMISSION.name, held_back=True, now=at("2024-01-10")
    ).made
    actions.accept_document(PEOPLE.ngo, made, now=at("2024-01-10", 11))
    theirs = queries.board(PEOPLE.ngo, queries.Asked(), as_of=AS_OF)
    assert theirs.total > 0
    with pytest.raises(NoSuchDocument):
        queries.document(reader_of_it, made, as_of=AS_OF)
    assert queries.documents(reader_of_it).total == 0
    assert queries.board(reader_of_it, queries.Asked(), as_of=AS_OF).total == 0


def test_whoever_has_the_same_file_learns_nothing_of_who_holds_it_back(store: Store) -> None:
    held = actions.take_document(
        PEOPLE.ngo, SUBMISSION.data, name="a.docx", held_back=True, now=at("2024-01-10")
    )
    public = actions.take_document(PEOPLE.secretary, SUBMISSION.data, name="b.docx", now=AS_OF)
    assert public.is_new
    assert public.made != held.made
    assert queries.documents(PEOPLE.secretary).total == 1
    assert queries.documents(PEOPLE.ngo).total == 2


def test_only_who_holds_a_document_back_publishes_it_and_then_everybody_reads_it(store: Store) -> None:
    made = actions.take_document(
        PEOPLE.ngo, SUBMISSION.data, name=SUBMISSION.name, held_back=True, now=at("2024-01-10")
    ).made
    actions.accept_document(PEOPLE.ngo, made, now=at("2024-01-10", 11))
    with pytest.raises(NoSuchDocument):
        actions.publish_document(PEOPLE.secretary, made, on=_day("2024-01-20"), now=AS_OF)
    actions.publish_document(PEOPLE.ngo, made, on=_day("2024-01-20"), now=AS_OF)
    assert queries.document(None, made, as_of=AS_OF).line.published_on == _day("2024-01-20")
    assert queries.board(None, queries.Asked(), as_of=AS_OF).total > 0


@pytest.mark.parametrize("who", [PEOPLE.secretary, PEOPLE.other_ngo, PEOPLE.analyst])
def test_nobody_but_its_authors_corrects_an_organisations_document(sqlite_store: Store, who) -> None:
    made = actions.take_document(PEOPLE.ngo, SUBMISSION.data, name=SUBMISSION.name, now=at("2024-01-10")).made
    assert queries.document(who, made, as_of=AS_OF).line.sender is Sender.NGO
    fix = Correction(what=Fix.PARAGRAPH_KIND, target="p0", value="other")
    with pytest.raises(TreatyRefusal, match="body that entered it"):
        actions.correct_reading(who, made, fix, reason="Softer.", now=AS_OF)


def test_words_from_a_file_held_back_stand_on_no_page_of_a_public_recommendation(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted()
    own = reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name)
    canary = replace(
        own,
        language="kk",
        recommendations=tuple(replace(each, text="CANARY draft") for each in own.recommendations),
    )
    monkeypatch.setattr(reader, "read_document", lambda data, name, **how: canary)
    held = actions.take_document(PEOPLE.ngo, b"a translation", name="t.txt", held_back=True, now=AS_OF).made
    actions.accept_document(PEOPLE.ngo, held, now=AS_OF + 60)
    told = queries.board(None, queries.Asked(size=500), as_of=AS_OF)
    pages = [queries.recommendation(None, line.id, as_of=AS_OF) for line in told.lines]
    assert "CANARY" not in repr((told, pages))
    assert queries.board(None, queries.Asked(text="canary"), as_of=AS_OF).total == 0


def test_a_custody_officer_takes_in_no_document(sqlite_store: Store) -> None:
    with pytest.raises(NotPermitted):
        taken(by=PEOPLE.officer)


def _day(typed: str):
    from datetime import date

    return date.fromisoformat(typed)
