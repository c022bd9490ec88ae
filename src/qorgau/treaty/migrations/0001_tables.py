"""The tables of the treaty cycle."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    """Documents, their recommendations, and the contents that entries name by their hash."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="ContentBlob",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("media_type", models.CharField(max_length=128)),
                ("size", models.IntegerField()),
                ("kept_at", models.BigIntegerField()),
                ("bytes", models.BinaryField()),
            ],
            options={
                "db_table": "treaty_content",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("sha256"), 64
                            )
                        ),
                        name="content_name_is_a_hash",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("document_id", models.CharField(max_length=128)),
                ("what", models.CharField(max_length=64)),
                ("target", models.CharField(max_length=128)),
                ("facts", models.TextField(default="{}")),
                ("before", models.TextField(default="")),
                ("after", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("account", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("at", models.BigIntegerField()),
                ("number", models.IntegerField()),
                ("withdrawn_why", models.TextField(default="")),
            ],
            options={
                "db_table": "treaty_reading_correction",
                "indexes": [models.Index(fields=["document_id", "number"], name="corrections_of_document")],
            },
        ),
        migrations.CreateModel(
            name="DeadlineRow",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("document_id", models.CharField(max_length=128)),
                ("what", models.CharField(max_length=64)),
                ("due", models.CharField(max_length=10)),
                ("words", models.TextField(default="")),
                ("paragraph", models.CharField(default="", max_length=64)),
                ("leaves", models.TextField(default="")),
            ],
            options={
                "db_table": "treaty_deadline",
                "indexes": [
                    models.Index(fields=["due"], name="deadlines_by_day"),
                    models.Index(fields=["document_id"], name="deadlines_of_document"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentRow",
            fields=[
                ("document_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("stem", models.CharField(max_length=128)),
                ("slug", models.CharField(max_length=128)),
                ("symbol", models.CharField(default="", max_length=128)),
                ("title", models.TextField(default="")),
                ("kind", models.CharField(max_length=64)),
                ("sender", models.CharField(max_length=64)),
                ("committee", models.CharField(default="", max_length=64)),
                ("state", models.CharField(default="", max_length=64)),
                ("cycle", models.CharField(default="", max_length=64)),
                ("language", models.CharField(default="", max_length=64)),
                ("session", models.IntegerField(null=True)),
                ("session_from", models.CharField(default="", max_length=10)),
                ("session_to", models.CharField(default="", max_length=10)),
                ("adopted", models.CharField(default="", max_length=10)),
                ("name", models.TextField(default="")),
                ("media_type", models.CharField(default="", max_length=128)),
                ("size", models.IntegerField(default=0)),
                ("file_sha256", models.CharField(max_length=64)),
                ("body_id", models.CharField(max_length=128)),
                ("taken_at", models.BigIntegerField()),
                ("accepted_at", models.BigIntegerField(null=True)),
                ("recommendations", models.IntegerField(default=0)),
                ("corrections", models.IntegerField(default=0)),
                ("held_back", models.BooleanField(default=False)),
                ("published_on", models.CharField(default="", max_length=10)),
                ("reading", models.CharField(max_length=64)),
                ("program", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "treaty_document",
                "indexes": [
                    models.Index(fields=["stem"], name="document_by_stem"),
                    models.Index(fields=["slug"], name="document_by_slug"),
                    models.Index(fields=["file_sha256"], name="document_by_file"),
                    models.Index(fields=["taken_at", "document_id"], name="document_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("published_on", ""), ("held_back", True), _connector="OR"),
                        name="only_what_was_held_back_is_published_later",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkRow",
            fields=[
                ("link_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("left", models.CharField(max_length=256)),
                ("right", models.CharField(max_length=256)),
                ("judgement", models.CharField(max_length=64)),
                ("how", models.CharField(default="", max_length=64)),
                ("reason", models.TextField(default="")),
                ("body_id", models.CharField(max_length=128)),
                ("at", models.BigIntegerField()),
                ("judged_before", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "treaty_link",
                "indexes": [
                    models.Index(fields=["left"], name="links_from_left"),
                    models.Index(fields=["right"], name="links_from_right"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnDeadlineRow",
            fields=[
                ("deadline_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=64)),
                ("due", models.CharField(max_length=10)),
                ("document_id", models.CharField(default="", max_length=128)),
                ("recommendations", models.TextField(default="")),
                ("committee", models.CharField(default="", max_length=64)),
                ("note", models.TextField(default="")),
                ("source", models.TextField(default="")),
                ("body_id", models.CharField(max_length=128)),
                ("set_at", models.BigIntegerField()),
                ("met_on", models.CharField(default="", max_length=10)),
                ("met_note", models.TextField(default="")),
                ("meets", models.CharField(default="", max_length=200)),
            ],
            options={
                "db_table": "treaty_own_deadline",
                "indexes": [
                    models.Index(fields=["due"], name="own_deadlines_by_day"),
                    models.Index(fields=["meets"], name="own_deadlines_meet"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartRow",
            fields=[
                ("row_id", models.CharField(max_length=300, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=128)),
                ("role", models.CharField(max_length=64)),
                ("thing_id", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "treaty_part",
                "indexes": [
                    models.Index(fields=["key", "role"], name="parts_of_recommendation"),
                    models.Index(fields=["role", "thing_id"], name="part_of_thing"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadingRow",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("document_id", models.CharField(max_length=128)),
                ("entry_id", models.CharField(max_length=128)),
                ("number", models.IntegerField()),
                ("program", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "treaty_reading",
                "indexes": [models.Index(fields=["document_id", "number"], name="readings_of_document")],
            },
        ),
        migrations.CreateModel(
            name="RecommendationRow",
            fields=[
                ("key", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("recommendation_id", models.CharField(max_length=256)),
                ("stem", models.CharField(max_length=128)),
                ("slug", models.CharField(max_length=128)),
                ("leaf", models.CharField(max_length=64)),
                ("place", models.IntegerField(default=0)),
                ("document_id", models.CharField(max_length=128)),
                ("kind", models.CharField(default="recommendation", max_length=64)),
                ("sender", models.CharField(max_length=64)),
                ("committee", models.CharField(default="", max_length=64)),
                ("state", models.CharField(default="", max_length=64)),
                ("cycle", models.CharField(default="", max_length=64)),
                ("symbol", models.CharField(default="", max_length=128)),
                ("heading", models.TextField(default="")),
                ("text", models.TextField(default="")),
                ("language", models.CharField(default="", max_length=64)),
                ("paragraph", models.CharField(default="", max_length=64)),
                ("paraphrased", models.BooleanField(default=False)),
                ("follow_up", models.BooleanField(default=False)),
                ("due", models.CharField(default="", max_length=10)),
                ("report_due", models.CharField(default="", max_length=10)),
                ("people", models.TextField(default="")),
                ("sdg", models.TextField(default="")),
                ("measures", models.TextField(default="")),
                ("subjects", models.TextField(default="")),
                ("classes_why", models.TextField(default="")),
                ("classes_by", models.CharField(default="", max_length=128)),
                ("strength", models.CharField(default="", max_length=64)),
                ("lead", models.CharField(default="", max_length=128)),
                ("contributing", models.TextField(default="")),
                ("actions", models.IntegerField(default=0)),
                ("actions_begun", models.IntegerField(default=0)),
                ("actions_done", models.IntegerField(default=0)),
                ("actions_stopped", models.IntegerField(default=0)),
                ("last_stated_on", models.CharField(default="", max_length=10)),
                ("replied_on", models.CharField(default="", max_length=10)),
                ("assessed_on", models.CharField(default="", max_length=10)),
                ("grade", models.CharField(default="", max_length=64)),
                ("grade_scale", models.CharField(default="", max_length=64)),
                ("responsible_since", models.CharField(default="", max_length=10)),
                ("planned_on", models.CharField(default="", max_length=10)),
                ("held_back", models.BooleanField(default=False)),
                ("holders", models.TextField(default="")),
                ("taken_at", models.BigIntegerField()),
                ("search", models.TextField(default="")),
            ],
            options={
                "db_table": "treaty_recommendation",
                "indexes": [
                    models.Index(fields=["recommendation_id"], name="recommendation_by_id"),
                    models.Index(fields=["slug", "leaf"], name="recommendation_by_slug"),
                    models.Index(fields=["stem", "place"], name="recommendation_by_stem"),
                    models.Index(fields=["due", "key"], name="recommendation_by_due"),
                    models.Index(fields=["lead", "key"], name="recommendation_by_lead"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationTextRow",
            fields=[
                ("row_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=128)),
                ("language", models.CharField(max_length=64)),
                ("paraphrased", models.BooleanField(default=False)),
                ("text", models.TextField()),
                ("demands", models.TextField(default="[]")),
                ("document_id", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "treaty_recommendation_text",
                "indexes": [models.Index(fields=["key"], name="texts_of_recommendation")],
            },
        ),
        migrations.CreateModel(
            name="ResponsibleRow",
            fields=[
                ("row_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("leads", models.BooleanField()),
                ("since", models.CharField(max_length=10)),
                ("until", models.CharField(default="", max_length=10)),
                ("reason", models.TextField(default="")),
                ("by_body", models.CharField(max_length=128)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "treaty_responsible",
                "indexes": [
                    models.Index(fields=["key", "since"], name="responsible_for"),
                    models.Index(fields=["body_id", "until", "key"], name="responsible_by_body"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubjectRow",
            fields=[
                ("row_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=128)),
                ("subject", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "treaty_subject",
                "indexes": [
                    models.Index(fields=["subject", "key"], name="subjects_by_word"),
                    models.Index(fields=["key"], name="subjects_of"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TieRow",
            fields=[
                ("row_id", models.CharField(max_length=300, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=128)),
                ("tie", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=128)),
                ("holds", models.BooleanField()),
                ("reason", models.TextField(default="")),
                ("body_id", models.CharField(max_length=128)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "treaty_tie",
                "indexes": [models.Index(fields=["key"], name="ties_of")],
            },
        ),
    )
