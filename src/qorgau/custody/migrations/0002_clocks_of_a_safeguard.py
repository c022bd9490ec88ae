"""Clocks are counted by safeguard over a time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = (("custody", "0001_tables"),)

    operations = (
        migrations.AddIndex(
            model_name="clockrow",
            index=models.Index(fields=["safeguard", "triggered_at"], name="clock_of_safeguard"),
        ),
    )
