"""Two roles join those a person may be appointed to."""

from django.db import migrations, models

ROLES = [
    "custody_officer",
    "head_of_place",
    "duty_prosecutor",
    "court_registry",
    "inspector",
    "npm_member",
    "doctor",
    "lawyer",
    "relative",
    "complaints_officer",
    "investigator",
    "committee_member",
    "minister_office",
    "ngo_worker",
    "council_secretary",
    "focal_point",
    "analyst",
    "administrator",
]


class Migration(migrations.Migration):
    """The same rule, with the council's secretary and the focal point among the known ones."""

    dependencies = (("access", "0002_roles_of_complaints"),)

    operations = (
        migrations.RemoveConstraint(model_name="appointment", name="appointed_as_a_known_role"),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                name="appointed_as_a_known_role",
                condition=models.Q(("role__in", ROLES)),
            ),
        ),
    )
