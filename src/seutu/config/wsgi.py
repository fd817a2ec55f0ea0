"""The WSGI entry point: any WSGI server can run it; `seutu serve` runs it with waitress."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seutu.config.settings")
application = get_wsgi_application()
