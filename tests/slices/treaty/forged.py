"""Documents that somebody could put in another's place: the same symbol over other words, in the plainest layout."""

TREATY = "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"


def observations(
    symbol: str = "CAT/C/KAZ/CO/9",
    *,
    leaf: str = "Bring its definition into line with article 1 of the Convention;",
    follow_up: str = "12 May 2024",
    more: str = "",
) -> bytes:
    """Observations with the leaves 10(a), 10(b) and 12, of which 10(a) and 12 are chosen for follow-up."""
    lines = (
        f"United Nations {symbol}",
        TREATY,
        "Distr.: General 8 June 2023",
        "Original: English",
        "Committee against Torture",
        "Concluding observations on the fourth periodic report of Kazakhstan",
        "A. Introduction",
        "1. The Committee welcomes the submission of the report of the State party.",
        "C. Principal subjects of concern and recommendations",
        "Definition of torture",
        "9. The Committee is concerned that the definition is incomplete.",
        "10. The State party should:",
        f"(a) {leaf}",
        "(b) Ensure that penalties are commensurate.",
        "Safeguards",
        "11. The Committee is concerned about access to lawyers.",
        "12. The State party should ensure that every detained person has access to a lawyer.",
        *([more] if more else []),
        "Follow-up procedure",
        (
            f"13. The Committee requests the State party to provide, by {follow_up}, information on follow-up to the "
            "recommendations contained in paragraphs 10 (a) and 12 above."
        ),
        "Other issues",
        "14. The Committee requests the State party to submit its next periodic report by 12 May 2027.",
    )
    return "\n\n".join(lines).encode()
