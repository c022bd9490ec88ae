"""Whether the day of a reply is the day itself, or the latest that it can have been."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Empty for the day itself; `the_latest` where only the latest possible day is known."""

    dependencies = (("treaty", "0004_reiterates"),)

    operations = (
        migrations.AddField(
            model_name="replyrow", name="day_is", field=models.CharField(default="", max_length=64)
        ),
    )
