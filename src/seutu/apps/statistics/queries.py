"""The statistical store of this installation: opened once, with the product's own figures in it from the first use.

Not for the figures of a place (``figures``) nor for loading a person's own statistics (``operations``).
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from seutu.warehouse import Engine, Warehouse, open_bundled


def warehouse() -> Warehouse:
    """Return the store in the data folder; the first call of an installation loads the product's own figures.

    Raises ``InputProblem`` if the engine that the settings name is not installed.
    """
    return _opened(Path(settings.DATA_FOLDER), settings.OPTIONS.warehouse_engine)


@lru_cache(maxsize=4)
def _opened(folder: Path, engine: Engine) -> Warehouse:
    return open_bundled(folder, engine)


def store_stamp(store: Warehouse) -> tuple[str, int, int]:
    """Return what changes when a load has changed the store: the key under which answers may be kept."""
    facts = store.path.stat()
    return str(store.path), facts.st_mtime_ns, facts.st_size
