"""Places as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The inventory of places of detention, their cells, and the bodies that run them."""

    name = "qorgau.places"
    label = "places"
    verbose_name = "Places"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
        from qorgau.access.choices import BODY, PLACE, offer
        from qorgau.access.worked_at import also_at
        from qorgau.places import entries, queries
        from qorgau.wording import register_phrases

        entries.register()
        offer(PLACE, queries.place_titles)
        offer(BODY, queries.body_titles)
        also_at(queries.unofficial_beside)
        register_phrases(Path(__file__).with_name("phrases.yaml"))
