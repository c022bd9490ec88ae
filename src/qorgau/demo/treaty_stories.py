"""Known recommendations of the demo: ids that never change, and what is to be seen at each."""

from __future__ import annotations

from collections.abc import Mapping

STORIES: Mapping[str, str] = {
    "CAT/C/KAZ/CO/4#12(a)(i)": "The State says it is done; the coalition's report says otherwise, held apart.",
    "CAT/C/KAZ/CO/4#12(a)(iv)": "A reply is cleared and waits to be sent; the coalition asked forty lawyers.",
    "CAT/C/KAZ/CO/4#12(a)(v)": "An action of the plan is overdue.",
    "CAT/C/KAZ/CO/4#14(a)": "Chosen for follow-up: replied, nobody knows on which day, and assessed.",
    "CAT/C/KAZ/CO/4#14(c)": "An action was stopped, with a reason that stays in the plan.",
    "CAT/C/KAZ/CO/4#20(a)": "A reply that the prosecutor's office has prepared and nobody has cleared.",
    "CAT/C/KAZ/CO/4#28": "Assessed as not implemented; one action is planned.",
    "CAT/C/KAZ/CO/90#7(b)": "Of an earlier, invented cycle: replied a day late, graded, and asked for again.",
}
