"""The words of the competence map: figures with what is missing of them, who speaks, the sentences that lead the page.

Not for the tables (``competence_tables``) or files (``competence_files``).
"""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from seutu.core.competences import Line, StatedNeed, Total, speakers
from seutu.core.figures import write_number
from seutu.core.names import fold_name
from seutu.core.situation.writing import lower_first
from seutu.core.text import Language

DASH: Final = "–"
NAMED: Final = 3
"""How many competences the lead names, each by its largest shortage."""


def label_of(name: str, language: Language) -> str:
    """Return the label of a column of competence needs as a heading."""
    label = COMPETENCE_NEEDS.column(name).label.in_language(language)
    return label[:1].upper() + label[1:]


def group_name(code: str, language: Language) -> str:
    """Return the name of an occupational group; empty where none is said."""
    return COMPETENCE_NEEDS.column("occupational_group").show(code, language)


def people(value: int | None, language: Language) -> str:
    """Return a count of people with a real minus; a dash where it is missing."""
    return DASH if value is None else write_number(value, language)


def figure(total: Total, count: int, language: Language) -> dict[str, Any]:
    """Return a sum as a cell that tells how many of ``count`` needs lack the figure."""
    if total.value is None:
        return {"text": DASH, "missing": True}
    cell: dict[str, Any] = {"text": people(total.value, language)}
    if total.missing:
        facts = {"missing": write_number(total.missing, language), "count": write_number(count, language)}
        cell["note"] = _("missing from %(missing)s of %(count)s") % facts
    return cell


def needs_said(count: int, language: Language) -> str:
    """Return how many needs there are."""
    said = ngettext("%(count)s competence need", "%(count)s competence needs", count)
    return said % {"count": write_number(count, language)}


def organisations_said(count: int, language: Language) -> str:
    """Return how many organisations speak."""
    said = ngettext("%(count)s organisation", "%(count)s organisations", count)
    return said % {"count": write_number(count, language)}


def speaker(line: Line, language: Language) -> str:
    """Return whose a line is: the one municipality and organisation, or how many organisations they are."""
    first = line.needs[0]
    if len(line.needs) > 1:
        return organisations_said(line.organisations, language)
    place = municipality_name(first.area, language) if first.area else ""
    return ", ".join(part for part in (place, first.organisation) if part)


def names_of(lines: Sequence[Line], language: Language) -> list[str]:
    """Return what each line is called: its competence, with group and speaker where the competence has many lines."""
    held: dict[str, list[Line]] = {}
    for line in lines:
        held.setdefault(fold_name(line.competence), []).append(line)
    return [_name(line, held[fold_name(line.competence)], language) for line in lines]


def _name(line: Line, same: Sequence[Line], language: Language) -> str:
    if len(same) == 1:
        return line.competence
    group = group_name(line.group, language) if len({each.group for each in same}) > 1 else ""
    return ", ".join(part for part in (line.competence, group, speaker(line, language)) if part)


def counted_how(one: StatedNeed, line: Line) -> str:
    """Return how a need is counted in its line."""
    if one in line.older:
        return _("not counted: a newer one replaces it")
    if line.beside:
        return _("side by side: may count the same people as another")
    return _("added up") if len(line.needs) > 1 else _("alone")


def lead(lines: Sequence[Line], language: Language) -> list[str]:
    """Return the finding: what is most short of, of how many needs, and what was not added up or is missing."""
    if not lines:
        return []
    return [_most(lines, language), _basis(lines, language), *_doubts(lines, language)]


def _most(lines: Sequence[Line], language: Language) -> str:
    short = [line for line in lines if line.shortage is not None and line.shortage > 0]
    if not short:
        if all(line.shortage is None for line in lines):
            return _("No shortage can be worked out: figures are missing.")
        return _("There are as many people as are needed, or more, in every competence with figures.")
    first = {fold_name(line.competence): line for line in reversed(short)}
    largest = [line for line in short if line is first[fold_name(line.competence)]][:NAMED]
    named = "; ".join(f"{lower_first(line.competence)} {amount_said(line, language)}" for line in largest)
    return _("Most people are missing in: %(named)s.") % {"named": named}


def amount_said(line: Line, language: Language) -> str:
    """Return the shortage of a line with its time: "23 (2030)", "5 (now)"."""
    when = _("now") if line.shortage_then.value is None else str(line.target_year)
    return f"{people(line.shortage, language)} ({when})"


def _basis(lines: Sequence[Line], language: Language) -> str:
    counted = [each for line in lines for each in line.needs]
    owners = {each.owner for each in counted}
    said = _("The map is of %(needs)s by %(organisations)s, from %(workspaces)s.")
    workspaces = ngettext("%(count)s workspace", "%(count)s workspaces", len(owners))
    return said % {
        "needs": needs_said(len(counted), language),
        "organisations": organisations_said(speakers(counted), language),
        "workspaces": workspaces % {"count": write_number(len(owners), language)},
    }


def _doubts(lines: Sequence[Line], language: Language) -> list[str]:
    """Return what is not in the sums: needs side by side, replaced ones, missing figures."""
    beside = sum(line.beside for line in lines)
    older = len({each.id for line in lines for each in line.older})
    missing = sum(line.lacks_figures for line in lines)
    told = (
        (
            beside,
            ngettext(
                "%(count)s need is not added up but stands beside the others: it may count the same people.",
                "%(count)s needs are not added up but stand side by side: they may count the same people.",
                beside,
            ),
        ),
        (
            older,
            ngettext(
                "%(count)s older need is not counted: its organisation has given a newer one.",
                "%(count)s older needs are not counted: their organisations have given newer ones.",
                older,
            ),
        ),
        (
            missing,
            ngettext(
                "Figures are missing in %(count)s row; a missing figure is not zero.",
                "Figures are missing in %(count)s rows; a missing figure is not zero.",
                missing,
            ),
        ),
    )
    return [said % {"count": write_number(count, language)} for count, said in told if count]
