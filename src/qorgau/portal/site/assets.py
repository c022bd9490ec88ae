"""Styles, scripts and fonts: served by this process, cached for ever under a name that holds their hash."""

from pathlib import Path

from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedAssets(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names with hashes once `qorgau serve` has collected the assets; plain names before that."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name with its hash; without one where nothing was collected, as in tests."""
        return str(self.hashed_files.get(self.hash_key(self.clean_name(name)), name))


class ServedAssets(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Serves the collected assets; where nothing was collected, straight from the rooms' folders."""

    def add_files(self, root: str, prefix: str | None = None) -> None:
        """Take the folder in, if it is there; tests and a first start have none, which deserves no warning."""
        if Path(root).is_dir():
            super().add_files(root, prefix=prefix)
        else:
            self.use_finders = True
