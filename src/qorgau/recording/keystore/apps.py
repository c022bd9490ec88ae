"""The key store as a Django app of its own, so that a router can keep it in its own database."""

from django.apps import AppConfig


class KeystoreConfig(AppConfig):
    """Keys of persons, and the secret of the instance's salts."""

    name = "qorgau.recording.keystore"
    label = "keystore"
    verbose_name = "The key store"
