"""The tables of enquiries."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Enquiries, and the counts of their quota."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="EnquiryRow",
            fields=[
                ("enquiry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("person_id", models.CharField(max_length=128)),
                ("number", models.CharField(max_length=16)),
                ("opens_with", models.CharField(max_length=64)),
                ("region", models.CharField(max_length=64)),
                ("language", models.CharField(max_length=2)),
                ("received_at", models.BigIntegerField()),
                ("opens_at", models.BigIntegerField()),
                ("due_at", models.BigIntegerField()),
                ("answered_at", models.BigIntegerField(null=True)),
                ("answered_by", models.CharField(default="", max_length=128)),
                ("identity_check", models.CharField(default="", max_length=16)),
                ("told", models.CharField(default="", max_length=8)),
                ("custody_id", models.CharField(default="", max_length=128)),
                ("readable_at", models.BigIntegerField(null=True)),
                ("unanswered_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "enquiries_enquiry",
                "indexes": [
                    models.Index(fields=["answered_at", "due_at"], name="enquiry_waiting"),
                    models.Index(fields=["opens_with"], name="enquiry_by_code"),
                    models.Index(fields=["custody_id", "received_at"], name="enquiry_about_custody"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("readable_at__isnull", True),
                            models.Q(
                                ("answered_at__isnull", False), ("readable_at__gt", models.F("answered_at"))
                            ),
                            _connector="OR",
                        ),
                        name="enquiry_readable_only_once_answered",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AskedToday",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("day", models.IntegerField()),
                ("count", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "enquiries_asked_today",
                "indexes": [models.Index(fields=["day"], name="asked_by_day")],
            },
        ),
    )
