"""The tables of drafts and of issued reports."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Drafts with their versions and parts; issued reports, folded."""

    dependencies = (("treaty", "0001_tables"),)

    operations = (
        migrations.CreateModel(
            name="DraftRow",
            fields=[
                ("draft_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=64)),
                ("document_id", models.CharField(max_length=128)),
                ("stem", models.CharField(max_length=128)),
                ("language", models.CharField(max_length=64)),
                ("body_id", models.CharField(max_length=128)),
                ("account", models.CharField(max_length=128)),
                ("begun_at", models.BigIntegerField()),
                ("saved_at", models.BigIntegerField()),
                ("version", models.IntegerField()),
                ("words", models.IntegerField(default=0)),
                ("frozen", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "treaty_draft",
                "indexes": [models.Index(fields=["body_id", "saved_at"], name="drafts_of_body")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)), name="a_draft_has_a_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftVersionRow",
            fields=[
                ("row_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("draft_id", models.CharField(max_length=128)),
                ("number", models.IntegerField()),
                ("account", models.CharField(max_length=128)),
                ("saved_at", models.BigIntegerField()),
                ("what", models.CharField(max_length=64)),
                ("blocks", models.TextField(default="")),
                ("words", models.IntegerField(default=0)),
                ("parts", models.TextField()),
            ],
            options={
                "db_table": "treaty_draft_version",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draft_id", "number"), name="a_version_has_its_own_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftPartRow",
            fields=[
                ("row_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("draft_id", models.CharField(max_length=128)),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.TextField()),
            ],
            options={
                "db_table": "treaty_draft_part",
                "indexes": [models.Index(fields=["draft_id"], name="parts_of_draft")],
            },
        ),
        migrations.CreateModel(
            name="IssuedReportRow",
            fields=[
                ("report_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=64)),
                ("document_id", models.CharField(max_length=128)),
                ("stem", models.CharField(max_length=128)),
                ("language", models.CharField(max_length=64)),
                ("version", models.IntegerField()),
                ("words", models.IntegerField()),
                ("body_id", models.CharField(max_length=128)),
                ("account", models.CharField(max_length=128)),
                ("issued_at", models.BigIntegerField()),
                ("sha256_docx", models.CharField(max_length=64)),
                ("sha256_pdf", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "treaty_issued_report",
                "indexes": [models.Index(fields=["document_id", "issued_at"], name="reports_on_document")],
            },
        ),
    )
