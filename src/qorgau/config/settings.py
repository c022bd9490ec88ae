"""Django settings of the embedded default."""

SECRET_KEY = "only-until-the-record-has-its-own-key-file"  # noqa: S105
INSTALLED_APPS: list[str] = []
USE_TZ = True
