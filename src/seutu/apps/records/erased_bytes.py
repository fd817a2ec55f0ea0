"""What was erased leaves the database's files too: freed pages are zeroed (config/database.py), the log is emptied.

Only SQLite keeps what was overwritten in a file beside the database. Not for backups: those are files of their own.
"""

import logging
from typing import Final

from django.db import connection

EMPTY_LOG: Final = "PRAGMA wal_checkpoint(TRUNCATE)"
log = logging.getLogger(__name__)


def empty_write_ahead_log() -> bool:
    """Take SQLite's write-ahead log into the database and cut it to nothing; False when somebody was reading it.

    Does nothing in a transaction, nor on another database.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        is_busy = bool(cursor.execute(EMPTY_LOG).fetchone()[0])
    if is_busy:
        log.warning("the write-ahead log could not be emptied now; the worker empties it within the hour")
    return not is_busy
