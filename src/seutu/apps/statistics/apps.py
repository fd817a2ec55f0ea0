"""Django's registration of the app."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """The warehouse of this installation."""

    name = "seutu.apps.statistics"
    label = "statistics"

    def ready(self) -> None:
        """Refuse to start with an engine that is not installed: a page could only fail."""
        from django.conf import settings

        from seutu.apps.statistics import report_jobs  # noqa: F401 - its work is declared by being imported

        engine = settings.OPTIONS.warehouse_engine
        if engine != "duckdb":
            from seutu.warehouse import check_engine

            check_engine(engine)
