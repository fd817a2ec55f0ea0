"""Starts Django for a command, and brings the database up to date."""


def start(*, migrate: bool = True) -> None:
    """Set Django up; with ``migrate`` make the tables of a new database, or bring old ones here with a backup first."""
    import django

    django.setup()
    if migrate:
        from seutu.cli.upgrading import bring_up_to_date

        bring_up_to_date()


def take_steps() -> None:
    """Take the steps that the database lacks, without a backup. Django is started."""
    if pending_steps():
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)


def pending_steps() -> list[str]:
    """Return the migrations that the database lacks, in order; all of them for a new one. Django is started."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
