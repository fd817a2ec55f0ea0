"""Integration tests: Django, a real database (SQLite, or PostgreSQL by SEUTU_TEST_DATABASE_URL), no browser."""

from tests.django_setup import prepare

prepare()
