"""Integration tests: Django, a real database (SQLite, or PostgreSQL by SEUTU_TEST_DATABASE_URL), no browser."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.django_setup import prepare

prepare()


@pytest.fixture(autouse=True)
def finnish() -> Iterator[None]:
    """Begin every test in Finnish: a request leaves its language active behind it."""
    translation.activate("fi")
    yield
    translation.deactivate()
