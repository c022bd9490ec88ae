"""Create the read tables of the register."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="AnsweredBreachRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("place_id", models.CharField(default="", max_length=128)),
                ("region", models.CharField(default="", max_length=64)),
                ("safeguard", models.CharField(max_length=128)),
                ("basis", models.CharField(max_length=32)),
                ("outcome", models.CharField(max_length=16)),
                ("by", models.CharField(default="", max_length=128)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "custody_answered_breach",
                "indexes": [
                    models.Index(fields=["custody_id"], name="answer_of_custody"),
                    models.Index(fields=["region", "outcome", "at"], name="answer_by_region"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockRow",
            fields=[
                ("clock_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("place_id", models.CharField(default="", max_length=128)),
                ("region", models.CharField(default="", max_length=64)),
                ("subject_role", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=128)),
                ("safeguard", models.CharField(max_length=128)),
                ("basis", models.CharField(max_length=32)),
                ("triggered_at", models.BigIntegerField()),
                ("due_from", models.BigIntegerField(null=True)),
                ("due_at", models.BigIntegerField(null=True)),
                ("met_at", models.BigIntegerField(null=True)),
                ("is_running", models.BooleanField(default=False)),
                ("has_figure", models.BooleanField(default=True)),
                ("state_when_folded", models.CharField(max_length=16)),
                ("state_after_due", models.CharField(default="breached", max_length=16)),
                ("own_word_only", models.BooleanField(default=False)),
                ("law_hash", models.CharField(max_length=16)),
            ],
            options={
                "db_table": "custody_clock",
                "indexes": [
                    models.Index(fields=["custody_id"], name="clock_of_custody"),
                    models.Index(
                        condition=models.Q(("is_running", True)),
                        fields=["due_at", "clock_id"],
                        name="clock_running_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("is_running", True)),
                        fields=["place_id", "due_at"],
                        name="clock_running_at_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("corrected_id", models.CharField(max_length=128)),
                ("act", models.CharField(max_length=16)),
                ("by", models.CharField(default="", max_length=128)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("place_id", models.CharField(default="", max_length=128)),
                ("region", models.CharField(default="", max_length=64)),
                ("at", models.BigIntegerField()),
                ("needs_confirmation", models.BooleanField(default=False)),
                ("confirmed_by", models.CharField(default="", max_length=128)),
                ("confirmed_at", models.BigIntegerField(null=True)),
                ("improves", models.TextField(default="")),
            ],
            options={
                "db_table": "custody_correction",
                "indexes": [
                    models.Index(fields=["custody_id"], name="correction_of_custody"),
                    models.Index(
                        condition=models.Q(("needs_confirmation", True)),
                        fields=["confirmed_at"],
                        name="correction_waiting",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CustodyRow",
            fields=[
                ("custody_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("person_id", models.CharField(max_length=128)),
                ("entered_for", models.CharField(max_length=128)),
                ("name", models.TextField(default="")),
                ("name_status", models.CharField(default="unknown", max_length=64)),
                ("family_key", models.CharField(default="", max_length=128)),
                ("given_key", models.CharField(default="", max_length=128)),
                ("born_on", models.CharField(default="", max_length=10)),
                ("age", models.IntegerField(null=True)),
                ("gender", models.CharField(default="", max_length=64)),
                ("is_child", models.BooleanField(default=False)),
                ("foreign", models.BooleanField(default=False)),
                ("ground", models.CharField(default="", max_length=64)),
                ("place_id", models.CharField(default="", max_length=128)),
                ("cell_id", models.CharField(default="", max_length=128)),
                ("region", models.CharField(default="", max_length=64)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("zone", models.CharField(default="UTC", max_length=64)),
                ("status", models.CharField(max_length=16)),
                ("status_since", models.BigIntegerField(null=True)),
                ("destination_id", models.CharField(default="", max_length=128)),
                ("in_hospital", models.BooleanField(default=False)),
                ("is_here", models.BooleanField(default=False)),
                ("apprehended_at", models.BigIntegerField(null=True)),
                ("registered_at", models.BigIntegerField(null=True)),
                ("ended_at", models.BigIntegerField(null=True)),
                ("next_due_at", models.BigIntegerField(null=True)),
                ("next_due_safeguard", models.CharField(default="", max_length=128)),
                ("next_due_basis", models.CharField(default="", max_length=32)),
                ("order_at", models.BigIntegerField(default=0)),
                ("board", models.TextField(default="")),
                ("breaches", models.IntegerField(default=0)),
                ("answered_breaches", models.IntegerField(default=0)),
                ("missing", models.CharField(default="", max_length=128)),
                ("late_entries", models.IntegerField(default=0)),
                ("corrections", models.IntegerField(default=0)),
                ("unconfirmed_corrections", models.IntegerField(default=0)),
                ("entries", models.IntegerField(default=0)),
                ("last_entry_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "custody_row",
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_here", True)),
                        fields=["place_id", "order_at", "custody_id"],
                        name="custody_here_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("is_here", True)),
                        fields=["region", "order_at", "custody_id"],
                        name="custody_region_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("is_here", True)),
                        fields=["order_at", "custody_id"],
                        name="custody_all_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("is_here", True)),
                        fields=["apprehended_at", "custody_id"],
                        name="custody_here_by_time",
                    ),
                    models.Index(fields=["family_key", "given_key"], name="custody_by_family"),
                    models.Index(fields=["person_id"], name="custody_by_person"),
                    models.Index(fields=["status", "status_since"], name="custody_by_status"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("is_here", False), ("ended_at__isnull", True), _connector="OR"),
                        name="custody_here_only_while_not_ended",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningRow",
            fields=[
                ("entry_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("account", models.CharField(max_length=128)),
                ("body_id", models.CharField(default="", max_length=128)),
                ("looked_as", models.CharField(default="", max_length=64)),
                ("because", models.CharField(default="", max_length=64)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "custody_opening",
                "indexes": [
                    models.Index(fields=["custody_id", "at"], name="opening_of_custody"),
                    models.Index(fields=["account", "at"], name="opening_by_account"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyRow",
            fields=[
                ("party_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("account", models.CharField(default="", max_length=128)),
                ("role", models.CharField(max_length=64)),
                ("relation", models.CharField(default="", max_length=64)),
                ("name", models.TextField(default="")),
                ("name_key", models.CharField(default="", max_length=128)),
                ("contact", models.TextField(default="")),
                ("since", models.BigIntegerField(null=True)),
                ("until", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "custody_party",
                "indexes": [
                    models.Index(fields=["custody_id"], name="party_of_custody"),
                    models.Index(fields=["account", "custody_id"], name="party_by_account"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StayRow",
            fields=[
                ("stay_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("custody_id", models.CharField(max_length=128)),
                ("placement_id", models.CharField(default="", max_length=128)),
                ("place_id", models.CharField(max_length=128)),
                ("cell_id", models.CharField(default="", max_length=128)),
                ("from_at", models.BigIntegerField()),
                ("until_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "custody_stay",
                "indexes": [
                    models.Index(fields=["custody_id"], name="stay_of_custody"),
                    models.Index(fields=["place_id", "from_at", "until_at"], name="stay_at_place"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_at__isnull", True),
                            ("until_at__gte", models.F("from_at")),
                            _connector="OR",
                        ),
                        name="stay_ends_not_before_it_began",
                    )
                ],
            },
        ),
    )
