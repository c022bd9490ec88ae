"""What a reader says each recommendation of A/HRC/14/10 is about: codes only, made by hand before the sorting was run on it.

Recommendations that are not listed are outside the field: nothing is needed. `allowed` is defensible besides.
"""

from tests.core.reading.sample_answers import Answer

_FAR = Answer(())
_EXPRESSION = Answer(("expression_and_assembly",), ("defenders", "counter_terrorism"))
_NHRI = Answer(("nhri",))
_TRAFFICKING = Answer(("trafficking",))
_NPM = Answer(("npm",))
_EQUAL = Answer(("non_discrimination",))
REVIEW = {
    **dict.fromkeys(("95.1", "95.3", "95.4"), Answer(("treaties",), ("disability",))),
    **dict.fromkeys(("95.2", "97.1"), Answer(("treaties",))),
    **dict.fromkeys(("95.5", "95.6", "97.4"), Answer(("follow_up",), ("defenders",))),
    "95.7": Answer(("asylum",)),
    "95.8": Answer((), ("special_procedures",)),
    "95.9": Answer((), ("juveniles", "corporal_punishment")),
    "95.10": Answer(("gender_based_violence",), ("non_discrimination",)),
    **dict.fromkeys(("95.11", "95.12", "95.85"), Answer(("disability",))),
    "95.13": _EXPRESSION,
    "95.14": Answer(("gender_based_violence",)),
    **dict.fromkeys(("95.15", "95.16", "95.17", "95.18", "95.19", "95.20"), _NHRI),
    "95.21": Answer((), ("nhri",)),
    "95.26": Answer((), ("closed_institutions",)),
    "95.27": Answer((), ("dissemination", "training")),
    "95.28": Answer(("juveniles",), ("disability", "closed_institutions", "non_discrimination")),
    "95.30": Answer((), ("dissemination", "training")),
    "95.31": Answer(("counter_terrorism",)),
    "95.32": Answer(("training",), ("overcrowding", "social_reintegration", "conditions_of_detention")),
    "95.33": Answer((), ("special_procedures",)),
    **dict.fromkeys(("95.35", "95.36", "95.39", "95.40"), _EQUAL),
    "95.37": Answer(("gender_based_violence", "non_discrimination")),
    "95.38": Answer(("disability",), ("non_discrimination",)),
    "95.41": Answer(("death_penalty", "treaties")),
    **dict.fromkeys(("95.42", "95.45"), Answer(("definition_of_torture", "punishment_of_torture"))),
    "95.43": Answer(("conditions_of_detention",), ("violence_in_custody",)),
    "95.46": Answer(("gender_based_violence",), ("training", "dissemination")),
    "95.47": Answer(("conditions_of_detention",)),
    "95.48": Answer(("conditions_of_detention", "violence_in_custody", "investigation")),
    **dict.fromkeys(("95.49", "95.50", "95.51", "95.52", "97.8"), _TRAFFICKING),
    "95.53": Answer(("judiciary",)),
    "95.54": Answer(("lawyer",), ("judiciary",)),
    "95.55": Answer(("lawyer",), ("judiciary",)),
    **dict.fromkeys(("95.56", "95.57"), Answer(("judiciary",))),
    "95.58": Answer((), ("judiciary",)),
    "95.59": Answer(("judiciary", "juveniles"), ("lawyer",)),
    "95.60": Answer((), ("judiciary", "conditions_of_detention")),
    "95.61": Answer(("coerced_evidence",)),
    "95.62": Answer(("judiciary",), ("counter_terrorism",)),
    "95.63": Answer(("impunity", "trafficking", "gender_based_violence")),
    "95.64": Answer(("complaints", "investigation"), ("impunity",)),
    **dict.fromkeys(("95.65", "95.66", "95.67", "95.68", "95.102"), _NPM),
    "95.69": Answer(("juveniles",)),
    "95.72": Answer((), ("training", "dissemination")),
    **dict.fromkeys(("95.75", "95.77"), _EXPRESSION),
    "95.76": Answer(("defenders", "investigation"), ("impunity",)),
    **dict.fromkeys(("95.87", "95.88", "95.89"), Answer((), ("training",))),
    "95.91": Answer((), ("non_discrimination",)),
    "95.92": Answer(("non_refoulement", "asylum"), ("judiciary",)),
    "95.97": Answer((), ("special_procedures",)),
    "97.2": Answer(("sogi",), ("treaties",)),
    "97.3": Answer(("treaties",), ("jurisdiction", "death_penalty")),
    **dict.fromkeys(("97.5", "97.6"), Answer(("special_procedures",), ("expression_and_assembly",))),
    "97.7": Answer(("non_refoulement",)),
    **dict.fromkeys(("97.9", "97.10", "97.15"), Answer((), ("expression_and_assembly", "counter_terrorism"))),
    "97.14": Answer(("expression_and_assembly",), ("use_of_force",)),
    **dict.fromkeys(("97.11", "97.12", "97.13", "97.20", "97.21"), _EXPRESSION),
    **dict.fromkeys(("97.22", "97.23", "97.24", "97.25", "97.26"), _EXPRESSION),
    **dict.fromkeys(("97.16", "97.18"), Answer(("death_penalty",), ("counter_terrorism",))),
    "97.17": Answer(("death_penalty", "treaties")),
}


def answer(recommendation: str) -> Answer:
    """The answer for one recommendation."""
    return REVIEW.get(recommendation, _FAR)
