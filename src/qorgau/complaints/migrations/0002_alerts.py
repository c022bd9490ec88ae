"""The table of what was told by e-mail."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """What is told once about a complaint."""

    dependencies = (("complaints", "0001_tables"),)

    operations = (
        migrations.CreateModel(
            name="AlertRow",
            fields=[
                ("alert_id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("what", models.CharField(max_length=64)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("happened_at", models.BigIntegerField()),
                ("mailed_at", models.BigIntegerField(null=True)),
                ("failures", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "complaints_alert",
                "indexes": [models.Index(fields=["mailed_at", "happened_at"], name="alerts_waiting")],
            },
        ),
    )
