"""Which side took in a file, whether it was a body whose task it is, and who of the other side holds the same bytes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """False and empty until the entries are folded anew: nobody is believed for what was not recorded."""

    dependencies = (("treaty", "0005_day_is"),)

    operations = (
        migrations.AddField(
            model_name="documentrow", name="by_state", field=models.BooleanField(default=False)
        ),
        migrations.AddField(
            model_name="documentrow", name="mandated", field=models.BooleanField(default=False)
        ),
        migrations.AddField(
            model_name="documentrow", name="confirmed_by", field=models.CharField(default="", max_length=128)
        ),
    )
