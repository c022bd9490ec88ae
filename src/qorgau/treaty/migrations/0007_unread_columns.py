"""What nothing read goes: the entries and the readings hold it all."""

from django.db import migrations


class Migration(migrations.Migration):
    """A fold of the entries never fills these again."""

    dependencies = (("treaty", "0006_trust_in_files"),)

    operations = (
        migrations.RemoveField(model_name="documentrow", name="session"),
        migrations.RemoveField(model_name="documentrow", name="session_from"),
        migrations.RemoveField(model_name="documentrow", name="session_to"),
        migrations.RemoveField(model_name="actionrow", name="planned_at"),
        migrations.RemoveField(model_name="replyrow", name="cleared_by"),
        migrations.RemoveField(model_name="linkrow", name="judged_before"),
    )
