"""The tables of complaints."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Complaints, their runs, clocks, evidence, hearings, decisions and officers."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="AssignmentRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("run_id", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("account", models.CharField(default="", max_length=128)),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
                ("refused", models.BooleanField(default=False)),
                ("why", models.CharField(default="", max_length=64)),
                ("path", models.CharField(default="", max_length=400)),
            ],
            options={
                "db_table": "complaints_assignment",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_assignments"),
                    models.Index(fields=["account", "until"], name="assignments_held"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseHearingRow",
            fields=[
                ("hearing_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("run_id", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("set_for", models.BigIntegerField()),
                ("heard_at", models.BigIntegerField(null=True)),
                ("put_off", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "complaints_hearing",
                "indexes": [
                    models.Index(fields=["set_for", "hearing_id"], name="hearing_calendar"),
                    models.Index(fields=["complaint_id"], name="complaint_hearings"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CasePartyRow",
            fields=[
                ("key", models.CharField(max_length=256, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("account", models.CharField(max_length=128)),
                ("part", models.CharField(max_length=64)),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "complaints_party",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_parties"),
                    models.Index(fields=["account", "until", "complaint_id"], name="party_complaints"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplaintBodyRow",
            fields=[
                ("key", models.CharField(max_length=256, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("how", models.CharField(max_length=64)),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "complaints_body",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_bodies"),
                    models.Index(fields=["body_id", "until", "complaint_id"], name="body_complaints"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplaintClockRow",
            fields=[
                ("clock_id", models.CharField(max_length=256, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("run_id", models.CharField(default="", max_length=128)),
                ("subject_role", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=128)),
                ("safeguard", models.CharField(max_length=128)),
                ("basis", models.CharField(max_length=64)),
                ("owed_by", models.CharField(default="", max_length=64)),
                ("triggered_at", models.BigIntegerField()),
                ("due_from", models.BigIntegerField(null=True)),
                ("due_at", models.BigIntegerField(null=True)),
                ("met_at", models.BigIntegerField(null=True)),
                ("is_running", models.BooleanField()),
                ("has_figure", models.BooleanField()),
                ("state_when_folded", models.CharField(max_length=64)),
                ("state_after_due", models.CharField(max_length=64)),
                ("own_word_only", models.BooleanField()),
                ("disputed", models.BooleanField(default=False)),
                ("law_hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "complaints_clock",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_clocks"),
                    models.Index(fields=["is_running", "due_from"], name="complaint_clocks_due"),
                    models.Index(fields=["safeguard", "state_when_folded"], name="complaint_clocks_of"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplaintOpeningRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("account", models.CharField(max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("looked_as", models.CharField(max_length=64)),
                ("because", models.CharField(max_length=64)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "complaints_opening",
                "indexes": [models.Index(fields=["complaint_id", "at"], name="complaint_openings")],
            },
        ),
        migrations.CreateModel(
            name="ComplaintRow",
            fields=[
                ("complaint_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("lodged_at", models.BigIntegerField()),
                ("way", models.CharField(max_length=64)),
                ("naming", models.CharField(default="", max_length=64)),
                ("on_behalf", models.CharField(default="", max_length=64)),
                ("outside", models.BooleanField(default=False)),
                ("is_sealed", models.BooleanField(default=False)),
                ("read_at", models.BigIntegerField(null=True)),
                ("about", models.CharField(default="", max_length=64)),
                ("act_on", models.CharField(default="", max_length=10)),
                ("accused_body", models.CharField(default="", max_length=128)),
                ("place_id", models.CharField(default="", max_length=128)),
                ("region", models.CharField(default="", max_length=64)),
                ("zone", models.CharField(default="", max_length=64)),
                ("to_body", models.CharField(max_length=128)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("registered_by", models.CharField(default="", max_length=128)),
                ("registered_at", models.BigIntegerField(null=True)),
                ("sent_back_at", models.BigIntegerField(null=True)),
                ("refusals_by_court", models.IntegerField(default=0)),
                ("status", models.CharField(max_length=64)),
                ("status_since", models.BigIntegerField()),
                ("outcome", models.CharField(default="unknown", max_length=64)),
                ("ended_at", models.BigIntegerField(null=True)),
                ("linked_to", models.CharField(default="", max_length=128)),
                ("next_due_at", models.BigIntegerField(null=True)),
                ("next_due_safeguard", models.CharField(default="", max_length=128)),
                ("next_due_basis", models.CharField(default="", max_length=64)),
                ("order_at", models.BigIntegerField()),
                ("breaches", models.IntegerField(default=0)),
                ("officers_named", models.IntegerField(default=0)),
                ("named_not_suspected", models.IntegerField(default=0)),
                ("evidence", models.IntegerField(default=0)),
                ("next_hearing_at", models.BigIntegerField(null=True)),
                ("withdrawal_asked", models.BooleanField(default=False)),
                ("npm_contact_due", models.BooleanField(default=False)),
                ("reprisals", models.IntegerField(default=0)),
                ("refused_assignments", models.IntegerField(default=0)),
                ("entries", models.IntegerField(default=0)),
                ("last_entry_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "complaints_complaint",
                "indexes": [
                    models.Index(fields=["order_at", "complaint_id"], name="complaint_by_due"),
                    models.Index(fields=["lodged_at", "complaint_id"], name="complaint_by_age"),
                    models.Index(fields=["body_id", "status"], name="complaint_by_charge"),
                    models.Index(fields=["accused_body", "status"], name="complaint_by_accused"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionRow",
            fields=[
                ("decision_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("run_id", models.CharField(default="", max_length=128)),
                ("kind", models.CharField(max_length=64)),
                ("ground", models.CharField(default="", max_length=64)),
                ("body_id", models.CharField(max_length=128)),
                ("by", models.CharField(default="", max_length=128)),
                ("taken_at", models.BigIntegerField()),
                ("shown_at", models.BigIntegerField(null=True)),
                ("served_at", models.BigIntegerField(null=True)),
                ("appealed_by", models.CharField(default="", max_length=128)),
            ],
            options={
                "db_table": "complaints_decision",
                "indexes": [models.Index(fields=["complaint_id", "taken_at"], name="complaint_decisions")],
            },
        ),
        migrations.CreateModel(
            name="EvidenceRow",
            fields=[
                ("evidence_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("kind", models.CharField(max_length=64)),
                ("taken_at", models.BigIntegerField()),
                ("sha256", models.CharField(default="", max_length=64)),
                ("held_by", models.CharField(max_length=128)),
                ("holder", models.CharField(default="", max_length=128)),
                ("hands", models.IntegerField(default=1)),
                ("sealed_copy", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "complaints_evidence",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_evidence"),
                    models.Index(fields=["sha256"], name="evidence_by_hash"),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedRow",
            fields=[
                ("key", models.CharField(max_length=256, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("officer_id", models.CharField(max_length=128)),
                ("named_by", models.CharField(default="", max_length=64)),
                ("named_at", models.BigIntegerField()),
                ("allegation", models.CharField(default="", max_length=64)),
                ("suspected_at", models.BigIntegerField(null=True)),
                ("suspended_at", models.BigIntegerField(null=True)),
                ("returned_at", models.BigIntegerField(null=True)),
                ("finding", models.CharField(default="", max_length=64)),
                ("recommended", models.CharField(default="", max_length=64)),
                ("imposed", models.CharField(default="", max_length=64)),
                ("final", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "complaints_named",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_named"),
                    models.Index(fields=["officer_id", "named_at"], name="officer_named_in"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficerRow",
            fields=[
                ("officer_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("first_named_at", models.BigIntegerField()),
                ("complaints", models.IntegerField(default=0)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("name_key", models.CharField(default="", max_length=64)),
            ],
            options={
                "db_table": "complaints_officer",
                "indexes": [models.Index(fields=["name_key"], name="officer_by_name_key")],
            },
        ),
        migrations.CreateModel(
            name="RunRow",
            fields=[
                ("run_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("procedure", models.CharField(max_length=128)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("opened_at", models.BigIntegerField()),
                ("stage", models.CharField(max_length=64)),
                ("since", models.BigIntegerField()),
                ("ended", models.BooleanField(default=False)),
                ("outcome", models.CharField(default="", max_length=64)),
                ("reviews", models.CharField(default="", max_length=128)),
                ("marks", models.IntegerField(default=0)),
                ("next_due_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "complaints_run",
                "indexes": [
                    models.Index(fields=["complaint_id"], name="complaint_runs"),
                    models.Index(fields=["procedure", "stage"], name="run_by_stage"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceRow",
            fields=[
                ("key", models.CharField(max_length=256, primary_key=True, serialize=False)),
                ("officer_id", models.CharField(max_length=128)),
                ("body_id", models.CharField(max_length=128)),
                ("since", models.CharField(max_length=10)),
                ("until", models.CharField(default="", max_length=10)),
                ("said_by", models.CharField(default="", max_length=64)),
            ],
            options={
                "db_table": "complaints_service",
                "indexes": [models.Index(fields=["officer_id"], name="officer_services")],
            },
        ),
    )
