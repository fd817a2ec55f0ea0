"""Django's registration of the app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Actors, contacts, links and sources."""

    name = "seutu.apps.register"
    label = "register"

    def ready(self) -> None:
        """Register the app's kinds of records."""
        from seutu.apps.records.sheets.kinds import register
        from seutu.apps.register import comparing  # noqa: F401 - declares the work by being imported
        from seutu.apps.register.kinds import KINDS

        register(*KINDS)
