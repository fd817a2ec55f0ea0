"""How much a table file may ask for before it is refused.

Limits protect the service from a small file that unpacks into gigabytes; they say nothing of what a table means.
"""

from dataclasses import dataclass
from typing import Final

_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds; going over any of them raises ``InputProblem``.

    ``file_bytes``: the file itself. ``unpacked_bytes``: all members of a packed file together.
    ``ratio``: unpacked to packed, of a member over ``ratio_from_bytes``. ``members``: files inside a packed file.
    ``rows``: rows with something in them, on one sheet. ``cells``: filled cells of the file, repeated ones each time.
    ``faulty_cells``: cells that cannot be read; each is told of, and what is told takes memory.
    ``texts`` and ``text_bytes``: distinct texts and their memory.
    """

    file_bytes: int = 50 * _MEGABYTE
    unpacked_bytes: int = 200 * _MEGABYTE
    ratio: int = 100
    ratio_from_bytes: int = 4 * _MEGABYTE
    members: int = 2_000
    sheets: int = 200
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 2_000_000
    faulty_cells: int = 100_000
    cell_characters: int = 100_000
    texts: int = 600_000
    text_bytes: int = 80 * _MEGABYTE


DEFAULT_LIMITS: Final = Limits()
