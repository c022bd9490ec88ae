"""A procedure drawn as a picture (SVG), with the way a case has gone on it."""

from qorgau.procedures.drawing.picture import diagram

__all__ = ["diagram"]
