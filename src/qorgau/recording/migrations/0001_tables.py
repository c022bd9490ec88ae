"""Create the tables of the record."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="EntryObject",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "role",
                        "object_id",
                        "entry_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("role", models.CharField(max_length=64)),
                ("object_id", models.CharField(max_length=128)),
                ("entry_id", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "recording_entry_object",
            },
        ),
        migrations.CreateModel(
            name="ErasedPerson",
            fields=[
                ("person_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("entry_id", models.CharField(max_length=128)),
                ("erased_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "recording_erased_person",
            },
        ),
        migrations.CreateModel(
            name="OutgoingNotice",
            fields=[
                ("id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("entry_id", models.CharField(max_length=128)),
                ("kind", models.CharField(max_length=64)),
                ("body", models.TextField()),
                ("queued_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "recording_outgoing_notice",
            },
        ),
        migrations.CreateModel(
            name="SignedCheckpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("note", models.TextField()),
            ],
            options={
                "db_table": "recording_checkpoint",
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("follows", models.BigIntegerField(unique=True)),
                ("root", models.BinaryField(max_length=32)),
                ("made_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "recording_batch",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", models.F("follows"))),
                        name="batch_makes_the_tree_grow",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("follows__gte", 0)), name="batch_follows_a_size_from_0"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("root"), 32)
                        ),
                        name="batch_root_has_32_bytes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                ("commitment", models.BinaryField(max_length=32, unique=True)),
                ("padding_salt", models.BinaryField(max_length=32, null=True)),
            ],
            options={
                "db_table": "recording_leaf",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("index__gte", 0)), name="leaf_index_is_counted_from_0"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("commitment"), 32
                            )
                        ),
                        name="leaf_commitment_has_32_bytes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("padding_salt__isnull", True),
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("padding_salt"), 32
                            ),
                            _connector="OR",
                        ),
                        name="padding_salt_has_32_bytes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pending",
            fields=[
                ("commitment", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("received", models.BigIntegerField()),
            ],
            options={
                "db_table": "recording_pending",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("commitment"), 32
                            )
                        ),
                        name="pending_commitment_has_32_bytes",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredEntry",
            fields=[
                ("id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=64)),
                ("received", models.BigIntegerField()),
                ("place", models.IntegerField()),
                ("merge_by", models.BigIntegerField()),
                ("commitment", models.BinaryField(max_length=32)),
                ("body", models.BinaryField()),
            ],
            options={
                "db_table": "recording_entry",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("commitment"), 32
                            )
                        ),
                        name="entry_commitment_has_32_bytes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("merge_by__gt", models.F("received"))),
                        name="entry_merges_after_it_is_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__gte", 0)), name="entry_place_is_counted_from_0"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tile",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("hashes", models.BinaryField()),
            ],
            options={
                "db_table": "recording_tile",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 0)), name="tile_is_counted_from_0"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("hashes"), 8192
                            )
                        ),
                        name="tile_holds_256_hashes",
                    ),
                ],
            },
        ),
    )
