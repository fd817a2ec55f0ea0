"""Integration tests: Django, a real database (SQLite, or PostgreSQL by SEUTU_TEST_DATABASE_URL), no browser."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.utils import translation

from tests.django_setup import prepare

prepare()
# Each client of a test is a server of its own: it looks a static file up when asked, instead of reading all at birth.
settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def finnish() -> Iterator[None]:
    """Begin every test in Finnish: a request leaves its language active behind it."""
    translation.activate("fi")
    yield
    translation.deactivate()
