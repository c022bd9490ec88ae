"""The note of a shift is read from its entry, where it is encrypted."""

from django.db import migrations


class Migration(migrations.Migration):
    """No note in clear in the table of handovers."""

    dependencies = (("handover", "0001_tables"),)

    operations = (migrations.RemoveField(model_name="handoverrow", name="note"),)
