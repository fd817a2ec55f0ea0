"""Django's registration of the app."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Programmes, projects with their work, steering and measures, and events."""

    name = "seutu.apps.programmes"
    label = "programmes"

    def ready(self) -> None:
        """Register the app's kinds of records."""
        from seutu.apps.programmes.imports import jobs  # noqa: F401 - declares the works by being imported
        from seutu.apps.programmes.kinds import KINDS
        from seutu.apps.records.sheets.kinds import register

        register(*KINDS)
