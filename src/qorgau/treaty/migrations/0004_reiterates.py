"""What a recommendation says it repeats."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Earlier demands by symbol and paragraph."""

    dependencies = (("treaty", "0003_follow_up"),)

    operations = (
        migrations.AddField(
            model_name="recommendationrow", name="reiterates", field=models.TextField(default="")
        ),
    )
