"""A store that cannot be opened, said in one sentence. Not for a store that is not there, nor for mending one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.warehouse.engines import duckdb


@contextmanager
def opened_clearly(path: Path) -> Iterator[None]:
    """Raise ``InputProblem`` where the engine cannot open the file at ``path``."""
    try:
        yield
    except duckdb().Error as error:
        raise InputProblem.because(_unopened(path.name), value=path.name) from error


def _unopened(name: str) -> Text:
    return Text(
        fi=f"Tilastovarasto {name} ei aukea: se on rikki tai toinen ohjelma pitää sitä. Sulje toinen ohjelma, palauta "
        "varmuuskopio tai poista tiedosto ja lataa tilastot uudelleen.",
        sv=f"Statistiklagret {name} går inte att öppna: det är skadat eller hålls av ett annat program. Stäng det "
        "andra programmet, återställ en säkerhetskopia eller ta bort filen och läs in statistiken på nytt.",
        en=f"The store of statistics {name} cannot be opened: it is damaged, or another program holds it. Close the "
        "other program, restore a backup, or remove the file and load the statistics again.",
    )
