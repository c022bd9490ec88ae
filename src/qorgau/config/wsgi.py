"""What a web server calls: the site as a WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from qorgau.config.whole_bodies import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qorgau.config.settings")
application = whole_bodies(get_wsgi_application())
# Pages and law are loaded now, so that the first person who asks does not wait for them.
_ = get_resolver().url_patterns
import qorgau.reading.linking  # noqa: E402, F401 - the reader and its libraries
from qorgau.custody.facts.law import law, zone  # noqa: E402 - once Django is there
from qorgau.treaty.seats import read_shelf  # noqa: E402

law()
zone("")
read_shelf()
# All of that stays for good. To look through it again and again for what could be thrown away would stop one request
# in sixty for a tenth of a second; young things are looked through less often, for a page makes thousands of them.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 50)
