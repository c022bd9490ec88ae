"""Places as a Django app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The inventory of places of detention, their cells, and the bodies that run them."""

    name = "qorgau.places"
    label = "places"
    verbose_name = "Places"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
