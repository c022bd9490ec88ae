"""The tables of mailboxes."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    """Ciphertexts, envelopes, chunks, messages, keys of bodies, receipts."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="ReceiptRow",
            fields=[
                ("commitment", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("entry_id", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "mailboxes_receipt",
            },
        ),
        migrations.CreateModel(
            name="ChunkRow",
            fields=[
                ("chunk_id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("complaint_id", models.CharField(max_length=128)),
                ("file", models.IntegerField()),
                ("place", models.IntegerField()),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "mailboxes_chunk",
                "indexes": [
                    models.Index(fields=["sha256"], name="chunk_by_hash"),
                    models.Index(fields=["complaint_id"], name="chunk_of_complaint"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CiphertextBlob",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=16)),
                ("size", models.IntegerField()),
                ("hour", models.BigIntegerField()),
                ("bytes", models.BinaryField()),
            ],
            options={
                "db_table": "mailboxes_ciphertext",
                "indexes": [models.Index(fields=["kind", "hour"], name="ciphertext_by_kind_hour")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("sha256"), 64
                            )
                        ),
                        name="ciphertext_name_is_a_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hour__gte", 0)), name="ciphertext_hour_is_whole"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnvelopeRow",
            fields=[
                ("complaint_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("entry_id", models.CharField(max_length=128)),
                ("kind", models.CharField(max_length=64)),
                ("to_body", models.CharField(max_length=128)),
                ("box_ed", models.CharField(max_length=64)),
                ("hour", models.BigIntegerField()),
                ("narrative", models.CharField(max_length=64)),
                ("identity", models.CharField(max_length=64)),
                ("plain", models.CharField(max_length=64)),
                ("withdrawal_asked_at", models.BigIntegerField(null=True)),
                ("identity_released_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "mailboxes_envelope",
                "indexes": [
                    models.Index(fields=["to_body", "hour"], name="envelope_to_body"),
                    models.Index(fields=["box_ed"], name="envelope_of_box"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ManifestRow",
            fields=[
                ("manifest_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("body", models.CharField(max_length=128)),
                ("epoch", models.IntegerField()),
                ("published_at", models.BigIntegerField()),
                ("not_after", models.BigIntegerField()),
                ("signed", models.TextField()),
                ("revoked_at", models.BigIntegerField(null=True)),
                ("revoked_because", models.CharField(default="", max_length=64)),
                ("recovery_used_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "mailboxes_manifest",
                "indexes": [models.Index(fields=["body", "epoch"], name="manifest_of_body")],
            },
        ),
        migrations.CreateModel(
            name="MessageRow",
            fields=[
                ("message_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("box_ed", models.CharField(max_length=64)),
                ("complaint_id", models.CharField(max_length=128)),
                ("direction", models.CharField(max_length=16)),
                ("seq", models.IntegerField()),
                ("hour", models.BigIntegerField()),
                ("body", models.CharField(max_length=128)),
                ("sent_by", models.CharField(max_length=128)),
                ("sha256", models.CharField(max_length=64)),
                ("deleted_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "mailboxes_message",
                "indexes": [
                    models.Index(fields=["box_ed", "direction", "seq"], name="messages_of_box"),
                    models.Index(fields=["complaint_id"], name="messages_of_complaint"),
                ],
            },
        ),
    )
