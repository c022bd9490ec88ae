"""The tables of what becomes of recommendations."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Actions of the plan, replies with their steps, alternative reports, assessments."""

    dependencies = (("treaty", "0002_drafts"),)

    operations = (
        migrations.CreateModel(
            name="ActionRow",
            fields=[
                ("action_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("recommendations", models.TextField()),
                ("what", models.TextField()),
                ("lead", models.CharField(max_length=128)),
                ("contributing", models.TextField(default="")),
                ("due", models.CharField(max_length=10)),
                ("due_was", models.TextField(default="")),
                ("budget", models.BigIntegerField(null=True)),
                ("currency", models.CharField(default="", max_length=3)),
                ("state", models.CharField(max_length=64)),
                ("state_since", models.CharField(max_length=10)),
                ("planned_at", models.BigIntegerField()),
                ("body_id", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "treaty_action",
                "indexes": [
                    models.Index(fields=["due"], name="actions_by_day"),
                    models.Index(fields=["lead", "due"], name="actions_by_lead"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("budget__isnull", True),
                            models.Q(("currency", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_budget_has_a_currency",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionStateRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("action_id", models.CharField(max_length=128)),
                ("state", models.CharField(max_length=64)),
                ("on", models.CharField(max_length=10)),
                ("due", models.CharField(default="", max_length=10)),
                ("reason", models.TextField(default="")),
                ("body_id", models.CharField(max_length=128)),
                ("at", models.BigIntegerField()),
                ("number", models.IntegerField()),
            ],
            options={
                "db_table": "treaty_action_state",
                "indexes": [models.Index(fields=["action_id", "number"], name="states_of_action")],
            },
        ),
        migrations.CreateModel(
            name="AlternativeRow",
            fields=[
                ("alternative_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("recommendations", models.TextField()),
                ("title", models.TextField()),
                ("language", models.CharField(default="", max_length=64)),
                ("text_sha256", models.CharField(default="", max_length=64)),
                ("versions", models.IntegerField(default=1)),
                ("document_id", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("published_on", models.CharField(default="", max_length=10)),
                ("taken_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "treaty_alternative",
                "indexes": [models.Index(fields=["body_id", "published_on"], name="alternatives_by_body")],
            },
        ),
        migrations.CreateModel(
            name="AssessmentRow",
            fields=[
                ("assessment_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("recommendations", models.TextField()),
                ("scale", models.CharField(default="", max_length=64)),
                ("grade", models.CharField(max_length=64)),
                ("words", models.TextField(default="")),
                ("about", models.CharField(max_length=64)),
                ("on", models.CharField(max_length=10)),
                ("source", models.TextField(default="")),
                ("level", models.CharField(max_length=64)),
                ("document_id", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("entered_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "treaty_assessment",
                "indexes": [models.Index(fields=["on"], name="assessments_by_day")],
            },
        ),
        migrations.CreateModel(
            name="ReplyRow",
            fields=[
                ("reply_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("recommendations", models.TextField()),
                ("procedure", models.CharField(max_length=64)),
                ("stage", models.CharField(max_length=64)),
                ("language", models.CharField(default="", max_length=64)),
                ("text_sha256", models.CharField(default="", max_length=64)),
                ("summary", models.TextField(default="")),
                ("lead", models.CharField(default="", max_length=128)),
                ("bodies", models.TextField(default="")),
                ("writers", models.TextField(default="")),
                ("prepared_at", models.BigIntegerField(null=True)),
                ("prepared_body", models.CharField(default="", max_length=128)),
                ("cleared_at", models.BigIntegerField(null=True)),
                ("cleared_by", models.CharField(default="", max_length=128)),
                ("cleared_body", models.CharField(default="", max_length=128)),
                ("sent_on", models.CharField(default="", max_length=10)),
                ("sent_body", models.CharField(default="", max_length=128)),
                ("symbol", models.CharField(default="", max_length=128)),
                ("document_id", models.CharField(default="", max_length=128)),
                ("source", models.TextField(default="")),
                ("level", models.CharField(default="", max_length=64)),
                ("taken_body", models.CharField(default="", max_length=128)),
                ("entered_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "treaty_reply",
                "indexes": [models.Index(fields=["stage", "sent_on"], name="replies_by_stage")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "sent"), _negated=True),
                            ("cleared_at__isnull", False),
                            _connector="OR",
                        ),
                        name="a_reply_is_sent_only_once_cleared",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReplyStepRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("reply_id", models.CharField(max_length=128)),
                ("step", models.CharField(max_length=64)),
                ("account", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("note", models.TextField(default="")),
                ("text_sha256", models.CharField(default="", max_length=64)),
                ("at", models.BigIntegerField()),
                ("number", models.IntegerField()),
            ],
            options={
                "db_table": "treaty_reply_step",
                "indexes": [models.Index(fields=["reply_id", "number"], name="steps_of_reply")],
            },
        ),
    )
