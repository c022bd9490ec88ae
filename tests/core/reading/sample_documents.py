"""Where the samples lie that never enter the project."""

from pathlib import Path

OBSERVATIONS = "CAT_C_KAZ_CO_4.txt"
SUBMISSION = "NGO_list_of_issues_2022.txt"
REVIEW_REPORT = "UPR_A_HRC_14_10_2010.pdf"
_FOLDER = Path(__file__).resolve().parents[4] / "shared" / "samples" / "documents"


def sample(name: str) -> Path:
    """The sample's path; it may not be there."""
    return _FOLDER / name
