"""Kinds and models need Django's settings; no database is touched here."""

from tests.django_setup import prepare

prepare()
