"""The smallest slice there can be: custody is opened, noted upon and ended, and folded to a row."""

from collections.abc import Iterable, Sequence

from django.db import connections, models

from qorgau.recording.drafts import Draft
from qorgau.recording.folds import _FOLDS, Fold, register_fold
from qorgau.recording.history import RecordedEntry, standing
from qorgau.recording.kinds import EntryKind, register_kinds
from qorgau.recording.roles import give_app_its_role

PERIOD = 3600


class CustodyRow(models.Model):
    custody_id = models.CharField(primary_key=True, max_length=128)
    person_id = models.CharField(max_length=128)
    name = models.TextField(null=True)
    notes = models.IntegerField()
    opened_at = models.BigIntegerField(null=True)
    is_open = models.BooleanField()

    class Meta:
        app_label = "small_slice"


def fold_custody(custody_id: str, entries: Sequence[RecordedEntry]) -> Iterable[models.Model]:
    counted = standing(entries)
    opened = next((each for each in counted if each.entry.kind == "CustodyOpened"), None)
    if opened is None:
        return
    (person,) = opened.entry.objects["person"]
    yield CustodyRow(
        custody_id=custody_id,
        person_id=person,
        name=opened.personal.get(person, {}).get("name"),
        notes=sum(each.entry.kind == "Noted" for each in counted),
        opened_at=min((source.earliest for source in opened.entry.happened), default=None),
        is_open=not any(each.entry.kind == "CustodyEnded" for each in counted),
    )


def register() -> None:
    kinds = ("CustodyOpened", "Noted", "CustodyEnded")
    register_kinds(EntryKind(name=name, roles=frozenset({"custody"})) for name in kinds)
    register_fold(
        Fold(name="custody_row", role="custody", key="custody_id", tables=(CustodyRow,), fold=fold_custody)
    )


def withdraw() -> None:
    """Take the fold back: other slices fold custodies too, in stores without this table."""
    _FOLDS["custody"].pop("custody_row", None)


def prepare(engine: str) -> None:
    """Create the slice's table, as its owner, and give the app its rights on it."""
    alias = "default" if engine == "sqlite" else "owner"
    with connections[alias].schema_editor() as editor:
        editor.create_model(CustodyRow)
    if engine == "postgresql":
        give_app_its_role()
        connections["owner"].close()


def opened(number: int, **more: object) -> Draft:
    values = {
        "id": f"opened-{number}",
        "kind": "CustodyOpened",
        "recorded": 1_000,
        "for_body": "police",
        "by": "officer-1",
        "objects": {"person": [f"person-{number}"], "custody": [f"custody-{number}"]},
        "facts": {"ground": "criminal"},
        "personal": {f"person-{number}": {"name": f"Canary {number}"}},
    }
    return Draft(**{**values, **more})


def noted(number: int, *, custody: int, **more: object) -> Draft:
    values = {
        "id": f"noted-{number}",
        "kind": "Noted",
        "recorded": 1_000 + number,
        "for_body": "police",
        "objects": {"custody": [f"custody-{custody}"]},
        "facts": {"text": f"note {number}"},
    }
    return Draft(**{**values, **more})
