"""Starts Django for a command, and brings the database up to date."""


def start(*, migrate: bool = True) -> None:
    """Set Django up; with ``migrate`` make the tables of a new database, or bring old ones here with a backup first."""
    import django

    django.setup()
    if migrate:
        from seutu.cli.upgrading import bring_up_to_date

        bring_up_to_date()


def take_steps() -> None:
    """Take the steps that the database lacks, all or none, without a backup. Django is started.

    Django records a step after its tables stand, so a program killed between the two would meet its own tables anew.
    """
    if not pending_steps():
        return
    from django.core.management import call_command
    from django.db import connection, transaction

    # SQLite remakes tables, which it does only while the checks are off, set before the transaction.
    with connection.constraint_checks_disabled(), transaction.atomic():
        call_command("migrate", verbosity=0, interactive=False)


def pending_steps() -> list[str]:
    """Return the migrations that the database lacks, in order; all of them for a new one. Django is started."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
