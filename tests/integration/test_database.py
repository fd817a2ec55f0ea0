import os

import pytest
from django.db import connection

from tests.django_setup import TEST_DATABASE

ON_POSTGRESQL = TEST_DATABASE in os.environ


@pytest.mark.django_db
def test_the_run_uses_the_database_it_was_given() -> None:
    assert connection.vendor == ("postgresql" if ON_POSTGRESQL else "sqlite")


@pytest.mark.skipif(ON_POSTGRESQL, reason="about SQLite")
@pytest.mark.django_db(transaction=True)
def test_sqlite_keeps_a_write_ahead_log_and_holds_references() -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.skipif(not ON_POSTGRESQL, reason="about PostgreSQL")
@pytest.mark.django_db
def test_postgresql_is_one_that_is_supported() -> None:
    connection.ensure_connection()
    assert connection.pg_version >= 150000  # type: ignore[attr-defined]
