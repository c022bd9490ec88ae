"""Links between recommendations: what is stated, what is reused, what says the same in other words or another language."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qorgau.reading.linking import (
    How,
    Item,
    Reiterated,
    Taken,
    link,
    link_id,
    returns,
    said_elsewhere,
    taken_up,
    text_reuse,
)

# written for these tests, in the manner of committees
EARLIER = [
    Item(
        "old#8",
        "The State party should enter every arrest in a central register that lawyers may read at any hour.",
        paragraph="8",
        symbol="CAT/C/XXX/CO/1",
    ),
    Item(
        "old#9(a)",
        "Move the prisons from the Ministry of the Interior to the Ministry of Justice within two years;",
        paragraph="9(a)",
        symbol="CAT/C/XXX/CO/1",
    ),
    Item(
        "old#9(b)",
        "Recruit doctors for the prisons and buy the medicines that are missing;",
        paragraph="9(b)",
        symbol="CAT/C/XXX/CO/1",
    ),
    Item(
        "old#12",
        "The State party should not return anyone to a country where torture awaits them.",
        paragraph="12",
        symbol="CAT/C/XXX/CO/1",
    ),
    Item(
        "old#15",
        "The State party should plant trees along the roads of the capital.",
        paragraph="15",
        symbol="CAT/C/XXX/CO/1",
    ),
]
LATER = [
    Item(
        "new#10",
        "The Committee urges the State party to keep a central register of all arrests, open to lawyers at any hour.",
        paragraph="10",
        symbol="CAT/C/XXX/CO/2",
    ),
    Item(
        "new#11",
        "The Committee reiterates its previous recommendation on the authority over places of detention.",
        paragraph="11",
        symbol="CAT/C/XXX/CO/2",
        reiterates=(Reiterated("CAT/C/XXX/CO/1", ("9 (a)",)),),
    ),
    Item(
        "new#14",
        "Recruiting doctors for prisons and buying the medicines that are missing;",
        paragraph="14",
        symbol="CAT/C/XXX/CO/2",
    ),
    Item(
        "new#20",
        "The State party should pay pensions to the victims of the flood.",
        paragraph="20",
        symbol="CAT/C/XXX/CO/2",
    ),
]
RUSSIAN = [
    Item(
        "ru#1",
        "Государству-участнику следует вести центральный реестр задержаний, доступный адвокатам.",
        "ru",
    ),
    Item("ru#2", "Набрать врачей для тюрем и закупить недостающие лекарства.", "ru"),
    Item("ru#3", "Никого не высылать в страну, где угрожают пытки.", "ru"),
    Item("ru#4", "Отменить одиночное заключение несовершеннолетних.", "ru"),
]
KAZAKH = [
    Item("kk#1", "Адвокаттарға ашық ұстаулардың орталық тізілімін жүргізу.", "kk"),
    Item("kk#2", "Түрмелерге дәрігерлер қабылдап, жетіспейтін дәрі-дәрмекті сатып алу.", "kk"),
    Item("kk#3", "Азаптау қаупі бар елге ешкімді шығарып жібермеу.", "kk"),
    Item("kk#4", "Кәмелетке толмағандарды жеке қамауға тыйым салу.", "kk"),
]
SENTENCES = st.lists(
    st.sampled_from([item.text for item in (*EARLIER, *LATER)])
    | st.text(alphabet="abcdefg hijk", min_size=3, max_size=60),
    min_size=1,
    max_size=4,
).map(" ".join)


def best(found: tuple, item: str):  # type: ignore[no-untyped-def, type-arg]
    """The first link of an item."""
    return next(each for each in found if each.left == item)


def test_what_a_document_states_itself_is_a_link_whatever_its_words() -> None:
    stated = [each for each in link(LATER, EARLIER) if each.how is How.STATED]
    assert [(each.left, each.right) for each in stated] == [("new#11", "old#9(a)")]
    assert str(stated[0].why.stated) == "CAT/C/XXX/CO/1, para. 9 (a)"


def test_a_stated_link_is_found_from_either_side() -> None:
    assert any(each.how is How.STATED and each.right == "new#11" for each in link(EARLIER, LATER))


def test_a_whole_paragraph_that_is_repeated_stands_for_each_of_its_parts() -> None:
    whole = [Item("x", "Again.", reiterates=(Reiterated("CAT/C/XXX/CO/1", ("9",)),))]
    assert {each.right for each in link(whole, EARLIER) if each.how is How.STATED} == {"old#9(a)", "old#9(b)"}


def test_paragraph_1_is_not_paragraph_12() -> None:
    cited = [Item("x", "Again.", reiterates=(Reiterated("CAT/C/XXX/CO/1", ("1",)),))]
    assert not any(each.how is How.STATED for each in link(cited, EARLIER))


def test_reuse_is_seen_across_endings() -> None:
    found = best(link(LATER, EARLIER), "new#14")
    assert (found.right, found.how) == ("old#9(b)", How.EXACT_REUSE)
    assert any(span.inflected for span in found.reuse.spans)


def test_the_same_demand_in_other_words_comes_first_with_its_words() -> None:
    found = best(link(LATER, EARLIER), "new#10")
    assert (found.right, found.rank) == ("old#8", 1)
    assert found.margin > 0
    assert "register" in found.why.subjects
    assert ("central", "central") in found.why.words


@pytest.mark.parametrize("others", [RUSSIAN, KAZAKH], ids=["ru", "kk"])
def test_the_same_demand_is_found_in_another_language(others: list[Item]) -> None:
    asked = [EARLIER[0], EARLIER[2], EARLIER[3]]
    found = link(asked, others)
    assert [best(found, item.id).right[3:] for item in asked] == ["1", "2", "3"]


def test_the_same_demand_is_found_between_russian_and_kazakh() -> None:
    found = link(RUSSIAN, KAZAKH)
    assert [best(found, item.id).right for item in RUSSIAN] == ["kk#1", "kk#2", "kk#3", "kk#4"]
    assert [best(link(KAZAKH, RUSSIAN), item.id).right for item in KAZAKH] == ["ru#1", "ru#2", "ru#3", "ru#4"]


def test_candidates_of_different_languages_are_ranked_apart() -> None:
    found = link(EARLIER[:1], [*LATER, *RUSSIAN])
    assert {each.right for each in found if each.rank == 1} == {"new#10", "ru#1"}


def test_one_that_says_not_and_one_that_does_not_are_marked_for_a_person() -> None:
    found = link(
        [Item("a", "Asylum-seekers should not be deported.")],
        [Item("b", "Asylum-seekers should be deported.")],
    )
    assert found[0].why.opposed
    same = link(
        [Item("a", "Asylum-seekers should not be deported.")], [Item("b", "Never deport asylum-seekers.")]
    )
    assert not same[0].why.opposed


def test_the_id_of_a_link_is_the_same_from_either_side() -> None:
    assert link_id("a", "b") == link_id("b", "a")
    assert best(link(LATER, EARLIER), "new#10").id == best(link(EARLIER, LATER), "old#8").id
    assert link_id("a", "b") != link_id("a", "c")


@given(SENTENCES)
@settings(max_examples=40, deadline=None)
def test_linking_an_item_to_itself_is_exact(text: str) -> None:
    found = link([Item("it", text)], [Item("it", text)])
    if text.strip():
        assert found[0].how is How.EXACT_REUSE
        assert found[0].score == pytest.approx(1.0)


@given(st.lists(st.text(alphabet="lmnopqrs tuvw", min_size=3, max_size=80), max_size=6))
@settings(max_examples=40, deadline=None)
def test_unrelated_documents_change_no_exact_and_no_stated_link(others: list[str]) -> None:
    more = [*EARLIER, *(Item(f"other#{number}", text) for number, text in enumerate(others))]

    def sure(right: list[Item]) -> list[tuple[object, ...]]:
        return [
            (each.left, each.right, each.how, each.score, each.rank, each.margin)
            for each in link(LATER, right)
            if each.how is not How.PARAPHRASE
        ]

    assert sure(more) == sure(EARLIER)


@given(SENTENCES, SENTENCES)
@settings(max_examples=80, deadline=None)
def test_reuse_is_the_same_from_either_side(one: str, other: str) -> None:
    forth, back = text_reuse(one, other), text_reuse(other, one)
    assert (forth.words, forth.share_left, forth.share_right) == (
        back.words,
        back.share_right,
        back.share_left,
    )
    turned = {(s.right_start, s.right_end, s.left_start, s.left_end) for s in back.spans}
    assert {(s.left_start, s.left_end, s.right_start, s.right_end) for s in forth.spans} == turned


@given(SENTENCES, SENTENCES)
@settings(max_examples=80, deadline=None)
def test_runs_of_reuse_do_not_overlap_and_shares_are_shares(one: str, other: str) -> None:
    found = text_reuse(one, other)
    for start, end in (("left_start", "left_end"), ("right_start", "right_end")):
        places = sorted((getattr(span, start), getattr(span, end)) for span in found.spans)
        assert all(first[1] <= second[0] for first, second in itertools.pairwise(places))
    assert 0 <= found.share_left <= 1
    assert 0 <= found.share_right <= 1


def test_formulas_of_the_genre_are_no_reuse() -> None:
    one = "The Committee recommends that the State party should plant oaks."
    other = "The Committee recommends that the State party should mend bridges."
    assert text_reuse(one, other).spans == ()


def test_the_spans_of_two_documents_point_at_the_same_words() -> None:
    one = "First something else. " + EARLIER[0].text + " And more."
    other = "Before it, other words; " + EARLIER[0].text
    span = text_reuse(one, other).spans[0]
    assert one[span.left_start : span.left_end] == other[span.right_start : span.right_end]


def test_what_an_organisation_asked_for_is_taken_up_partly_or_not_found() -> None:
    asked = [
        Item("ngo#1", "Create a central register of arrests open to lawyers at any hour."),
        Item("ngo#2", "Abolish the tax on bread."),
    ]
    found = taken_up(asked, LATER)
    assert [(each.item, each.answer) for each in found] == [
        ("ngo#1", Taken.TAKEN_UP),
        ("ngo#2", Taken.NOT_FOUND),
    ]
    assert found[0].best is not None
    assert found[0].best.right == "new#10"


def test_what_one_side_forbids_and_the_other_does_not_is_never_taken_up_unseen() -> None:
    asked = [Item("ngo#1", "Asylum-seekers should not be deported.")]
    found = taken_up(asked, [Item("co#1", "Asylum-seekers should be deported.")])
    assert found[0].answer is not Taken.TAKEN_UP


def test_demands_that_come_back_are_told_with_their_cycles() -> None:
    middle = [Item("mid#3", "A central register of arrests, open to lawyers at any hour, should be kept.")]
    found = returns([("1", EARLIER), ("2", middle), ("3", LATER)])
    register = next(each for each in found if ("1", "old#8") in each.items)
    assert register.cycles == ("1", "2", "3")
    assert register.times == 3
    assert any(each.how is How.STATED for each in found)
    assert not any("old#15" in {item: cycle for cycle, item in each.items} for each in found)


def test_one_cycle_alone_has_nothing_that_returns() -> None:
    assert returns([("1", EARLIER)]) == ()
    assert returns([]) == ()


def test_nothing_is_linked_to_nothing() -> None:
    assert link([], EARLIER) == ()
    assert link(EARLIER, []) == ()
    assert link([Item("e", "")], [Item("f", "  ")]) == ()
    assert [each.answer for each in taken_up([Item("e", "x")], [])] == [Taken.NOT_FOUND]


def test_a_model_adds_ranks_and_makes_no_link_surer() -> None:
    import numpy as np

    def by_length(texts):  # type: ignore[no-untyped-def]
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    plain = {each.id: each for each in link(LATER, EARLIER)}
    ranked = link(LATER, EARLIER, embed=by_length)
    assert any("meaning" in each.other_ranks for each in ranked)
    assert all(plain[each.id].score == each.score for each in ranked if each.id in plain and each.score)
    assert {e.id for e in ranked if e.how is not How.PARAPHRASE} == {
        e.id for e in plain.values() if e.how is not How.PARAPHRASE
    }


def _of(state: str, items: list[Item]) -> list[Item]:
    return [replace(each, id=f"{state}-{each.id}", state=state) for each in items]


def test_what_another_state_was_asked_is_no_demand_that_comes_back() -> None:
    assert returns([("1", _of("KAZ", EARLIER)), ("2", _of("KAZ", LATER))])
    assert returns([("1", _of("KAZ", EARLIER)), ("2", _of("XSY", LATER))]) == ()


def test_another_states_nearer_words_do_not_hide_what_comes_back() -> None:
    alone = returns([("1", _of("KAZ", EARLIER)), ("2", _of("KAZ", LATER))])
    copies = _of("XSY", LATER)
    beside = returns([("1", [*_of("KAZ", EARLIER), *copies]), ("2", _of("KAZ", LATER))])
    assert [each.items for each in beside] == [each.items for each in alone]


def test_what_others_ask_of_the_same_state_is_said_elsewhere() -> None:
    asked = _of("KAZ", LATER)
    same = [replace(each, id=f"upr-{each.id}") for each in asked]
    found = {(each.left, each.right) for each in said_elsewhere(asked, same)}
    assert {(each.id, f"upr-{each.id}") for each in asked} <= found
    assert said_elsewhere(asked, _of("XSY", LATER)) == ()
    assert said_elsewhere(asked, []) == said_elsewhere([], same) == ()
