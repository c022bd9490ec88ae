"""Finish erasures that were recorded but whose keys are still, or again, in the key store."""

from qorgau.recording.keystore.secrets import destroy_secrets, held_secrets
from qorgau.recording.models import ErasedPerson


def finish_erasures(*, as_of: int) -> int:
    """Destroy the keys of all who were erased: an interrupted erasure, a restored key store."""
    erased = list(ErasedPerson.objects.values_list("person_id", flat=True))
    still_held = [
        person for start in range(0, len(erased), 500) for person in held_secrets(erased[start : start + 500])
    ]
    return destroy_secrets(still_held, at=as_of)
