"""Sets Django up for the tests that need it, in a folder of their own that goes away with the process.

Not for the unit tests of core, sources, warehouse and reporting: they run without Django.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django

TEST_DATABASE = "SEUTU_TEST_DATABASE_URL"


def prepare() -> None:
    """Point Seutu at a throw-away data folder and at the database of this run, once per process."""
    if os.environ.get("SEUTU_TEST_PROCESS") == str(os.getpid()):
        return
    folder = Path(tempfile.mkdtemp(prefix="seutu-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in [name for name in os.environ if name.startswith("SEUTU_") and not name.startswith("SEUTU_TEST_")]:
        if name not in {"SEUTU_SOAK", "SEUTU_DISTRIBUTED", "SEUTU_CHROMIUM"}:
            del os.environ[name]
    os.environ["SEUTU_TEST_PROCESS"] = str(os.getpid())
    os.environ["SEUTU_DIR"] = str(folder)
    if url := os.environ.get(TEST_DATABASE):
        os.environ["SEUTU_DATABASE_URL"] = url
    os.environ["DJANGO_SETTINGS_MODULE"] = "seutu.config.settings"
    django.setup()
    # Left in the environment it would set Django up in pytest's other processes before they have a folder of their own.
    del os.environ["DJANGO_SETTINGS_MODULE"]
