"""Project lists of the EU structural funds in Finland (EURA exports): streaming reader with sure repairs only."""

from seutu.sources.eu_projects.columns import ColumnMap, default_column_map, load_column_map
from seutu.sources.eu_projects.reading import read_eu_projects, summarise_header
from seutu.sources.eu_projects.rows import HeaderSummary, ProjectRow, RejectedRow

__all__ = [
    "ColumnMap",
    "HeaderSummary",
    "ProjectRow",
    "RejectedRow",
    "default_column_map",
    "load_column_map",
    "read_eu_projects",
    "summarise_header",
]
