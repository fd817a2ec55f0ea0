"""Django's registration of the app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work with progress."""

    name = "seutu.apps.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Declare the works."""
        from seutu.apps.jobs import imports, undoing  # noqa: F401 - declared by being imported
