"""Ways around what is held back: nobody else reads it, finds it, counts it, or is told otherwise because of it."""

from datetime import date

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, at, catalogued, leaf
from tests.slices.treaty.forged import observations

from qorgau.treaty import actions, queries
from qorgau.treaty.actions import Correction, NewAlternative, NewAssessment, NewDeadline, TakenReply
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import DueWhat, Fix, Judgement, SourceLevel, Tie
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.refusal import NoSuchRecommendation, NoSuchThing, TreatyRefusal

NOW = at("2026-02-01")
NINE = "CAT/C/KAZ/CO/9"
WHO = (None, PEOPLE.secretary, PEOPLE.writer, PEOPLE.minister, PEOPLE.npm, PEOPLE.other_ngo)


def held_back(data: bytes, *, by=PEOPLE.ngo, accept: bool = True, name: str = "ours.txt") -> str:
    document = actions.take_document(by, data, name=name, held_back=True, now=NOW).made
    if accept:
        actions.accept_document(by, document, now=NOW)
    return document


def public(data: bytes, *, by=PEOPLE.writer, now: int = NOW + 600) -> str:
    document = actions.take_document(by, data, name="public.txt", now=now).made
    actions.accept_document(by, document, now=now)
    return document


def page(name: str, actor=None):
    return queries.recommendation(actor, name, as_of=NOW + 9000)


def test_a_copy_that_an_organisation_holds_back_does_not_keep_the_catalogue_from_others(store: Store) -> None:
    held_back(observations(CATALOGUE))
    done = actions.take_catalogue(PEOPLE.secretary, CATALOGUE, now=NOW + 60)
    assert done.is_new
    assert page(leaf("10")).paraphrases
    assert queries.board(None, queries.Asked(), as_of=NOW + 90).total == 47


def test_what_followed_is_not_entered_on_what_only_a_held_back_copy_tracks(store: Store) -> None:
    held_back(observations(CATALOGUE))
    with pytest.raises(TreatyRefusal, match="hold nothing"):
        actions.take_follow_up(PEOPLE.secretary, CATALOGUE, now=NOW + 60)


def test_the_number_of_a_leaf_is_free_whether_or_not_others_track_it_in_secret(store: Store) -> None:
    held_back(observations())
    mine = actions.take_document(
        PEOPLE.writer, observations(more="Another line."), name="b.txt", now=NOW
    ).made
    fix = Correction(what=Fix.ID, target="12", value="12bis")
    assert actions.correct_reading(PEOPLE.writer, mine, fix, reason="Misnumbered.", now=NOW).is_new


def test_work_on_a_held_back_copy_is_told_to_nobody_who_takes_in_the_same_file(store: Store) -> None:
    data = observations()
    held_back(data)
    ours = f"{NINE}#12"
    classes = Classes(subjects=("impunity",))
    actions.classify(PEOPLE.ngo, ours, classes, reason="Our own plan.", now=NOW + 60)
    actions.tie_measure(PEOPLE.ngo, ours, Tie.FIGURE, "custodies", reason="Our own plan.", now=NOW + 70)
    public(data)
    for who in WHO:
        shown = page(ours, who)
        assert shown.classes_by == ""
        assert not shown.ties
        assert {each.body for each in shown.timeline} == {"mia"}
    assert RecommendationRow.objects.get(recommendation_id=ours, held_back=False).taken_at >= NOW + 600
    assert page(ours, PEOPLE.ngo).line.text


def test_work_on_ones_own_copy_stands_once_it_is_published(store: Store) -> None:
    document = held_back(observations())
    ours = f"{NINE}#12"
    actions.classify(PEOPLE.ngo, ours, Classes(subjects=("impunity",)), reason="Ours.", now=NOW + 60)
    assert page(ours, PEOPLE.ngo).classes_by == "coalition"
    actions.publish_document(PEOPLE.ngo, document, on=date(2026, 2, 1), now=NOW + 120)
    assert page(ours, PEOPLE.secretary).classes_by == "coalition"


@pytest.mark.parametrize("tracked", [True, False])
def test_a_link_drawn_from_a_held_back_document_is_seen_by_its_body_alone(
    store: Store, tracked: bool
) -> None:
    catalogued()
    document = held_back(observations("CCPR/C/KAZ/CO/7"), accept=tracked)
    mine = "CCPR/C/KAZ/CO/7#12"
    actions.judge_link(
        PEOPLE.ngo, mine, leaf("10"), Judgement.CONFIRMED, reason="Our secret strategy.", now=NOW + 60
    )
    for who in WHO:
        shown = page(leaf("10"), who)
        assert not shown.links
        assert "LinkJudged" not in {each.kind for each in shown.timeline}
    assert [each.right for each in page(leaf("10"), PEOPLE.ngo).links] == [mine]
    assert document


def test_nothing_that_all_see_rests_on_a_document_that_they_may_not_see(store: Store) -> None:
    catalogued()
    document = held_back(observations("CCPR/C/KAZ/CO/7"), accept=False)
    assessment = NewAssessment(
        recommendations=[leaf("14(a)")], grade="not_implemented", words="", on=date(2026, 1, 1),
        source="A letter", level=SourceLevel.OPENED, document=document,
    )  # fmt: skip
    with pytest.raises(TreatyRefusal, match="hold"):
        actions.take_assessment(PEOPLE.ngo, assessment, now=NOW)
    reply = TakenReply(
        recommendations=[leaf("14(a)")], sent_on=date(2026, 1, 1), source="A letter",
        level=SourceLevel.OPENED, document=document,
    )  # fmt: skip
    with pytest.raises(TreatyRefusal, match="hold"):
        actions.take_reply(PEOPLE.ngo, reply, now=NOW)


def test_a_published_alternative_report_does_not_name_the_file_that_is_still_held_back(store: Store) -> None:
    catalogued()
    document = held_back(observations("CCPR/C/KAZ/CO/7"), accept=False)
    new = NewAlternative(
        recommendations=[leaf("14(a)")], title="Ours", document=document, published_on=date(2026, 2, 1)
    )
    actions.take_alternative(PEOPLE.ngo, new, now=NOW)
    (seen,) = page(leaf("14(a)"), PEOPLE.writer).alternatives
    assert seen.document == ""
    (own,) = page(leaf("14(a)"), PEOPLE.ngo).alternatives
    assert own.document == document


def test_what_followed_is_told_of_what_everybody_sees(store: Store) -> None:
    held_back(observations())
    ours = f"{NINE}#12"
    told = NewDeadline(what=DueWhat.OTHER, due=date(2026, 9, 1), recommendations=[ours], note="Our own day.")
    with pytest.raises(TreatyRefusal, match="hold"):
        actions.set_deadline(PEOPLE.ngo, told, now=NOW + 60)


def test_a_day_that_another_body_keeps_to_itself_is_not_met_by_others(store: Store) -> None:
    document = held_back(observations(), accept=False)
    new = NewDeadline(what=DueWhat.NGO_INPUT, due=date(2026, 9, 1), document=document, note="Ours.")
    day = actions.set_deadline(PEOPLE.ngo, new, now=NOW + 60).made
    with pytest.raises(NoSuchThing):
        actions.meet_deadline(PEOPLE.writer, day, on=date(2026, 2, 1), now=NOW + 90)


def test_the_state_corrects_no_reading_of_an_organisations_submission_even_of_a_copy_that_it_took(
    store: Store,
) -> None:
    from tests.slices.treaty.cycle import SUBMISSION

    from qorgau.treaty.facts.words import Sender

    for sender in (None, Sender.OTHER):
        data = SUBMISSION.data + (b"" if sender is None else b"\0")
        copy = actions.take_document(PEOPLE.writer, data, name="s.docx", sender=sender, now=NOW).made
        shown = queries.document(PEOPLE.writer, copy, as_of=NOW)
        assert not shown.may_correct
        assert shown.is_anothers
        fix = Correction(what=Fix.LEAF_TEXT, target=shown.document.recommendations[0].id, value="Softer.")
        with pytest.raises(TreatyRefusal):
            actions.correct_reading(PEOPLE.writer, copy, fix, reason="Ours now.", now=NOW)


def test_held_back_recommendations_are_unknown_in_the_same_words_as_those_that_are_not_there(
    store: Store,
) -> None:
    held_back(observations())
    said = set()
    for name in (f"{NINE}#12", f"{NINE}#99"):
        for who in WHO:
            with pytest.raises(NoSuchRecommendation) as refusal:
                page(name, who)
            said.add(str(refusal.value))
    assert len(said) == 1
