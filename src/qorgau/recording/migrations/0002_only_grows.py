"""Put up the guards that refuse changes and removals in the record."""

from typing import Any

from django.db import migrations

from qorgau.recording.append_only import guards, guards_down


def put_up(apps: Any, schema_editor: Any) -> None:
    """Create the triggers."""
    for statement in guards(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def take_down(apps: Any, schema_editor: Any) -> None:
    """Drop the triggers: only when the whole record is taken down with them."""
    for statement in guards_down(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on every table of the record."""

    dependencies = (("recording", "0001_tables"),)
    operations = (migrations.RunPython(put_up, take_down),)
