"""Django's registration of the app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Place groups and the table of places."""

    name = "seutu.apps.places"
    label = "places"

    def ready(self) -> None:
        """Register the app's kinds of records."""
        from seutu.apps.places.kinds import KINDS
        from seutu.apps.records.sheets.kinds import register

        register(*KINDS)
