"""The table of handovers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The one table of handovers."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="HandoverRow",
            fields=[
                ("shift_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("place_id", models.CharField(max_length=128)),
                ("given_by", models.CharField(max_length=128)),
                ("given_at", models.BigIntegerField()),
                ("since", models.BigIntegerField()),
                ("held", models.IntegerField()),
                ("overdue", models.IntegerField()),
                ("note", models.TextField(default="")),
                ("taken_by", models.CharField(default="", max_length=128)),
                ("taken_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "handover_shift",
                "indexes": [models.Index(fields=["place_id", "given_at"], name="handover_of_place")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("taken_by", ""),
                            models.Q(("taken_by", models.F("given_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="handover_taken_by_another",
                    )
                ],
            },
        ),
    )
