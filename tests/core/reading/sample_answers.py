"""What a reader says each leaf of CAT/C/KAZ/CO/4 is about: codes only, made by hand before anything was measured.

`needed` must be found; `allowed` is defensible besides.
"""

from typing import NamedTuple


class Answer(NamedTuple):
    """The subjects of one leaf."""

    needed: tuple[str, ...]
    allowed: tuple[str, ...] = ()


_SAFEGUARDS = "fundamental_safeguards"
SUBJECTS = {
    "10": Answer(("definition_of_torture", "punishment_of_torture")),
    "12(a)(i)": Answer(("lawyer", _SAFEGUARDS)),
    "12(a)(ii)": Answer(("notification", _SAFEGUARDS)),
    "12(a)(iii)": Answer(("judge", "official_places", _SAFEGUARDS)),
    "12(a)(iv)": Answer(("register", _SAFEGUARDS), ("lawyer", "notification")),
    "12(a)(v)": Answer(("video_recording", _SAFEGUARDS)),
    "12(a)(vi)": Answer(("medical_examination", _SAFEGUARDS), ("health_care", "privacy_in_detention")),
    "12(b)": Answer(("investigation", _SAFEGUARDS), ("emergency",)),
    "12(c)": Answer(("data", "complaints", _SAFEGUARDS), ("emergency", "impunity", "follow_up")),
    "14(a)": Answer(
        ("investigation", "impunity", "emergency"),
        ("use_of_force", "special_procedures", "punishment_of_torture"),
    ),
    "14(b)": Answer(("deaths_in_custody", "investigation"), ("emergency",)),
    "14(c)": Answer(("use_of_force",), ("emergency",)),
    "16(a)": Answer(("npm",), ("army_hazing", "nhri")),
    "16(b)": Answer(("npm",), ("nhri",)),
    "16(c)": Answer(("npm",), ("nhri",)),
    "16(d)": Answer(("npm", "training"), ("nhri", "closed_institutions", "juveniles")),
    "18": Answer(("transfer_of_detention",), ("conditions_of_detention",)),
    "20(a)": Answer(("investigation", "impunity"), ("punishment_of_torture",)),
    "20(b)": Answer(("complaints",), ("investigation",)),
    "20(c)": Answer(("investigation",), ("impunity", "reprisals")),
    "20(d)": Answer(("training",), ("investigation", "medical_examination")),
    "22(a)": Answer(("overcrowding", "conditions_of_detention"), ("women_in_detention",)),
    "22(b)": Answer(("conditions_of_detention", "disability")),
    "22(c)": Answer(("social_reintegration", "conditions_of_detention")),
    "22(d)": Answer(("life_imprisonment", "conditions_of_detention")),
    "24(a)": Answer(
        ("violence_in_custody", "investigation"),
        ("impunity", "sogi", "women_in_detention", "gender_based_violence", "deaths_in_custody"),
    ),
    "24(b)": Answer(("deaths_in_custody", "investigation"), ("violence_in_custody",)),
    "24(c)": Answer(("deaths_in_custody", "investigation", "redress"), ("impunity", "violence_in_custody")),
    "24(d)": Answer(("deaths_in_custody", "data"), ("violence_in_custody", "follow_up")),
    "24(e)": Answer(("training", "violence_in_custody"), ("deaths_in_custody",)),
    "24(f)": Answer(("data", "deaths_in_custody"), ("violence_in_custody",)),
    "24(g)": Answer(
        ("violence_in_custody",), ("investigation", "impunity", "deaths_in_custody", "complaints", "data")
    ),
    "24(h)": Answer(
        ("privacy_in_detention",), ("violence_in_custody", "lawyer", "video_recording", "deaths_in_custody")
    ),
    "24(i)": Answer(("disability",), ("violence_in_custody", "conditions_of_detention", "deaths_in_custody")),
    "26": Answer(("solitary_confinement", "juveniles")),
    "28": Answer(("health_care", "medical_examination", "training"), ("disability",)),
    "30": Answer(("complaints", "reprisals"), ("privacy_in_detention",)),
    "32(a)": Answer(("closed_institutions",), ("complaints", "disability", _SAFEGUARDS)),
    "32(b)": Answer(("closed_institutions",), ("juveniles", "disability")),
    "32(c)": Answer(("juveniles", "closed_institutions", "disability")),
    "32(d)": Answer(
        ("closed_institutions", "investigation"), ("npm", "redress", "impunity", "disability", "juveniles")
    ),
    "34": Answer(("redress", "individual_communications")),
    "36": Answer(("non_refoulement", "asylum", "treaties")),
    "38": Answer(("gender_based_violence",), ("redress", "investigation", "impunity", "sogi")),
    "40": Answer(("sogi",), ("investigation", "impunity", "redress", "gender_based_violence")),
    "42": Answer(("gender_recognition",), ("sogi",)),
    "44": Answer(("army_hazing",), ("investigation", "redress", "impunity", "punishment_of_torture")),
}
