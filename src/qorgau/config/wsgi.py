"""What a web server calls: the site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qorgau.config.settings")
application = get_wsgi_application()
# Pages are loaded now, so that the first person who asks does not wait for them.
_ = get_resolver().url_patterns
