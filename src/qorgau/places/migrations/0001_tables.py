"""The tables of the inventory: places, cells, units."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="CellRow",
            fields=[
                ("cell_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("place_id", models.CharField(db_index=True, max_length=128)),
                ("name", models.TextField()),
                ("capacity", models.IntegerField(null=True)),
                ("area_tenths", models.BigIntegerField(null=True)),
                ("for_whom", models.JSONField(default=list)),
                ("listed_at", models.BigIntegerField(null=True)),
                ("closed_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "places_cell",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("capacity__isnull", True), ("capacity__gte", 0), _connector="OR"),
                        name="cell_capacity_from_0",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceRow",
            fields=[
                ("place_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("name_en", models.TextField()),
                ("name_ru", models.TextField()),
                ("name_kk", models.TextField()),
                ("kind", models.CharField(max_length=64)),
                ("official", models.BooleanField()),
                ("body", models.CharField(max_length=128)),
                ("unit", models.CharField(blank=True, max_length=128)),
                ("region", models.CharField(max_length=64)),
                ("settlement", models.TextField(blank=True)),
                ("zone", models.CharField(max_length=64)),
                ("capacity", models.IntegerField(null=True)),
                ("area_tenths", models.BigIntegerField(null=True)),
                ("for_whom", models.JSONField(default=list)),
                ("accessible", models.JSONField(null=True)),
                ("opened_at", models.BigIntegerField(null=True)),
                ("closed_at", models.BigIntegerField(null=True)),
                ("cells", models.IntegerField(default=0)),
                ("search", models.TextField()),
            ],
            options={
                "db_table": "places_place",
                "indexes": [
                    models.Index(fields=["region", "kind"], name="place_by_region_and_kind"),
                    models.Index(fields=["body"], name="place_by_body"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            ("opened_at__isnull", True),
                            ("closed_at__gte", models.F("opened_at")),
                            _connector="OR",
                        ),
                        name="place_not_closed_before_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("capacity__isnull", True), ("capacity__gte", 0), _connector="OR"),
                        name="place_capacity_from_0",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitRow",
            fields=[
                ("unit_id", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("name_en", models.TextField()),
                ("name_ru", models.TextField()),
                ("name_kk", models.TextField()),
                ("institution", models.CharField(max_length=128)),
                ("above", models.CharField(blank=True, max_length=128)),
                ("region", models.CharField(max_length=64)),
                ("since", models.BigIntegerField(null=True)),
                ("search", models.TextField()),
            ],
            options={
                "db_table": "places_unit",
                "indexes": [
                    models.Index(fields=["institution", "region"], name="unit_by_institution_and_region")
                ],
            },
        ),
    )
