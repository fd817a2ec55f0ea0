"""The WSGI entry point: any WSGI server can run it; `seutu serve` runs it with waitress."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seutu.config.settings")
application = get_wsgi_application()


def _settle() -> None:
    """Load every view before the first request, and keep what is loaded out of the collector's rounds.

    The program's own objects live as long as it does, and going through them all took longer than an edit of a large
    budget.
    """
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()


_settle()
