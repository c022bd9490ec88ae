"""Separate demands within one recommendation."""

from __future__ import annotations

import pytest

from qorgau.reading.structure.demands import demands_in


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in demands_in(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The State party should mend the lamps. It should also ensure that they burn.", 2),
        ("To ensure that lamps burn; to count the keys; and to establish a register of both.", 3),
        ("The State party should adopt a plan, ensure that it is paid for, and provide keys.", 3),
        ("Bring the code into line by including the purpose of the act, and by adjusting the exception.", 2),
        ("Exclude the possibility of pardon and parole for the invented crime.", 2),
        ("Ratify the Convention on Lamps and the Convention on Keys.", 2),
        ("Ensure that lamps burn, that keys are counted and that halls are open.", 1),
        ("Prevent torture and ill-treatment in law and practice.", 1),
        ("Provide lamps, keys and support to women and girls in all halls.", 1),
        ("Государству-участнику следует починить лампы, сосчитать ключи и сообщить об этом Комитету.", 3),
        ("Государству-участнику следует обеспечить, чтобы лампы могли гореть и освещать залы.", 1),
        ("принять меры по освещению залов в целях предупредить темноту и обеспечить свет;", 1),
        ("Train those who ensure order and provide care in the invented halls.", 1),
    ],
)
def test_a_demand_is_what_can_be_done_while_another_is_left_undone(text: str, count: int) -> None:
    assert len(parted(text)) == count


def test_the_pieces_are_words_of_the_text() -> None:
    assert parted("Abolish fines and detention for lamps; publish the law on keys.") == [
        "Abolish fines",
        "detention for lamps",
        "publish the law on keys.",
    ]
