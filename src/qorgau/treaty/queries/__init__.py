"""Every read of the treaty cycle; each narrows to what the actor sees (reach.py). actor None is the public."""

from qorgau.treaty.queries.boards import Asked, board, documents
from qorgau.treaty.queries.changes import changes
from qorgau.treaty.queries.document_page import document, document_file
from qorgau.treaty.queries.due_lines import due
from qorgau.treaty.queries.following import reply
from qorgau.treaty.queries.linking import proposals, side_by_side
from qorgau.treaty.queries.recommendation_page import recommendation, recommendations

__all__ = [
    "Asked",
    "board",
    "changes",
    "document",
    "document_file",
    "documents",
    "due",
    "proposals",
    "recommendation",
    "recommendations",
    "reply",
    "side_by_side",
]
