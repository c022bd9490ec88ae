"""A draft becomes a report: numbers run on, every figure has its note, what is not known is said."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.core.treaty_writing.drafts import (
    CUSTODIES,
    DAY_ISO,
    DELIVERED,
    IN_COURT,
    OF_AGENCY,
    OF_PROSECUTOR,
    answer,
    asked,
    draft,
    edition,
    full,
)

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Block, BlockRole, Evidence, EvidenceKind, Tally, WordsOf
from qorgau.treaty.writing.composing import compose
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.report import (
    Aside,
    Grid,
    Heading,
    Line,
    Numbered,
    Quoted,
    Report,
    Tabled,
    runs_of,
)
from qorgau.treaty.writing.saying import said as said_phrase
from qorgau.treaty.writing.setting import Form, set_report


def report(*blocks: Block, issued: bool = False, **more: object) -> Report:
    return compose(draft(*blocks, **more), edition(issued=issued)).report  # type: ignore[arg-type]


def calls(made: Report) -> list[int]:
    return [run.note for item in made.items for run in runs_of(item) if run.note]


def said(made: Report) -> str:
    return "\n".join("".join(run.text for run in runs_of(item)) for item in made.items)


def test_paragraphs_are_numbered_from_one_through_all_sections() -> None:
    made = compose(full(count=6), edition()).report
    numbers = [item.number for item in made.items if isinstance(item, Numbered)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 8


@pytest.mark.parametrize("language", Language)
def test_notes_are_numbered_in_the_order_of_their_calls_and_each_is_called_once(language: Language) -> None:
    made = compose(full(language, count=9), edition()).report
    assert calls(made) == list(range(1, len(made.notes) + 1))


def test_each_figure_has_a_note_with_its_source_and_its_rule() -> None:
    made = report(answer("12", figures=(CUSTODIES,)))
    note = made.notes[calls(made)[-1] - 1]
    table = next(item for item in made.items if isinstance(item, Tabled))
    assert CUSTODIES.rule in note
    assert CUSTODIES.unit in note
    assert said_phrase("own_record", Language.EN) in table.below


def test_a_figure_without_a_stated_rule_says_that_none_was_stated() -> None:
    made = report(answer("12", figures=(IN_COURT,)))
    assert IN_COURT.source in made.notes[-1]
    assert IN_COURT.agency in made.notes[-1]
    assert "Counting rule: not stated by the source." in made.notes[-1]


def test_a_figure_noted_before_is_referred_to_and_not_explained_again() -> None:
    made = report(answer("12", figures=(IN_COURT,)), answer("14", figures=(IN_COURT,)))
    first = next(place for place, note in enumerate(made.notes, 1) if IN_COURT.source in note)
    assert made.notes[-1] == f"See footnote {first} above."


def test_figures_that_contradict_each_other_stand_side_by_side_and_are_never_added_up() -> None:
    made = report(answer("12", figures=(OF_PROSECUTOR, OF_AGENCY)))
    together = next(item for item in made.items if isinstance(item, Tabled))
    rows = [[cell.text for cell in row] for row in together.rows]
    assert [(row[1], row[2]) for row in rows] == [("329", OF_PROSECUTOR.agency), ("347", OF_AGENCY.agency)]
    assert "676" not in said(made)


def test_one_figure_alone_on_a_topic_is_no_contradiction() -> None:
    made = report(answer("12", figures=(OF_PROSECUTOR,)))
    assert "side by side" not in said(made)


def test_a_figure_called_in_the_text_stands_there_and_is_not_listed_again() -> None:
    made = report(answer("12", "In all [figure:in_court] reached a court.", figures=(IN_COURT,)))
    assert "In all 53 of 3,880 (1.37 per cent) reached a court." in said(made)
    assert said(made).count("3,880") == 1


def test_every_figure_stands_in_the_table_of_figures_with_the_paragraphs_that_give_it() -> None:
    made = report(answer("12", figures=(IN_COURT, CUSTODIES)), answer("14", figures=(IN_COURT,)))
    table = next(item for annex in made.annexes for item in annex.items if isinstance(item, Grid))
    assert [row[1] for row in table.rows] == [IN_COURT.title, CUSTODIES.title]
    assert table.rows[0][-1] == "table 2; table 3"
    assert CUSTODIES.rule in table.rows[1][4]


def test_a_figure_called_in_the_text_is_found_in_the_table_of_figures_by_its_paragraph() -> None:
    made = report(answer("12", "In all [figure:in_court].", figures=(IN_COURT,)))
    table = next(item for annex in made.annexes for item in annex.items if isinstance(item, Grid))
    assert table.rows[0][-1] == "para. 2"


def test_a_recommendation_nobody_answered_says_so_once_it_is_issued() -> None:
    made = report(answer("12", ""), issued=True)
    assert "No information is given on this recommendation." in said(made)
    assert not [item for item in made.items if isinstance(item, Aside)]


def test_in_a_draft_an_unanswered_recommendation_is_pointed_out_and_not_counted() -> None:
    held = compose(draft(answer("12", "", evidence=(DELIVERED,))), edition())
    asides = [item for item in held.report.items if isinstance(item, Aside) and item.block == "12"]
    assert len(asides) == 1
    without = compose(draft(answer("12", "", evidence=(DELIVERED,))), edition(issued=True))
    assert held.count.text < without.count.text


def test_an_answer_without_evidence_is_pointed_out_while_it_is_a_draft_and_claims_nothing_once_issued() -> (
    None
):
    def pointed(*blocks: Block, issued: bool = False) -> int:
        items = report(*blocks, issued=issued).items
        return sum(isinstance(item, Aside) and "Nothing from the record" in item.text for item in items)

    assert pointed(answer("12")) == 1
    assert pointed(answer("12", evidence=(DELIVERED,))) == 0
    assert pointed(answer("12", untold=("whether a lawyer came",))) == 0
    assert pointed(answer("12"), issued=True) == 0


def test_what_the_record_cannot_tell_stands_under_the_recommendation() -> None:
    made = report(answer("12", untold=("whether a lawyer came",)), answer("14"))
    place = next(
        item for item in made.items if "whether a lawyer came" in "".join(r.text for r in runs_of(item))
    )
    assert place.block == "12"


def tallied(**more: object) -> Evidence:
    given: dict[str, object] = {"total": "49", "states": (("breached", "<5"), ("met", "41"), ("open", "<10"))}
    tally = Tally(title="A duty", basis="national law", period="2026", **{**given, **more})  # type: ignore[arg-type]
    return Evidence(
        id="safeguard:a",
        kind=EvidenceKind.SAFEGUARD,
        words="A duty.",
        source="Art. 1",
        on=DAY_ISO,
        tally=tally,
    )


def practice(evidence: Evidence) -> dict[str, str]:
    table = next(
        item for item in report(answer("12", evidence=(evidence,))).items if isinstance(item, Tabled)
    )
    return dict(zip(table.head, (cell.text for cell in table.rows[0]), strict=True))


def test_a_duty_stands_in_a_table_with_the_law_that_requires_it_beside_how_it_was_met() -> None:
    row = practice(tallied())
    assert row["Required by"] == "national law: Art. 1"
    assert (row["Cases"], row["Met"], row["Breached"]) == ("49", "41", "<\N{NO-BREAK SPACE}5")


def test_a_number_withheld_as_below_more_than_the_whole_is_not_given() -> None:
    row = practice(tallied(total="35", states=(("breached", "<5"), ("met", "<40"))))
    assert (row["Met"], row["Breached"]) == ("not given", "<\N{NO-BREAK SPACE}5")


def test_what_is_met_by_the_word_of_the_owing_body_alone_stands_beside_what_was_met() -> None:
    head = list(practice(tallied(own_word="41")))
    assert head.index("Of those done: own word only") == head.index("Met") + 1
    assert "Of those done: own word only" not in practice(tallied())


def test_duties_counted_over_different_periods_stand_in_different_tables() -> None:
    held = report(answer("12", evidence=(tallied(), tallied(), replace(tallied(), on="2026-01-01"))))
    assert [len(item.rows) for item in held.items if isinstance(item, Tabled)] == [2, 1]


def test_the_years_of_a_figure_stand_beside_each_other_and_its_rule_is_told_once() -> None:
    years = [
        replace(CUSTODIES, id=f"custodies@{year}-01-01..{year}-12-31", period=str(year), value=str(count))
        for year, count in ((2024, 100), (2025, 90))
    ]
    made = report(answer("12", figures=tuple(years)))
    table = next(item for item in made.items if isinstance(item, Tabled))
    assert table.head[1:] == ("2024", "2025")
    assert [cell.text for cell in table.rows[0][1:]] == ["100", "90"]
    assert sum(CUSTODIES.rule in note for note in made.notes) == 1


def test_every_report_says_first_which_paragraphs_it_answers() -> None:
    made = report(answer("12(a)"), answer("14"))
    first = next(item for item in made.items if isinstance(item, Numbered))
    assert first.number == 1
    assert "paragraphs 12\N{NO-BREAK SPACE}(a) and 14 of the concluding observations" in "".join(
        run.text for run in first.runs
    )


def test_what_the_secretariat_is_to_be_asked_stands_in_drafts_alone() -> None:
    full_draft = compose(full(), edition(limit=50)).report
    issued = compose(full(), edition(limit=50, issued=True)).report
    asked_for = "ask the secretariat"
    assert any(isinstance(item, Aside) and asked_for in item.text for item in full_draft.items)
    lines = [item.text for annex in issued.annexes for item in annex.items if isinstance(item, Line)]
    assert not any(asked_for in each for each in (*lines, said(issued)))


def test_over_the_limit_the_longest_parts_are_named() -> None:
    made = compose(draft(answer("12", "word " * 90), answer("14")), edition(limit=50)).report
    aside = next(item for item in made.items if isinstance(item, Aside))
    assert aside.text.index("The longest parts: 12 (") > 0


def test_the_words_of_the_catalogue_are_not_passed_off_as_the_committees() -> None:
    own = report(answer("12", ask=asked("12")))
    ours = report(answer("12", ask=asked("12", words_of=WordsOf.CATALOGUE)))
    assert "summarized" not in own.notes[0]
    assert "summarized" in ours.notes[0]


def test_the_committees_own_headings_are_kept_in_its_order_and_each_is_printed_once() -> None:
    made = report(
        answer("12(a)", ask=asked("12(a)", headings=("Safeguards",))),
        answer("12(b)", ask=asked("12(b)", headings=("Safeguards",))),
        answer("14", ask=asked("14", headings=("Events",))),
    )
    headings = [item.text for item in made.items if isinstance(item, Heading) and item.level == 2]
    assert headings == ["Safeguards", "Events"]


def test_a_submission_is_ordered_by_article_as_numbers_and_what_has_none_comes_last() -> None:
    made = report(
        answer("9", ask=asked("9", articles=())),
        answer("10", ask=asked("10", articles=("12", "13"))),
        answer("11", ask=asked("11", articles=("2",))),
        kind=ReportKind.SUBMISSION,
    )
    headings = [item.text for item in made.items if isinstance(item, Heading) and item.level == 2]
    assert headings == ["Article 2", "Article 12", "Tied to no article"]


def test_a_submission_on_a_document_without_articles_keeps_the_documents_headings() -> None:
    made = report(answer("9", ask=asked("9", articles=())), kind=ReportKind.SUBMISSION)
    headings = [item.text for item in made.items if isinstance(item, Heading) and item.level == 2]
    assert headings == ["Safeguards"]


def test_a_states_report_leaves_the_symbol_to_the_secretariat_and_an_organisations_bears_none() -> None:
    assert "secretariat" in report(answer("12")).masthead.symbol
    civil = report(answer("12"), kind=ReportKind.ALTERNATIVE).masthead
    assert (civil.symbol, civil.organisation) == ("", "[name of the organization]")
    assert not any("Distr." in line or "Original" in line for line in civil.right)


def test_the_language_of_the_original_is_told_in_english_as_the_united_nations_do() -> None:
    assert "Original: Russian" in report(answer("12"), language=Language.RU).masthead.right


def test_a_report_in_kazakh_says_that_the_secretariat_takes_none() -> None:
    made = compose(full(Language.KK), edition()).report
    assert any(isinstance(item, Aside) and "ресми тілі емес" in item.text for item in made.items)


def test_a_draft_says_its_version_and_an_issued_report_does_not() -> None:
    assert "3" in report(answer("12")).masthead.draft
    assert report(answer("12"), issued=True).masthead.draft == ""


def test_a_text_of_the_authors_own_stands_under_its_heading_between_the_answers() -> None:
    own = Block(id="text-1", role=BlockRole.TEXT, heading="Training", text="People learnt.")
    made = report(answer("12"), own, answer("14"))
    headings = [item.text for item in made.items if isinstance(item, Heading) and item.level == 2]
    assert headings == ["Safeguards", "Training", "Safeguards"]


def test_the_words_of_the_committee_are_set_apart_from_the_answer() -> None:
    made = report(answer("12"))
    quoted = [item for item in made.items if isinstance(item, Quoted)]
    assert [run.text for run in quoted[0].runs] == ["Do what paragraph 12 asks."]


@pytest.mark.parametrize("kind", ReportKind)
def test_no_level_of_headings_is_skipped_where_a_document_has_no_headings(kind: ReportKind) -> None:
    bare = answer("12", ask=asked("12", headings=()))
    own = Block(id="text-1", role=BlockRole.TEXT, text="Words.")
    made = report(own, bare, answer("14"), answer("16", ask=asked("16", headings=())), kind=kind)
    levels = [item.level for item in made.items if isinstance(item, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert set_report(made, Form.PDF)[:5] == b"%PDF-"
