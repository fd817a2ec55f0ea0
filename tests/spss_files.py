"""SPSS files made for tests, with a multiple-response set and a weighting variable put in. Not a test itself."""

import struct
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

END_OF_DICTIONARY = struct.pack("<ii", 999, 0)


def spss_file(path: Path, columns: dict[str, list[Any]], *, sets: str = "", weight_slot: int = 0, **told: Any) -> Path:
    pyreadstat.write_sav(pd.DataFrame(columns), str(path), **told)
    held = path.read_bytes()
    if sets:
        text = sets.encode()
        record = struct.pack("<iiii", 7, 7, 1, len(text)) + text
        place = held.rfind(END_OF_DICTIONARY)
        held = held[:place] + record + held[place:]
    if weight_slot:
        held = held[:76] + struct.pack("<i", weight_slot) + held[80:]
    path.write_bytes(held)
    return path
