"""The tables of what was carried, and of clocks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three tables, each with one row for an instance."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="BroughtRow",
            fields=[
                ("instance", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("last_at", models.BigIntegerField()),
                ("written_at", models.BigIntegerField()),
                ("brought_by", models.CharField(default="", max_length=128)),
                ("bundles", models.BigIntegerField()),
                ("entries", models.BigIntegerField()),
            ],
            options={"db_table": "carrying_brought"},
        ),
        migrations.CreateModel(
            name="TakenOutRow",
            fields=[
                ("instance", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("last_at", models.BigIntegerField()),
                ("taken_by", models.CharField(default="", max_length=128)),
                ("files", models.BigIntegerField()),
                ("entries", models.BigIntegerField()),
                ("last_entry", models.CharField(max_length=128)),
                ("arrived_until", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "carrying_taken_out",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("files__gt", 0)), name="carrying_files_were_written"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockRow",
            fields=[
                ("instance", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=16)),
                ("at_least", models.BigIntegerField(default=0)),
                ("at_most", models.BigIntegerField(null=True)),
                ("witness", models.CharField(default="", max_length=64)),
                ("checked_at", models.BigIntegerField()),
                ("entry", models.CharField(max_length=128)),
                ("said_until", models.BigIntegerField(null=True)),
                ("set_right_at", models.BigIntegerField(null=True)),
                ("explained_until", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "carrying_clock",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("at_least__gte", 0)), name="carrying_clock_is_off_by_a_span"
                    )
                ],
            },
        ),
    )
