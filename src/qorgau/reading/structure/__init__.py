"""The structure of documents: header, numbered paragraphs, lists, kinds, recommendations and their demands."""

from qorgau.reading.structure.header import Header, header_of
from qorgau.reading.structure.paragraphs import Structure, structure_of

__all__ = ["Header", "Structure", "header_of", "structure_of"]
