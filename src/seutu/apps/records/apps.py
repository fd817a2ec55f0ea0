"""Django's registration of the app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Scope, trace and record sheets."""

    name = "seutu.apps.records"
    label = "records"
