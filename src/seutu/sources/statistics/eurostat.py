"""Reader of Eurostat's TSV bulk form, for the regional accounts (nama_10r_3gdp).

Flags stay with the values as ``flag:<letters>``. Source: Eurostat, re-use with attribution (CC BY 4.0).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seutu.core.places import Division
from seutu.core.problems import Problem
from seutu.core.statistics import Observation, Status
from seutu.core.text import Text
from seutu.sources.statistics.reading import Line, Reading

FIRST_COLUMN: Final = "freq,unit,geo\\TIME_PERIOD"
_UNITS: Final = {
    "MIO_EUR": "gdp_meur",
    "EUR_HAB": "gdp_per_inhabitant_eur",
    "EUR_HAB_EU27_2020": "gdp_per_inhabitant_eu_index",
    "MIO_NAC": "gdp_mnac",
    "MIO_PPS_EU27_2020": "gdp_mpps",
    "PPS_EU27_2020_HAB": "gdp_per_inhabitant_pps",
    "PPS_HAB_EU27_2020": "gdp_per_inhabitant_pps_eu_index",
}
_KEY_PARTS: Final = 3
_KINDS: Final = {2: Division.COUNTRY, 4: Division.NUTS2, 5: Division.NUTS3}
_CELL: Final = re.compile(r"(?:(?P<value>:|-?[\d.]+)\s*(?P<flags>[a-zA-Z\s]*))?")


def read_regional_accounts(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read the Finnish rows: the country, NUTS 2 and NUTS 3 areas. ``:`` is not published.

    Other countries are passed over. A unit without an indicator is one problem.
    """
    unknown: set[str] = set()
    for line, row in rows:
        key = row[FIRST_COLUMN].split(",")
        unit, area = (key[1], key[2]) if len(key) == _KEY_PARTS else ("", "")
        kind = _KINDS.get(len(area))
        if not area.startswith("FI") or kind is None:
            continue
        if unit not in _UNITS:
            unknown.add(unit)
            continue
        code = "SSS" if kind is Division.COUNTRY else area
        for period, text in row.items():
            if period != FIRST_COLUMN:
                value, status = _cell(text, line, period, reading)
                yield Observation(_UNITS[unit], kind.value, code, period, value, "", status)
    for unit in sorted(unknown):
        reading.problems.append(Problem(_unknown_unit(unit), column=FIRST_COLUMN, value=unit))


def _cell(text: str, line: int, period: str, reading: Reading) -> tuple[float | None, str]:
    found = _CELL.fullmatch(text.strip())
    if found is None:
        return _without_flags(reading.number(text, line, period))
    value = reading.number(found["value"] or "", line, period)
    flags = "".join((found["flags"] or "").split()).lower()
    return (value, f"flag:{flags}") if flags else _without_flags(value)


def _without_flags(value: float | None) -> tuple[float | None, str]:
    return value, Status.NOT_PUBLISHED if value is None else Status.PUBLISHED


def _unknown_unit(unit: str) -> Text:
    return Text(
        fi=f"Yksikölle {unit} ei ole mittaria. Rivit jätettiin pois.",
        sv=f"Det finns ingen indikator för enheten {unit}. Raderna lämnades bort.",
        en=f"There is no indicator for the unit {unit}. Its rows were left out.",
    )
