"""Starts Django for a command, and brings the database up to date."""

import django


def start(*, migrate: bool = True) -> None:
    """Set Django up; create or update the tables of the data folder's database."""
    django.setup()
    if migrate:
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
