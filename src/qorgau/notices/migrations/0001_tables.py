"""The table of notices."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The one table of notices."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("notice_id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("person_id", models.CharField(max_length=128)),
                ("place_id", models.CharField(default="", max_length=128)),
                ("region", models.CharField(default="", max_length=64)),
                ("safeguard", models.CharField(max_length=128)),
                ("basis", models.CharField(max_length=32)),
                ("subject", models.CharField(max_length=128)),
                ("triggered_at", models.BigIntegerField()),
                ("stage", models.CharField(max_length=16)),
                ("state_told", models.CharField(max_length=16)),
                ("happened_at", models.BigIntegerField()),
                ("said_at", models.BigIntegerField()),
                ("told", models.CharField(max_length=200)),
                ("level", models.IntegerField(default=0)),
                ("escalates_at", models.BigIntegerField(null=True)),
                ("acknowledged_by", models.CharField(default="", max_length=128)),
                ("acknowledged_at", models.BigIntegerField(null=True)),
                ("settled", models.BooleanField(default=False)),
                ("mailed_level", models.IntegerField(default=-1)),
                ("mail_failures", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "notices_notice",
                "indexes": [
                    models.Index(
                        fields=["place_id", "acknowledged_at", "happened_at"], name="notice_by_place"
                    ),
                    models.Index(
                        fields=["region", "acknowledged_at", "happened_at"], name="notice_by_region"
                    ),
                    models.Index(fields=["escalates_at"], name="notice_escalates"),
                    models.Index(fields=["custody_id", "safeguard", "basis"], name="notice_of_clock"),
                    models.Index(fields=["stage", "settled"], name="notice_unsettled"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("acknowledged_at__isnull", True),
                            models.Q(("acknowledged_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="notice_acknowledged_by_somebody",
                    )
                ],
            },
        ),
    )
