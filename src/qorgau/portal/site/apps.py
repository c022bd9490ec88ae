"""The web frame as a Django app: it brings templates, components and their words."""

from pathlib import Path

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Frame of the pages."""

    name = "qorgau.portal.site"
    label = "site"
    verbose_name = "Site"

    def ready(self) -> None:
        """Make the frame's words known, and give every form field error sentences of ours."""
        from qorgau.portal.site.form_words import speak_our_words
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        register_phrases(Path(__file__).parents[1] / "phrases.yaml")
        register_phrases(Path(__file__).parents[1] / "api" / "phrases.yaml")
        speak_our_words()
