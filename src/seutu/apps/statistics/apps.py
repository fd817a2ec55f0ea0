"""Django's registration of the app."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """The warehouse of this installation, and surveys."""

    name = "seutu.apps.statistics"
    label = "statistics"

    def ready(self) -> None:
        """Register the kinds. Refuse to start with an engine that is not installed: a page could only fail."""
        from django.conf import settings

        from seutu.apps.jobs.chores import do_hourly
        from seutu.apps.jobs.work import declare_work_in
        from seutu.apps.records.sheets.kinds import register
        from seutu.apps.records.sheets.subjects import add_subjects
        from seutu.apps.statistics.kinds import KINDS
        from seutu.apps.statistics.subjects import SUBJECTS

        register(*KINDS)
        add_subjects(*SUBJECTS)
        declare_work_in("seutu.apps.statistics.report_jobs", "town-reports")
        do_hourly("seutu.apps.statistics.surveys.retention_operations.enforce_everywhere")

        engine = settings.OPTIONS.warehouse_engine
        if engine != "duckdb":
            from seutu.warehouse import check_engine

            check_engine(engine)
