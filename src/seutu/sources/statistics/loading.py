"""Load a file of statistics: recognise it by its header, read it, and bring it to the newest municipal division.

Not for storing: the warehouse takes what this gives.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from seutu.core.places import Division
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Indicator, Kind, Observation, SourceRecord, join_merged
from seutu.core.text import Text
from seutu.rules.places import NEWEST_DIVISION
from seutu.rules.places import load as load_places
from seutu.rules.statistics import catalogue
from seutu.sources.statistics import eurostat, long_form, municipal, paavo
from seutu.sources.statistics.long_columns import LARGE, LongColumns, read_columns
from seutu.sources.statistics.map_words import column_twice
from seutu.sources.statistics.parquet import is_parquet, parquet_lines, read_projection
from seutu.sources.statistics.reading import Line, Reading, examples, lines_of, read_bytes

_OWN: Final = "own"
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
Reader = Callable[[Iterable[Line], Reading], Iterator[Observation]]


@dataclass(frozen=True, slots=True)
class StatisticsLoad:
    """What a file says: its figures in the newest division, what they are, whose they are, and what was wrong."""

    observations: tuple[Observation, ...]
    indicators: Mapping[str, Indicator]
    source: SourceRecord
    problems: tuple[Problem, ...]
    columns: Any = None
    """Further figures, as an Arrow table with the columns of ``Observation``: most of a large file."""


@dataclass(frozen=True, slots=True)
class _Form:
    source: str
    needs: frozenset[str]
    read: Reader


_FORMS: Final = (
    _Form("key_figures", frozenset({"kunta_koodi", "vuosi", "Vakiluku", "Tyollisyysaste"}), municipal.read_key_figures),
    _Form("migration", frozenset({"kunta_no", "Vuosi", "Tiedot", "values", "vakiluku"}), municipal.read_migration),
    _Form(
        "jobseekers_2019",
        frozenset({"Knro", "Kuukausi", "Tyottomat", "Tyovoima", "Tyottomien_osuus", "Avoimet_tyopaikat"}),
        municipal.read_jobseekers_by_municipality,
    ),
    _Form(
        "jobseekers_by_occupation",
        frozenset({"alue", "ammattiryhma", "tiedot", "value", "time"}),
        municipal.read_jobseekers,
    ),
    _Form("jobseekers", frozenset({"alue", "tiedot", "value", "time"}), municipal.read_jobseekers),
    _Form("population_statistics", frozenset({"time", "alue", "vakiluku", "vaki_15_64"}), municipal.read_population),
    _Form(
        "sotkanet_127",
        frozenset({"municipality_code", "population", "year"}),
        municipal.read_sotkanet_population,
    ),
    _Form("paavo_workplaces", frozenset({"alue", "vuosi", "Tyopaikat_yhteensa"}), paavo.read_workplaces),
    _Form("paavo", frozenset({"Area", "Inhabitants, total, 2018 (HE)"}), paavo.read_municipalities),
    _Form("eurostat_gdp", frozenset({eurostat.FIRST_COLUMN}), eurostat.read_regional_accounts),
    _Form("projection_2019", frozenset({"alue", "time", "ika", "vaesto_e19"}), read_projection),
    _Form(_OWN, frozenset({"indicator", "place", "period", "value"}), long_form.read),
)


def load_statistics(
    path: Path, *, source: str | None = None, licence: str | None = None, retrieved: date | None = None
) -> StatisticsLoad:
    """Read a file of statistics in any of the known forms (CSV, TSV, gzip of them, Parquet).

    ``source``, ``licence`` and ``retrieved`` replace what the product knows of the file's source. Blank cells become
    values that are not published. Former municipalities are counted in today's, with a notice for each. Raises
    ``InputProblem`` if the file cannot be read or its header is of no known form, or if nobody says whose it is.
    """
    content = read_bytes(path)
    if content.startswith(_WORKBOOKS):
        raise InputProblem.because(_unknown_form(path.name))
    header, rows = parquet_lines(content) if is_parquet(content) else lines_of(content)
    form = next((form for form in _FORMS if form.needs <= set(header)), None)
    if form is None:
        raise InputProblem.because(_unknown_form(path.name), line=1, value=", ".join(header[:6]))
    twice = [name for name in header if name in form.needs and header.count(name) > 1]
    if twice:
        raise InputProblem.because(column_twice(twice[0]), line=1, column=twice[0])
    record = _source(form, source, licence, retrieved)
    reading = Reading(load_places(), NEWEST_DIVISION)
    columns = _columns(form, content, reading)
    try:
        observations = list(columns.merged) if columns else _by_rows(form, rows, reading)
    except csv.Error as error:
        raise InputProblem.because(_broken(path.name, str(error))) from error
    if not observations and not columns:
        raise InputProblem(Problem(without_rows(path.name)), *reading.problems)
    names = columns.indicators if columns else tuple(one.indicator for one in observations)
    known = {name: plain_indicator(name, record) for name in dict.fromkeys(names)}
    load = in_newest_division(observations, known, record, reading)
    return replace(load, columns=columns.table) if columns else load


def in_newest_division(
    observations: Iterable[Observation], known: dict[str, Indicator], record: SourceRecord, reading: Reading
) -> StatisticsLoad:
    """Return the figures in today's municipalities, with every indicator that they need and what there is to tell."""
    joined = join_merged(observations, known, reading.places, reading.at)
    parts = {part for one in known.values() if one.ratio for part in (one.ratio.numerator, one.ratio.denominator)}
    shared = catalogue().indicators
    known = known | {part: shared[part] for part in parts - set(known) if part in shared}
    return StatisticsLoad(joined.observations, known, record, (*reading.problems, *joined.notices))


def _columns(form: _Form, content: bytes, reading: Reading) -> LongColumns | None:
    """Return the figures of a large file of the product's own form, where nothing in it needs a look at its row."""
    if form.source != _OWN or len(content) < LARGE or is_parquet(content):
        return None
    found = read_columns(content, reading.places, reading.at)
    if found is not None and found.unknown:
        reading.problems.append(_unknown_places(found.unknown))
    return found


def _by_rows(form: _Form, rows: Iterable[Line], reading: Reading) -> list[Observation]:
    return of_known_places(form.read(_whole(rows, reading), reading), reading)


def _whole(rows: Iterable[Line], reading: Reading) -> Iterator[Line]:
    """Pass on the rows that fit the header; a row with too many cells is a problem, since its columns are not sure."""
    for line, row in rows:
        if None in row:
            reading.problems.append(Problem(_too_many_cells(), line=line))
        else:
            yield line, row


def of_known_places(found: Iterable[Observation], reading: Reading) -> list[Observation]:
    """Leave out municipalities that have never been; their codes are one problem."""
    unknown: set[str] = set()
    kept = []
    for one in found:
        if one.place_kind == Division.MUNICIPALITY and not reading.places.known(Division.MUNICIPALITY, one.place):
            unknown.add(one.place)
        else:
            kept.append(one)
    if unknown:
        reading.problems.append(_unknown_places(unknown))
    return kept


def _unknown_places(codes: AbstractSet[str]) -> Problem:
    return Problem(_unknown_codes(examples(codes)), value=", ".join(sorted(codes)))


def _source(form: _Form, source: str | None, licence: str | None, retrieved: date | None) -> SourceRecord:
    own = catalogue().sources.get(form.source)
    if own is None:
        return named_source(source, licence, retrieved)
    if source is not None and source != own.name:
        own = replace(own, id=f"{own.id}.{_identifier(source)}", name=source)
    return replace(own, licence=licence or own.licence, retrieved=retrieved or own.retrieved)


def named_source(source: str | None, licence: str | None, retrieved: date | None) -> SourceRecord:
    """Return the source that a person names. Raises ``InputProblem`` if the name or the licence is missing."""
    if source is None or licence is None:
        raise InputProblem.because(_whose())
    return SourceRecord(id=_identifier(source), name=source, licence=licence, retrieved=retrieved)


def _identifier(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower()).strip("_") or "source"


def plain_indicator(name: str, record: SourceRecord) -> Indicator:
    """Return the known indicator, or a plain one: an unknown figure is not summed, since nobody says it is a count."""
    known = catalogue().indicators.get(name)
    if known is not None:
        return known
    label = Text.same(name)
    return Indicator(
        id=name,
        label=label,
        unit=Text.same(""),
        description=label,
        kind=Kind.INDEX,
        decimals=1,
        source=record.id,
    )


def _unknown_form(name: str) -> Text:
    return Text(
        fi=f"Tiedoston {name} muotoa ei tunnistettu otsikkorivistä. Jos yhdessä sarakkeessa on kunnat ja muissa "
        "lukuja, kerro, minkä vuoden luvut ovat: --period 2025. Muulle taulukolle anna kartta: --map.",
        sv=f"Formen av {name} kändes inte igen på rubrikraden. Om en kolumn har kommuner och de andra tal, ange vilket "
        "år talen gäller: --period 2025. För en annan tabell, ange en karta: --map.",
        en=f"The form of {name} was not recognised from its header. If one column has municipalities and the others "
        "figures, say of which year they are: --period 2025. For another table give a map: --map.",
    )


def without_rows(name: str) -> Text:
    """Word a file without any usable row."""
    return Text(
        fi=f"Tiedostossa {name} ei ole yhtään käytettävää riviä. Katso rivien ongelmat.",
        sv=f"Filen {name} har ingen användbar rad. Se radernas problem.",
        en=f"There is no usable row in {name}. See the problems of its rows.",
    )


def _whose() -> Text:
    return Text(
        fi="Tiedoston lähdettä ja lisenssiä ei tiedetä. Anna ne valitsimilla --source ja --licence.",
        sv="Filens källa och licens är okända. Ange dem med --source och --licence.",
        en="The source and licence of the file are not known. Give them with --source and --licence.",
    )


def _too_many_cells() -> Text:
    return Text(
        fi="Rivillä on enemmän soluja kuin otsikossa. Rivi jätettiin pois; tarkista erottimet ja lainausmerkit.",
        sv="Raden har fler celler än rubriken. Raden lämnades bort; kontrollera skiljetecken och citattecken.",
        en="The row has more cells than the header. It was left out; check the separators and quotes.",
    )


def _unknown_codes(codes: str) -> Text:
    return Text(
        fi=f"Näitä kuntatunnuksia ei ole: {codes}. Niiden luvut jätettiin pois.",
        sv=f"De här kommunkoderna finns inte: {codes}. Deras tal lämnades bort.",
        en=f"There are no such municipality codes: {codes}. Their figures were left out.",
    )


def _broken(name: str, reason: str) -> Text:
    return Text(
        fi=f"Tiedostoa {name} ei voi lukea taulukkona ({reason}). Tallenna se uudelleen CSV-muodossa.",
        sv=f"Filen {name} kan inte läsas som tabell ({reason}). Spara den på nytt som CSV.",
        en=f"The file {name} cannot be read as a table ({reason}). Save it again as CSV.",
    )
