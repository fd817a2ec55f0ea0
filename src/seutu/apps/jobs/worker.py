"""The worker of long jobs: a thread beside the web server that turns the task queue and sweeps dead jobs and old files.

No fault of a job or of the database ends it. Not for several machines: on a server run one `seutu serve` per machine.
"""

import logging
import threading
from datetime import timedelta
from typing import Final

from django.db import close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker
from django_tasks_db.models import DBTaskResult

from seutu.apps.jobs.chores import do_chores
from seutu.apps.jobs.operations import sweep_jobs
from seutu.apps.jobs.sent_files import clear_sent_files
from seutu.apps.records.erased_bytes import empty_write_ahead_log

INTERVAL_SECONDS: Final = 1.0
SWEEP_EVERY: Final = timedelta(seconds=15)
CLEAR_EVERY: Final = timedelta(hours=1)
log = logging.getLogger(__name__)


class Worker:
    """Turns the queue until it is stopped."""

    def __init__(self, *, interval: float = INTERVAL_SECONDS) -> None:
        self.interval = interval
        self._over = threading.Event()
        self._queue: QueueWorker | None = None
        self._swept_at = timezone.now() - SWEEP_EVERY
        self._cleared_at = timezone.now() - CLEAR_EVERY
        self._thread = threading.Thread(target=self._turn, name="jobs", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, *, seconds: float) -> bool:
        """Let the job at hand end within ``seconds``; False when it did not, and is to be queued anew by the sweep."""
        self._over.set()
        if self._queue is not None:
            self._queue.running = False
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _turn(self) -> None:
        try:
            while not self._over.is_set():
                try:
                    close_old_connections()
                    self.turn_once()
                except Exception:
                    log.exception("the worker met a fault and goes on")
                    connection.close()
                self._over.wait(self.interval)
        finally:
            connection.close()

    def turn_once(self) -> None:
        """Sweep and clear when it is time, first at once, then do every waiting job."""
        now = timezone.now()
        if now - self._swept_at >= SWEEP_EVERY:
            self._swept_at = now
            sweep_jobs(at=now)
        if now - self._cleared_at >= CLEAR_EVERY:
            self._cleared_at = now
            clear_sent_files(at=now)
            do_chores(at=now)
            empty_write_ahead_log()
        if not DBTaskResult.objects.ready().exists():
            return
        self._queue = QueueWorker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="seutu-serve",
            excluded_queue_names=[],
        )
        self._queue.run()
