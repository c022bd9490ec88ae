"""Django settings: the embedded default, changed by QORGAU_* variables only.

QORGAU_DATA            folder for databases and key files (default: $XDG_DATA_HOME/qorgau)
QORGAU_SECRETS         folder for key files, on another medium (default: secret in the data folder)
QORGAU_DATABASE_URL    the record; sqlite:////... or postgresql://... (default: SQLite in the folder)
QORGAU_OWNER_URL       PostgreSQL only: the tables' owner, for `qorgau record init` and nothing else
QORGAU_KEYS_URL        the key store, apart from the record (default: its own SQLite file)
QORGAU_INSTANCE        this instance's name in entries and in the log (default: qorgau.localhost)
QORGAU_LAW             packs of law in force here, separated by commas (default: kz; international is included)
QORGAU_BATCH_SECONDS   how often a batch enters the log (default: 3600)
QORGAU_RETENTION_YEARS after how many years a custody record may be erased (default: never, until a lawyer says)
QORGAU_SECRET_KEY      Django's key (default: a file of random bytes, made at first need)
QORGAU_IDLE_SECONDS    a session nobody uses ends after so many seconds (default: 1200)
QORGAU_PROXIES         how many proxies of one's own stand before the site (default: 0)
QORGAU_DEBUG           1 to show errors in pages; never in production
QORGAU_ALLOWED_HOSTS   names this server answers to, separated by commas (default: this machine)
QORGAU_TLS             1 where browsers reach this server through HTTPS: cookies and headers then insist on it
QORGAU_DEMO            1 to mark every page as showing synthetic data (a demo marks its folder by itself)
QORGAU_GALLERY         1 to show the gallery of components at /gallery/ (always there with QORGAU_DEBUG)
QORGAU_EMAIL_URL       where notices are mailed through: smtp://user:word@host:587, smtps://host:465 or
                       file:////folder (default: notices stand on the page only)
QORGAU_EMAIL_FROM      sender of notices (default: qorgau@ and the instance's name)
QORGAU_ADDRESS         the site's address in links of notices (default: http://127.0.0.1:8000)
QORGAU_ENQUIRY_HOURS   within how many hours the duty desk promises to answer a family (default: 24)
QORGAU_ENQUIRY_DELAY_MINUTES  before so many minutes no answer can be read, whatever it says (default: 60)
QORGAU_QUICK_EXIT      where "leave at once" leads on the pages of complainants (default: the country's weather)
QORGAU_STATIC          folder for the collected assets (default: static in the data folder)
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.functional import lazy

from qorgau.config import environment as read
from qorgau.recording.secret_files import random_text

QORGAU_DATA = read.data_folder(os.environ)
QORGAU_SECRETS = Path(os.environ["QORGAU_SECRETS"]).resolve() if os.environ.get("QORGAU_SECRETS") else None
QORGAU_INSTANCE = os.environ.get("QORGAU_INSTANCE", "qorgau.localhost")
QORGAU_LAW = read.word_list(os.environ, "QORGAU_LAW") or ["kz"]
QORGAU_RETENTION_YEARS = (
    read.whole_number(os.environ, "QORGAU_RETENTION_YEARS", default=1)
    if os.environ.get("QORGAU_RETENTION_YEARS")
    else None
)
QORGAU_BATCH_SECONDS = read.whole_number(os.environ, "QORGAU_BATCH_SECONDS", default=3600)

# The file is read, and at first need made, when the key is used: importing the settings writes nothing.
SECRET_KEY = os.environ.get("QORGAU_SECRET_KEY") or lazy(random_text, str)(
    (QORGAU_SECRETS or QORGAU_DATA / "secret") / "django.key"
)
DEBUG = os.environ.get("QORGAU_DEBUG") == "1"
# Without a name given, only this machine may ask.
ALLOWED_HOSTS = read.word_list(os.environ, "QORGAU_ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]

DATABASES = {
    "default": read.database(os.environ, "QORGAU_DATABASE_URL", default=QORGAU_DATA / "record.sqlite3"),
    "keys": read.database(os.environ, "QORGAU_KEYS_URL", default=QORGAU_DATA / "keys.sqlite3"),
}
if os.environ.get("QORGAU_OWNER_URL"):
    DATABASES["owner"] = read.database(os.environ, "QORGAU_OWNER_URL")
DATABASE_ROUTERS = ["qorgau.recording.keystore.router.KeysApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # First, so that its form widgets come before Django's.
    "qorgau.portal.site",
    "django.forms",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "qorgau.wording",
    "qorgau.recording",
    "qorgau.recording.keystore",
    "qorgau.access",
    "qorgau.places",
    "qorgau.custody",
    "qorgau.notices",
    "qorgau.handover",
    "qorgau.enquiries",
    "qorgau.carrying",
    "qorgau.mailboxes",
    "qorgau.complaints",
    "qorgau.treaty",
]
USE_TZ = True
QORGAU_EMAIL = read.email(os.environ, "QORGAU_EMAIL_URL")
globals().update(QORGAU_EMAIL)
QORGAU_EMAIL_FROM = os.environ.get("QORGAU_EMAIL_FROM") or f"qorgau@{QORGAU_INSTANCE}"
# By when the duty desk promises to answer a family's enquiry, and how soon an answer can be read at the earliest.
QORGAU_ENQUIRY_HOURS = read.whole_number(os.environ, "QORGAU_ENQUIRY_HOURS", default=24)
QORGAU_ENQUIRY_DELAY_MINUTES = read.whole_number(os.environ, "QORGAU_ENQUIRY_DELAY_MINUTES", default=60)
# Where "leave at once" leads: a page that anybody might have been reading.
QORGAU_QUICK_EXIT = os.environ.get("QORGAU_QUICK_EXIT", "https://www.kazhydromet.kz/")
QORGAU_ADDRESS = os.environ.get("QORGAU_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
TIME_ZONE = "UTC"

AUTH_USER_MODEL = "access.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# How many proxies of one's own stand before the site: so far the address they report is believed.
QORGAU_PROXIES = read.whole_number(os.environ, "QORGAU_PROXIES", default=0, least=0)
QORGAU_IDLE_SECONDS = read.whole_number(os.environ, "QORGAU_IDLE_SECONDS", default=1200, least=60)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 3600

# Faults go to the server's own output, with their trace and without what a request carried.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"output": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["output"], "level": "WARNING"},
    "loggers": {
        # A page that is not there is the visitor's affair, and its address may name somebody.
        "django.request": {"handlers": ["output"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["output"], "level": "ERROR", "propagate": False},
    },
}

WSGI_APPLICATION = "qorgau.config.wsgi.application"
ROOT_URLCONF = "qorgau.portal.site.urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "qorgau.portal.site.assets.ServedAssets",
    "csp.middleware.CSPMiddleware",
    "qorgau.portal.site.middleware.strict_headers",
    "qorgau.portal.site.middleware.one_moment",
    "qorgau.portal.site.middleware.in_language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "qorgau.access.middleware.WhoAsks",
    "qorgau.portal.site.middleware.SentBefore",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "qorgau.portal.site.context.frame",
                "qorgau.carrying.context.clocks",
            ],
        },
    }
]
# Kept in a cookie: the page for our own failures must ask no database.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
FORM_RENDERER = "qorgau.portal.site.form_markup.GovukRenderer"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_CODE = "kk"
FORMAT_MODULE_PATH = "qorgau.config.written"
# Words come from the rooms' phrases; figures are written the same in every language.
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = os.environ.get("QORGAU_STATIC") or str(QORGAU_DATA / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "qorgau.portal.site.assets.HashedAssets"},
}
QORGAU_GALLERY = DEBUG or os.environ.get("QORGAU_GALLERY") == "1"

QORGAU_TLS = os.environ.get("QORGAU_TLS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = QORGAU_TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "qorgau.portal.site.error_pages.stale_form"
CSRF_TRUSTED_ORIGINS = [f"https://{name.lstrip('.')}" for name in ALLOWED_HOSTS] if QORGAU_TLS else []
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if QORGAU_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = QORGAU_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if QORGAU_TLS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
