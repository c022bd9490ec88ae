"""Wording as a Django app: it brings the template tags."""

from django.apps import AppConfig


class WordingConfig(AppConfig):
    """Words of the interface."""

    name = "qorgau.wording"
    label = "wording"
    verbose_name = "Wording"
