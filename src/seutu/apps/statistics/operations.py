"""Bringing statistics into this installation's store. Not for the register's facts, which belong to a workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seutu.apps.statistics.queries import warehouse
from seutu.core.problems import Problem
from seutu.sources.statistics import load_statistics
from seutu.sources.statistics.column_maps import ColumnMap
from seutu.sources.statistics.mapped import load_mapped
from seutu.sources.statistics.plain_tables import PlainTable, map_of_plain_table
from seutu.warehouse import Batch, LoadReport


@dataclass(frozen=True, slots=True)
class FileReport:
    """What loading one file did, and what was wrong or worth knowing in it."""

    file: Path
    load: LoadReport
    problems: tuple[Problem, ...]


def prepare_statistics() -> None:
    """Make the store with the product's own figures, if it is not there: takes seconds, once per installation."""
    warehouse()


def load_statistics_files(
    files: Sequence[Path],
    *,
    source: str | None = None,
    licence: str | None = None,
    retrieved: date | None = None,
    columns: ColumnMap | None = None,
    period: str | None = None,
) -> list[FileReport]:
    """Load files of statistics, all or none of them; a second load changes only what the source has changed.

    ``source``, ``licence`` and ``retrieved`` replace what is known of the files' sources. ``columns`` says what each
    column of plain tables is; ``period`` that they are tables of municipalities whose columns tell themselves; without
    either the files are of the known forms. Raises ``InputProblem``.
    """
    maps = [map_of_plain_table(file, period) if period else PlainTable(columns) for file in files]
    loads = [
        load_statistics(file, source=source, licence=licence, retrieved=retrieved)
        if each.columns is None
        else load_mapped(file, each.columns, source=source, licence=licence, retrieved=retrieved)
        for file, each in zip(files, maps, strict=True)
    ]
    batches = [Batch(load.observations, load.source, load.indicators, columns=load.columns) for load in loads]
    reports = warehouse().load_batches(batches)
    return [
        FileReport(file, report, (*each.notes, *load.problems))
        for file, each, load, report in zip(files, maps, loads, reports, strict=True)
    ]
