"""Links the same demand across documents, languages and cycles, and says which words link them."""

from qorgau.reading.linking.from_documents import items_of
from qorgau.reading.linking.links import (
    Aligned,
    Because,
    How,
    Item,
    Link,
    Reiterated,
    Returning,
    Reuse,
    Taken,
    TakenUp,
    link_id,
)
from qorgau.reading.linking.pairs import link
from qorgau.reading.linking.returning import returns, said_elsewhere
from qorgau.reading.linking.reuse import text_reuse
from qorgau.reading.linking.saying import reasons_of
from qorgau.reading.linking.taken_up import taken_up

__all__ = [
    "Aligned",
    "Because",
    "How",
    "Item",
    "Link",
    "Reiterated",
    "Returning",
    "Reuse",
    "Taken",
    "TakenUp",
    "items_of",
    "link",
    "link_id",
    "reasons_of",
    "returns",
    "said_elsewhere",
    "taken_up",
    "text_reuse",
]
