"""Writing an SPSS data file (.sav) with the labels of its variables and values. Not for what the variables are."""

import re
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final

from seutu.sources.spss.shapes import SpssValue, SpssVariable

LONGEST_NAME: Final = 60
LONGEST_LABEL: Final = 250
LONGEST_VALUE_LABEL: Final = 118
"""SPSS takes 120 bytes for the label of a value, and 255 for that of a variable; what is cut ends in an ellipsis."""
UNFIT: Final = re.compile(r"[^A-Za-z0-9_.]")


def write_spss(
    variables: Sequence[SpssVariable], columns: Sequence[Sequence[SpssValue]], stream: BinaryIO, *, title: str
) -> None:
    """Write one column of values for each variable; None is system-missing in numbers and dates, empty in texts.

    Names are made fit for SPSS and different from each other.
    """
    import pandas as pd
    import pyreadstat

    names = fit_names([each.name for each in variables])
    told = dict(zip(names, variables, strict=True))
    frame = pd.DataFrame({name: _series(told[name], column) for name, column in zip(names, columns, strict=True)})
    values: dict[str, Any] = {
        name: {value: cut(label, LONGEST_VALUE_LABEL) for value, label in each.labels.items()}
        for name, each in told.items()
        if each.labels
    }
    missing: dict[str, Any] = {
        name: [{"lo": low, "hi": high} for low, high in each.missing] for name, each in told.items() if each.missing
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.sav"
        pyreadstat.write_sav(
            frame,
            str(path),
            file_label=cut(title, 60),
            column_labels={name: cut(each.label, LONGEST_LABEL) for name, each in told.items()},
            row_compress=True,
            variable_value_labels=values,
            missing_ranges=missing,
        )
        stream.write(path.read_bytes())


def _series(variable: SpssVariable, column: Sequence[SpssValue]) -> object:
    import pandas as pd

    filled = [each for each in column if each is not None]
    if filled and all(isinstance(each, date) for each in filled):
        return pd.Series(list(column), dtype=object)
    if any(isinstance(each, str) for each in (*filled, *variable.labels)):
        return pd.Series(["" if each is None else str(each) for each in column], dtype=object)
    return pd.Series(list(column), dtype="float64")


def fit_names(wanted: Sequence[str]) -> list[str]:
    """Return names that SPSS takes: a letter first, no other marks than a point and an underscore, none twice."""
    found: list[str] = []
    taken: set[str] = set()
    for each in wanted:
        name = UNFIT.sub("_", each)[:LONGEST_NAME].rstrip(".") or "v"
        name = name if name[0].isalpha() else f"v_{name}"
        number, fit = 2, name
        while fit.casefold() in taken:
            fit, number = f"{name}_{number}", number + 1
        taken.add(fit.casefold())
        found.append(fit)
    return found


def cut(text: str, most: int) -> str:
    """Return a text of at most ``most`` bytes, with an ellipsis where it was cut."""
    said = text.encode("utf-8")
    return text if len(said) <= most else said[: most - 3].decode("utf-8", errors="ignore") + "…"
