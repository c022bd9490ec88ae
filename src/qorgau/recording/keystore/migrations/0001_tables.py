"""Create the tables of the key store."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="InstanceSecret",
            fields=[
                ("name", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("secret", models.BinaryField(max_length=32)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("secret"), 32
                            )
                        ),
                        name="instance_secret_has_32_bytes",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonKey",
            fields=[
                ("person_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("secret", models.BinaryField(max_length=32, null=True)),
                ("destroyed_at", models.BigIntegerField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("destroyed_at__isnull", True), ("secret__isnull", False)),
                            models.Q(("destroyed_at__isnull", False), ("secret__isnull", True)),
                            _connector="OR",
                        ),
                        name="key_is_either_held_or_destroyed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("secret__isnull", True),
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Length("secret"), 32
                            ),
                            _connector="OR",
                        ),
                        name="person_key_has_32_bytes",
                    ),
                ],
            },
        ),
    )
