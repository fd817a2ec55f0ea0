"""The competence map as tables for a file: its lines, and every need with how it was counted. Not for the page."""

from typing import Final

from django.utils.translation import gettext as _

from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.statistics.competences import CompetenceMap
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from seutu.core.competences import Line, StatedNeed
from seutu.core.text import Language
from seutu.reporting.tables import TableColumn, TableContent
from seutu.web import competence_words as say
from seutu.web.competence_tables import FIGURES, shortage_heads

STATED: Final = ("have_now", "needed_now", "needed_then")


def lines_list(found: CompetenceMap, language: Language) -> TableContent:
    """Return the lines of the map; an empty cell where a figure is missing, beside how many needs lack it."""
    heads = {name: say.label_of(name, language) for name in STATED} | shortage_heads()
    columns = [_column("competence", language), _column("occupational_group", language)]
    columns.append(TableColumn("target_year", say.label_of("target_year", language), kind="identifier"))
    for name in FIGURES:
        columns.append(TableColumn(name, heads[name], kind="number"))
        columns.append(TableColumn(f"{name}_missing", _("%(name)s, missing from") % {"name": heads[name]}, "number"))
    columns += [
        TableColumn("needs", _("Needs"), kind="number"),
        TableColumn("organisations", _("Organisations"), kind="number"),
        TableColumn("inexact", _("Not exact"), kind="number"),
        TableColumn("counted", _("How it is counted")),
        TableColumn("whose", _("Whose need")),
    ]
    return TableContent(_("Competence map"), tuple(columns), [_line(line, language) for line in found.lines])


def needs_list(found: CompetenceMap, language: Language) -> TableContent:
    """Return every need, whose it is and how it was counted."""
    columns = (
        _column("competence", language),
        _column("occupational_group", language),
        TableColumn("whose", _("Whose need")),
        _column("municipality", language),
        TableColumn("year", say.label_of("year", language), kind="identifier"),
        *(TableColumn(name, say.label_of(name, language), kind="number") for name in STATED),
        TableColumn("target_year", say.label_of("target_year", language), kind="identifier"),
        _column("means", language),
        _column("qualifier", language),
        TableColumn("counted", _("How it is counted")),
        TableColumn("owner", _("Workspace")),
    )
    told = {each.id: (each, line) for line in found.lines for each in (*line.needs, *line.older)}
    rows = [_need(each, line, found, language) for each, line in told.values()]
    return TableContent(_("Needs"), columns, rows)


def _column(name: str, language: Language) -> TableColumn:
    return TableColumn(name, say.label_of(name, language))


def _line(line: Line, language: Language) -> list[object]:
    figures = [part for name in FIGURES for part in _figure(line, name)]
    return [
        line.competence,
        say.group_name(line.group, language),
        str(line.target_year or ""),
        *figures,
        len(line.needs),
        line.organisations,
        line.inexact,
        say.counted_how(line.needs[0], line),
        "; ".join(dict.fromkeys(each.organisation for each in line.needs)),
    ]


def _figure(line: Line, name: str) -> tuple[int | None, int]:
    total = getattr(line, name)
    return total.value, total.missing


def _need(one: StatedNeed, line: Line, found: CompetenceMap, language: Language) -> list[object]:
    record = found.held[one.id].record
    means, qualifier = (
        COMPETENCE_NEEDS.column(name).show(getattr(record, name), language) for name in ("means", "qualifier")
    )
    return [
        one.competence,
        say.group_name(one.group, language),
        one.organisation,
        municipality_name(one.area, language) if one.area else "",
        str(one.year),
        one.have_now,
        one.needed_now,
        one.needed_then,
        str(one.target_year or ""),
        means,
        qualifier,
        say.counted_how(one, line),
        one.owner_name,
    ]
