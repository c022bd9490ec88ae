"""Every write of mailboxes, one function per act."""

from qorgau.mailboxes.actions.chunks import store_chunk
from qorgau.mailboxes.actions.keys import publish_manifest, revoke_manifest, use_recovery
from qorgau.mailboxes.actions.lodging import lodge
from qorgau.mailboxes.actions.messaging import (
    SealedMessage,
    delete_messages,
    note_withdrawal,
    send_message,
    take_message,
)
from qorgau.mailboxes.actions.recorded import Lodged

__all__ = [
    "Lodged", "SealedMessage", "delete_messages", "lodge", "note_withdrawal", "publish_manifest",
    "revoke_manifest", "send_message", "store_chunk", "take_message", "use_recovery",
]  # fmt: skip
