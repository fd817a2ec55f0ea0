"""Django's registration of the app."""

from django.apps import AppConfig


class FundingConfig(AppConfig):
    """Budgets, funding, appropriations, purchases, claims, calls, applications and decisions."""

    name = "seutu.apps.funding"
    label = "funding"

    def ready(self) -> None:
        """Register the app's kinds of records."""
        from seutu.apps.funding.kinds import KINDS
        from seutu.apps.records.sheets.kinds import register

        register(*KINDS)
