"""Django settings: the embedded default, changed by QORGAU_* variables only.

QORGAU_DATA            folder for databases and key files (default: $XDG_DATA_HOME/qorgau)
QORGAU_DATABASE_URL    the record; sqlite:////... or postgresql://... (default: SQLite in the folder)
QORGAU_OWNER_URL       PostgreSQL only: the tables' owner, for `qorgau record init` and nothing else
QORGAU_KEYS_URL        the key store, apart from the record (default: its own SQLite file)
QORGAU_INSTANCE        this instance's name in entries and in the log (default: qorgau.localhost)
QORGAU_BATCH_SECONDS   how often a batch enters the log (default: 3600)
QORGAU_SECRET_KEY      Django's key (default: a file of random bytes, made at first need)
QORGAU_IDLE_SECONDS    a session nobody uses ends after so many seconds (default: 1200)
QORGAU_DEBUG           1 to show errors in pages; never in production
QORGAU_ALLOWED_HOSTS   names this server answers to, separated by commas
"""

import os

from django.utils.functional import lazy

from qorgau.config import environment as read
from qorgau.recording.secret_files import random_text

QORGAU_DATA = read.data_folder(os.environ)
QORGAU_INSTANCE = os.environ.get("QORGAU_INSTANCE", "qorgau.localhost")
QORGAU_BATCH_SECONDS = read.whole_number(os.environ, "QORGAU_BATCH_SECONDS", default=3600)

# The file is read, and at first need made, when the key is used: importing the settings writes nothing.
SECRET_KEY = os.environ.get("QORGAU_SECRET_KEY") or lazy(random_text, str)(
    QORGAU_DATA / "secret" / "django.key"
)
DEBUG = os.environ.get("QORGAU_DEBUG") == "1"
ALLOWED_HOSTS = read.word_list(os.environ, "QORGAU_ALLOWED_HOSTS")

DATABASES = {
    "default": read.database(os.environ, "QORGAU_DATABASE_URL", default=QORGAU_DATA / "record.sqlite3"),
    "keys": read.database(os.environ, "QORGAU_KEYS_URL", default=QORGAU_DATA / "keys.sqlite3"),
}
if os.environ.get("QORGAU_OWNER_URL"):
    DATABASES["owner"] = read.database(os.environ, "QORGAU_OWNER_URL")
DATABASE_ROUTERS = ["qorgau.recording.keystore.router.KeysApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.sessions",
    "qorgau.wording",
    "qorgau.recording",
    "qorgau.recording.keystore",
    "qorgau.access",
    "qorgau.places",
    "qorgau.custody",
]
USE_TZ = True
TIME_ZONE = "UTC"

AUTH_USER_MODEL = "access.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
QORGAU_IDLE_SECONDS = read.whole_number(os.environ, "QORGAU_IDLE_SECONDS", default=1200, least=60)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
