"""Which body listed a place first, found among unofficial places without reading the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column and its index; rows fold it from their entries."""

    dependencies = (("places", "0001_tables"),)

    operations = (
        migrations.AddField(
            model_name="placerow",
            name="listed_for",
            field=models.CharField(default="", max_length=128),
        ),
        migrations.AddIndex(
            model_name="placerow",
            index=models.Index(
                condition=models.Q(("official", False)),
                fields=["listed_for"],
                name="place_unofficial_by_lister",
            ),
        ),
    )
