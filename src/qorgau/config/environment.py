"""Read QORGAU_* variables strictly: a wrong value is named with its variable and how to write it."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE_INIT = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    # Without it INSERT OR REPLACE deletes a row without asking the trigger that guards it.
    "PRAGMA recursive_triggers=ON;"
    # An erased name must not stay behind in a freed page.
    "PRAGMA secure_delete=ON;"
)


class WrongSetting(ValueError):  # noqa: N818 - read aloud: "wrong setting"
    """A QORGAU_* variable holds something that cannot be used."""


def data_folder(environment: Mapping[str, str]) -> Path:
    """QORGAU_DATA, else the user's own data folder; never the folder a command happens to run in."""
    if chosen := environment.get("QORGAU_DATA"):
        return Path(chosen).expanduser().resolve()
    base = environment.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "qorgau"


def whole_number(environment: Mapping[str, str], name: str, *, default: int, least: int = 1) -> int:
    """A whole number from a variable, or the default."""
    written = environment.get(name, str(default))
    if not written.isascii() or not written.isdigit() or int(written) < least:
        raise WrongSetting(f"{name} is {written!r}. Give a whole number from {least}.")
    return int(written)


def word_list(environment: Mapping[str, str], name: str) -> list[str]:
    """Words separated by commas."""
    return [word.strip() for word in environment.get(name, "").split(",") if word.strip()]


def database(environment: Mapping[str, str], name: str, *, default: Path | None = None) -> dict[str, object]:
    """Django's settings for the database that a variable names by its address."""
    written = environment.get(name) or (f"sqlite:///{default}" if default else "")
    parts = urlsplit(written)
    if parts.scheme == "sqlite" and len(parts.path) > 1:
        return _sqlite(Path(unquote(parts.path)[1:]), name=name)
    if parts.scheme in {"postgresql", "postgres"} and len(parts.path) > 1:
        return _postgresql(written)
    raise WrongSetting(
        f"{name} must be sqlite:////folder/file.sqlite3 or postgresql://user@host/database. "
        "Its present value is not shown, because it may hold a password."
    )


def _sqlite(path: Path, *, name: str) -> dict[str, object]:
    if not path.is_absolute():
        raise WrongSetting(f"{name}: the path {str(path)!r} is relative. Write four slashes: sqlite:////.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_INIT},
        # Kept by each thread: opening costs as much as a page asks, and whoever closes last writes the journal back.
        "CONN_MAX_AGE": None,
    }


def _postgresql(written: str) -> dict[str, object]:
    parts = urlsplit(written)
    options: dict[str, object] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": str(options.pop("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": None,
    }


def email(environment: Mapping[str, str], name: str) -> dict[str, object]:
    """Django's settings for the mail server that a variable names; nothing where mail is off."""
    written = environment.get(name)
    if not written:
        return {}
    parts = urlsplit(written)
    if parts.scheme == "file" and len(parts.path) > 1:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme in {"smtp", "smtps"} and parts.hostname:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in {"127.0.0.1", "localhost"},
            "EMAIL_TIMEOUT": 20,
        }
    raise WrongSetting(
        f"{name} must be smtp://user:word@host:587, smtps://host:465 or file:////folder. "
        "Its present value is not shown, because it may hold a password."
    )
