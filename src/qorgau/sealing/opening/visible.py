"""Text from strangers, made safe to look at: what could hide, reorder or command is written out."""

import unicodedata

# Cc: commands to a terminal; Cf: direction marks, joiners, tags; Zl and Zp: line ends that some draw, some not.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def visible_text(text: str) -> str:
    """The text with every unseen sign as ⟦U+202E⟧; line feeds and tabs stay."""
    return "".join(_visible(sign) for sign in text)


def visible_line(text: str) -> str:
    """The text in one line."""
    return " ".join(visible_text(text).split())


def _visible(sign: str) -> str:
    if sign in "\n\t" or unicodedata.category(sign) not in _UNSEEN:
        return sign
    return f"⟦U+{ord(sign):04X}⟧"
