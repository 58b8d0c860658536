"""The web application for a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import reverse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")
application = get_wsgi_application()
reverse("healthz")  # every page is loaded before the server splits into workers,
gc.freeze()  # and what is loaded stays shared: half the memory for each worker
