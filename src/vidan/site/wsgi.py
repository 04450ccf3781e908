"""The entry for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vidan.site.settings")

# What is loaded now stays for good: the collector need not walk through it, neither while it is loaded nor later.
gc.disable()
application = get_wsgi_application()
gc.freeze()
gc.enable()
