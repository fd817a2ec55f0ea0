"""The store with the figures that come with the product: made at the first use, brought up to date after an upgrade.

Not for figures that a person loads: those stay when the product's own are renewed.
"""

from hashlib import sha256
from pathlib import Path
from typing import Final

from seutu.rules.statistics import bundled_files, catalogue, definition_texts
from seutu.warehouse.arriving import Batch
from seutu.warehouse.engines import DUCKDB, Engine, check_engine
from seutu.warehouse.warehouse import Warehouse

FILE_NAME: Final = "statistics.duckdb"
_NOTE: Final = "bundled"


def open_bundled(folder: Path, engine: Engine = DUCKDB) -> Warehouse:
    """Return the store in ``folder``; the product's own figures are loaded into it if they are not there yet.

    Raises ``InputProblem`` if the engine is not installed.
    """
    check_engine(engine)
    warehouse = Warehouse(folder / FILE_NAME, engine)
    files = bundled_files()
    content = {file.name: file.read_bytes() for file in files}
    defined = [text.encode() for text in definition_texts()]
    digest = sha256(b"".join([*content.values(), *defined])).hexdigest()
    if warehouse.note(_NOTE) == digest:
        return warehouse
    known = catalogue()
    batches = []
    for name, packed in content.items():
        source = known.sources[name.removesuffix(".csv.gz")]
        own = {key: value for key, value in known.indicators.items() if value.source == source.id}
        batches.append(Batch((), source, own, packed))
    warehouse.load_batches(batches, {_NOTE: digest})
    return warehouse
