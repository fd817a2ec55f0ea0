"""Django's registration of the app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work with progress."""

    name = "seutu.apps.jobs"
    label = "jobs"
