"""The read tables of the inventory; each row is folded from entries and may be made anew at any time."""

from django.db import models
from django.db.models import F, Q


class PlaceRow(models.Model):
    """A place as the inventory stands now; listed_for: the body whose officer listed it first.

    .. pii: none; the name and address of a building.
    """

    place_id = models.CharField(primary_key=True, max_length=128)
    name_en = models.TextField()
    name_ru = models.TextField()
    name_kk = models.TextField()
    kind = models.CharField(max_length=64)
    official = models.BooleanField()
    body = models.CharField(max_length=128)
    unit = models.CharField(max_length=128, blank=True)
    region = models.CharField(max_length=64)
    settlement = models.TextField(blank=True)
    zone = models.CharField(max_length=64)
    capacity = models.IntegerField(null=True)
    area_tenths = models.BigIntegerField(null=True)
    for_whom = models.JSONField(default=list)
    accessible = models.JSONField(null=True)
    opened_at = models.BigIntegerField(null=True)
    closed_at = models.BigIntegerField(null=True)
    cells = models.IntegerField(default=0)
    search = models.TextField()
    listed_for = models.CharField(max_length=128, default="")

    class Meta:
        """Found by region, kind and body; a closed place was open before."""

        db_table = "places_place"
        indexes = (
            models.Index(fields=["region", "kind"], name="place_by_region_and_kind"),
            models.Index(fields=["body"], name="place_by_body"),
            # Asked with every request of a desk, and true of few places.
            models.Index(
                fields=["listed_for"], name="place_unofficial_by_lister", condition=Q(official=False)
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="place_not_closed_before_opened",
                condition=Q(closed_at__isnull=True)
                | Q(opened_at__isnull=True)
                | Q(closed_at__gte=F("opened_at")),
            ),
            models.CheckConstraint(
                name="place_capacity_from_0", condition=Q(capacity__isnull=True) | Q(capacity__gte=0)
            ),
        )

    def __str__(self) -> str:
        """The kind and the id."""
        return f"{self.kind} {self.place_id}"


class CellRow(models.Model):
    """A cell of a place as the inventory stands now.

    .. pii: none.
    """

    cell_id = models.CharField(primary_key=True, max_length=128)
    place_id = models.CharField(max_length=128, db_index=True)
    name = models.TextField()
    capacity = models.IntegerField(null=True)
    area_tenths = models.BigIntegerField(null=True)
    for_whom = models.JSONField(default=list)
    listed_at = models.BigIntegerField(null=True)
    closed_at = models.BigIntegerField(null=True)

    class Meta:
        """A cell holds nobody or more."""

        db_table = "places_cell"
        constraints = (
            models.CheckConstraint(
                name="cell_capacity_from_0", condition=Q(capacity__isnull=True) | Q(capacity__gte=0)
            ),
        )

    def __str__(self) -> str:
        """The name and the place."""
        return f"{self.name} of {self.place_id}"


class UnitRow(models.Model):
    """A concrete body, such as one police department.

    .. pii: none; the name of an office.
    """

    unit_id = models.CharField(primary_key=True, max_length=128)
    name_en = models.TextField()
    name_ru = models.TextField()
    name_kk = models.TextField()
    institution = models.CharField(max_length=128)
    above = models.CharField(max_length=128, blank=True)
    region = models.CharField(max_length=64)
    since = models.BigIntegerField(null=True)
    search = models.TextField()

    class Meta:
        """Found by institution and region."""

        db_table = "places_unit"
        indexes = (models.Index(fields=["institution", "region"], name="unit_by_institution_and_region"),)

    def __str__(self) -> str:
        """The institution and the id."""
        return f"{self.institution} {self.unit_id}"
