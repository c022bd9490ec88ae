"""Pages of sites: blocks to lines, lists numbered as a browser does, footnotes by their links."""

from qorgau.reading.formats.markup.opening import read

__all__ = ["read"]
