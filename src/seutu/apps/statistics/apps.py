"""Django's registration of the app."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """The warehouse of this installation, and surveys."""

    name = "seutu.apps.statistics"
    label = "statistics"

    def ready(self) -> None:
        """Register the kinds. Refuse to start with an engine that is not installed: a page could only fail."""
        from django.conf import settings

        from seutu.apps.records.sheets.kinds import register
        from seutu.apps.records.sheets.subjects import add_subjects
        from seutu.apps.statistics import report_jobs  # noqa: F401 - its work is declared by being imported
        from seutu.apps.statistics.kinds import KINDS
        from seutu.apps.statistics.subjects import SUBJECTS
        from seutu.apps.statistics.surveys import retention_operations  # noqa: F401 - so is its chore

        register(*KINDS)
        add_subjects(*SUBJECTS)

        engine = settings.OPTIONS.warehouse_engine
        if engine != "duckdb":
            from seutu.warehouse import check_engine

            check_engine(engine)
