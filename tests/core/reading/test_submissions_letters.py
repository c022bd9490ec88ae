"""Letters and papers that follow up: what the authors say in their own voice, and what is left to do; each with its counter-example."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import DocumentKind
from qorgau.reading.submissions.demanding import is_imperative
from qorgau.reading.submissions.inline import inline_parts
from qorgau.reading.submissions.saying import OF_PAPER
from qorgau.reading.submissions.urging import urges
from qorgau.reading.submissions.voices import told_by

FRONT = "Lantern Association\nAlternative report to the Committee against Torture on Synthetia\n"


def found(text: str) -> list[str]:
    return [each.text for each in read_document((FRONT + text).encode(), "paper.txt").recommendations]


TOLD = (
    "Please visit the yard at night and count the lamps.",
    "Therefore the bailiffs should keep in each yard a list of keys.",
    "This is why every warden should carry a lamp of his own.",
    "Let the counties hold a yearly fair for our lamps!",
    "Пусть сторожей учат говорить с детьми, и пусть двери не запирают.",
    "Ghana is called upon to pass the Bill on Lamps.",
    "The Government is urged to publish the book of lamps.",
    "Следует принять закон, по которому фонари проверяют каждый год.",
)
UNTOLD = (
    "Please find attached the list of lamps and the names.",
    "Please keep our names and our addresses to yourself, always.",
    "Therefore, under the rules, every warden should carry a lamp.",
    "Therefore the warden should have known about it before.",
    "Let the courts be judged by what they did that night.",
    "Let the government speak of lamps as long as it likes.",
    "Пусть доклад покажется вам коротким, но мы писали его сами.",
    "Prisoners are urged to confess before the night is over.",
    "Ghana is called upon to report by the Committee every year.",
    "Следует отметить, что фонари проверяют каждый год заново.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_sentence_tells_what_its_authors_want(text: str) -> None:
    assert told_by(text, reported=False)[0]


@pytest.mark.parametrize("text", UNTOLD)
def test_a_sentence_that_only_looks_like_one_tells_nothing(text: str) -> None:
    assert not told_by(text, reported=False)[0]


@pytest.mark.parametrize(
    "text",
    [
        "We would like each of them to have two hours in the yard.",
        "I hope that the Government ratifies the Protocol on Lamps.",
        "My hope is that the Parliament passes the bill on lamps.",
        "We also hope that the rapporteur will meet the keepers.",
        "Комитеттің шамдар туралы сұрауын өтінеміз.",
        "También le rogamos que reciba a las familias.",
        "Le Cercle prie le Comité de demander un rapport de suivi.",
    ],
)
def test_authors_urge(text: str) -> None:
    assert urges(text)


@pytest.mark.parametrize(
    "text",
    [
        "We would like to thank the keepers of the yard.",
        "I hope that the Committee will excuse my mistakes, and that the Committee reads my letter.",
        "My hope is small.",
        "Қателер үшін кешірім өтінеміз.",
        "Le rogamos disculpe los errores, rogamos disculpas.",
        "Le Cercle prie le Comité de croire à son respect.",
        "Everybody recommends and the lamp is still broken.",
        "Every year we ask children what they would like to be.",
    ],
)
def test_courtesies_and_stories_urge_nobody(text: str) -> None:
    assert not urges(text)


def test_what_is_begged_for_is_no_question() -> None:
    text = "1. Yard\nIt is dark there. Please visit the yard at night and count the lamps."
    kinds = [each.kind for each in read_document((FRONT + text).encode(), "paper.txt").recommendations]
    assert kinds == ["recommendation"]
    asked = read_document(
        (FRONT + "1. Yard\nPlease also ask the delegation why the yard was locked.").encode(), "paper.txt"
    )
    assert [each.kind for each in asked.recommendations] == ["question"]


def test_a_request_that_is_announced_stands_in_the_next_sentence() -> None:
    assert found(
        "Finally, a request which may surprise you. Allow the last report to be printed. We wait."
    ) == ["Allow the last report to be printed."]
    assert found("Finally, a story which may surprise you. Doors open there by themselves. We wait.") == []


def test_what_remains_is_a_list_and_what_others_say_beside_it_is_none() -> None:
    text = (
        "1. Lamps\nObservation: the State party should number its lamps.\nOur finding: not done. A lamp must be lit, said the court.\n"
        "What remains: Number the lamps of all seven yards.\nKeep two of them for the keepers."
    )
    assert found(text) == ["Number the lamps of all seven yards.", "Keep two of them for the keepers."]
    assert found("1. Lamps\nWhat remains: three lamps in the yard and one at the gate.") == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Review and amend the code of lamps.", True),
        ("Review and reform of the code of lamps.", False),
        ("Fence and guard the yards.", True),
        ("Issue, by law, a certificate for each lamp.", True),
        ("Issue of certificates for each lamp.", False),
        ("Before touching the lamps, raise the wage of keepers.", True),
        ("Before touching the lamps, keepers wash their hands.", False),
    ],
)
def test_a_verb_is_told_from_a_noun_by_what_follows(text: str, tells: bool) -> None:
    assert is_imperative(text) is tells


def test_things_to_be_counted_are_one_demand_and_acts_are_several() -> None:
    assert (
        len(
            list(
                inline_parts(
                    "Publish each month, yard by yard, (a) the number of lamps and (b) the number of keys."
                )
            )
        )
        == 1
    )
    assert len(list(inline_parts("The State should: (a) light the yards; (b) number the lamps."))) == 2


def test_bullets_kept_for_demands_demand_wherever_they_stand() -> None:
    own = (
        "1. Lamps\nThe lamps were promised in May. Nobody came.\n– Light the yard.\n– Keepers must have a book.\n"
        "2. Keys\nOne key hangs at the gate. It is old.\n– Number the keys.\n"
        "3. Doors\nThe doors creak. We laugh about it.\n– Wardens should oil the doors."
    )
    assert found(own) == [
        "Light the yard.",
        "Keepers must have a book.",
        "Number the keys.",
        "Wardens should oil the doors.",
    ]
    mixed = own.replace("– Light the yard.", "– It was dark and nobody minded.")
    assert "Number the keys." not in found(mixed)


def test_a_list_below_the_words_of_a_committee_is_not_told_by_the_last_words_alone() -> None:
    text = "1. Lamps\nMuch was said. In 2030 the Committee recommended two things. None was done.\n- Light the yard.\n- Number the lamps."
    assert found(text) == []


def test_an_item_that_would_have_the_state_asked_is_a_question() -> None:
    text = (
        "1. Lamps\nThe yard is dark.\n• The State party should be asked whether it will light the yard.\n• The State party should number the lamps.\n"
        "2. Keys\nOne key is left.\n• Number the keys.\n3. Doors\nThey creak.\n• Oil the doors."
    )
    kinds = [each.kind for each in read_document((FRONT + text).encode(), "paper.txt").recommendations]
    assert kinds == ["question", "recommendation", "recommendation", "recommendation"]


def test_a_body_is_told_in_russian_what_it_should_do_and_a_story_is_none() -> None:
    assert found(
        "Фонари\nЦентральному банку следует запретить такие отказы и обязать кассы открыть двери."
    ) == ["Центральному банку следует запретить такие отказы и обязать кассы открыть двери."]
    assert found("Фонари\nЦентральному банку пишут каждый день, и никто не отвечает на эти письма.") == []


def test_what_a_committee_called_for_in_a_year_is_no_demand_of_a_line_alone() -> None:
    assert (
        found(
            "Фонари\nВ 2030 году Комитет рекомендовал государству зажечь фонари, отменить плату за свет и запретить отказы."
        )
        == []
    )


def test_to_go_further_says_nothing_yet() -> None:
    assert not told_by("Наша позиция такая же, но мы хотели бы пойти дальше.", reported=False)[0]
    assert told_by("Мы хотели бы увидеть новый закон о фонарях.", reported=False)[0]


def test_what_a_paper_sets_out_is_no_demand() -> None:
    assert OF_PAPER.search("Under each we set out the facts and then the questions we would like to be put.")
    assert not OF_PAPER.search("We urge the Government to set out the facts.")


def test_a_long_paragraph_among_short_demands_tells_how_things_are() -> None:
    told = (
        "The lamps of the yard were bought in 1990. "
        + "Keepers say that they are dark and that nobody comes to mend them. " * 5
    )
    text = f"A. Lamps\n1. {told}\n2. Mend all the lamps.\n3. Number the lamps.\nB. Keys\n4. Number the keys.\n5. Hang the keys at the gate."
    assert found(text) == [
        "Mend all the lamps.",
        "Number the lamps.",
        "Number the keys.",
        "Hang the keys at the gate.",
    ]


OURS = """Lantern Justice Forum
Follow-up assessment on the Human Rights Committee's concluding observations (two paragraphs)
1. Purpose
We tell the Committee what we think of the reply. The grades are ours alone, and our members agree.
2. Paragraph 18: lamps
What the Committee asked for: the State party should light all yards.
3. Opinion
We suggest that the Committee keep the procedure open."""


def test_a_paper_of_an_organisation_that_grades_the_committees_words_is_its_own() -> None:
    assert read_document(OURS.encode(), "paper.txt").kind is DocumentKind.NGO_SUBMISSION
    official = OURS.replace("Lantern Justice Forum", "Distr.: General")
    assert read_document(official.encode(), "paper.txt").kind is not DocumentKind.NGO_SUBMISSION


def test_a_column_of_what_is_still_to_be_done_is_the_authors_beside_their_grades() -> None:
    rows = (
        ("Element", "Our grade", "{head}"),
        ("Lamps", "C", "Number all lamps of the yard."),
        ("Keys", "B", "Hang the keys at the gate."),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = "<h1>Alternative report to the Committee against Torture</h1><p>Lantern Association</p><p>We wrote it.</p><table>{}</table>"

    def of(head: str) -> list[str]:
        data = page.format(table.format(head=head)).encode()
        return [each.text for each in read_document(data, "paper.html").recommendations]

    assert of("What is still to be done") == ["Number all lamps of the yard.", "Hang the keys at the gate."]
    assert of("Recommendation") == []
