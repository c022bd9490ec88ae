"""Create the tables of accounts, second factors, tokens and lists read."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("sign_in_name", models.CharField(max_length=150, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("email", models.CharField(blank=True, default="", max_length=254)),
                ("language", models.CharField(default="kk", max_length=2)),
                ("must_change_password", models.BooleanField(default=True)),
                ("sessions_stamp", models.CharField(max_length=64)),
                ("opened_at", models.BigIntegerField()),
                ("closed_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "access_account",
            },
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("failures", models.IntegerField()),
                ("last_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "access_tries",
            },
        ),
        migrations.CreateModel(
            name="AppCode",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="access.account",
                    ),
                ),
                ("box", models.TextField()),
                ("last_step", models.BigIntegerField()),
                ("added_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "access_app_code",
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=32)),
                ("body", models.CharField(max_length=128)),
                ("places", models.JSONField(default=list)),
                ("regions", models.JSONField(default=list)),
                ("said_by", models.CharField(max_length=32)),
                ("since", models.BigIntegerField()),
                ("until", models.BigIntegerField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="access.account",
                    ),
                ),
            ],
            options={
                "db_table": "access_appointment",
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=80)),
                ("prefix", models.CharField(max_length=24)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_by", models.CharField(max_length=128)),
                ("made_at", models.BigIntegerField()),
                ("expires_at", models.BigIntegerField()),
                ("revoked_at", models.BigIntegerField(null=True)),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to="access.appointment",
                    ),
                ),
            ],
            options={
                "db_table": "access_api_token",
            },
        ),
        migrations.CreateModel(
            name="KnownDevice",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("device", models.CharField(max_length=64)),
                ("used_at", models.BigIntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="devices",
                        to="access.account",
                    ),
                ),
            ],
            options={
                "db_table": "access_known_device",
            },
        ),
        migrations.CreateModel(
            name="LookedAt",
            fields=[
                ("id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("account", models.CharField(max_length=128)),
                ("act", models.CharField(max_length=64)),
                ("filter_hash", models.CharField(max_length=64)),
                ("rows", models.IntegerField()),
                ("at", models.BigIntegerField(db_index=True)),
                ("number", models.BigIntegerField(null=True, unique=True)),
            ],
            options={
                "db_table": "access_looked_at",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rows__gte", 0)), name="list_has_no_less_than_no_rows"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("credential_hash", models.CharField(max_length=64, unique=True)),
                ("credential", models.BinaryField(max_length=1023)),
                ("public_key", models.BinaryField()),
                ("uses", models.BigIntegerField()),
                ("title", models.CharField(max_length=80)),
                ("added_at", models.BigIntegerField()),
                ("used_at", models.BigIntegerField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passkeys",
                        to="access.account",
                    ),
                ),
            ],
            options={
                "db_table": "access_passkey",
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("used_at", models.BigIntegerField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recovery_codes",
                        to="access.account",
                    ),
                ),
            ],
            options={
                "db_table": "access_recovery_code",
            },
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "custody_officer",
                            "head_of_place",
                            "duty_prosecutor",
                            "court_registry",
                            "inspector",
                            "npm_member",
                            "doctor",
                            "lawyer",
                            "relative",
                            "analyst",
                            "administrator",
                        ],
                    )
                ),
                name="appointed_as_a_known_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="appointment_not_ended_before_begun",
            ),
        ),
        migrations.AddConstraint(
            model_name="knowndevice",
            constraint=models.UniqueConstraint(
                fields=("account", "device"), name="device_known_once_for_each_account"
            ),
        ),
    )
