"""Choosing the indicators of an index and their directions, and comparing two of its rankings."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import numpy as np
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.statistics.index_choices import Chosen, chosen_of, indicator_choices, is_plain, structure_from
from seutu.apps.statistics.index_operations import change_structure
from seutu.apps.statistics.index_queries import (
    Design,
    design_of,
    preset_recipe,
    results_of,
    round_of,
    rounds_of,
    worked_out,
)
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.figures import write_date, write_number
from seutu.core.indices.comparing import changes, likeness, moves, ranked_among
from seutu.core.indices.structure import Structure
from seutu.core.indices.trials import Trial
from seutu.core.problems import InputProblem
from seutu.core.statistics.index_sentences import interval_note
from seutu.core.text import Language
from seutu.rules.indices import preset_names
from seutu.web.index_pages import crumbs, moved_sentence
from seutu.web.index_tables import changes_table, moves_table
from seutu.web.index_words import number
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.views.indices import index_or_404
from seutu.web.whole_numbers import whole_number

LONGEST_PART = 80
NOW = "now"
RECIPE = "recipe-"
PANEL_PRESETS = {"change"}


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace(Act.WRITE)
def index_indicators(request: HttpRequest, index_id: UUID) -> HttpResponse:
    """Show the indicators that an index can have, those that it has ticked, and save a choice of them."""
    found, language = index_or_404(request, index_id), language_of(request)
    before = design_of(found).structure if found.structure else None
    may_save = request.method == "POST" and (before is None or is_plain(before))
    if may_save and _saved(request, found, before, language):
        return redirect("index_workshop", workspace_of(request).slug, index_id)
    slug = workspace_of(request).slug
    rows = _rows(before, request.POST if request.method == "POST" else {}, language)
    context = {
        "page_title": _("Indicators of the index"),
        "page_kind": f"{_('Index')} · {found.name}",
        "page_lead": _(
            "Choose what is measured, and whether more is better. Indicators with the same part are put together first."
        ),
        "breadcrumbs": crumbs(slug, found, INDICES.plural.in_language(language), _("Indicators")),
        "rows": rows,
        "any_used": any(row["used"] for row in rows),
        "version": found.version,
        "plain": before is None or is_plain(before),
        "edit_url": reverse("record_edit", args=[slug, "indices", found.pk]),
        "back_url": reverse("index_workshop", args=[slug, found.pk]),
    }
    return render(request, "pages/index_indicators.html", context)


def _rows(before: Structure | None, sent: Mapping[str, Any], language: Language) -> list[dict[str, Any]]:
    held = {each.code: each for each in chosen_of(before)} if before is not None else {}
    rows = []
    for each in indicator_choices():
        code = each.indicator.id
        chosen = held.get(code)
        rows.append(
            {
                "code": code,
                "label": each.indicator.label.in_language(language),
                "unit": each.indicator.unit.in_language(language),
                "told": each.indicator.description.in_language(language),
                "year": each.year,
                "used": bool(sent.get(f"use-{code}")) if sent else chosen is not None,
                "part": sent.get(f"part-{code}", chosen.part if chosen else ""),
                "less": sent.get(f"direction-{code}") == "-1" if sent else bool(chosen and chosen.direction < 0),
            }
        )
    return sorted(rows, key=lambda row: not row["used"])


def _saved(request: HttpRequest, index: CompositeIndex, before: Structure | None, language: Language) -> bool:
    known = [each.indicator.id for each in indicator_choices()]
    if before is not None:
        known += [node.code for node in before.indicators if node.code not in known]
    chosen = [
        Chosen(
            code,
            request.POST.get(f"part-{code}", "").strip()[:LONGEST_PART],
            -1 if request.POST.get(f"direction-{code}") == "-1" else 1,
        )
        for code in known
        if request.POST.get(f"use-{code}")
    ]
    if not chosen:
        messages.error(request, _("Choose at least one indicator."))
        return False
    try:
        structure = structure_from(index.name, chosen, before)
        version = whole_number(request.POST.get("version"))
        change_structure(index=index, structure=structure, version=version, by=person_of(request), at=timezone.now())
    except InputProblem as problem:
        messages.error(request, problem.problems[0].message.in_language(language))
    except InvalidValuesError as error:
        messages.error(request, next(iter(error.problems.values())).in_language(language))
    except StaleVersionError:
        messages.error(
            request, _("Somebody else changed this while you were looking. Look at what stands now, and try again.")
        )
    else:
        messages.success(request, _("The indicators were saved."))
        return True
    return False


@require_GET
@in_workspace()
def index_compare(request: HttpRequest, index_id: UUID) -> HttpResponse:
    """Compare two rankings of an index: as it is now, pinned rounds, and known recipes on today's figures."""
    found, language = index_or_404(request, index_id), language_of(request)
    slug = workspace_of(request).slug
    options = _options(found, language)
    rounds = [code for code, _label in options if code.startswith("round-")]
    first = request.GET.get("first") or (rounds[0] if rounds else "recipe-coinr")
    second = request.GET.get("second") or NOW
    context: dict[str, Any] = {
        "page_title": _("Compare rankings"),
        "page_kind": f"{_('Index')} · {found.name}",
        "breadcrumbs": crumbs(slug, found, INDICES.plural.in_language(language), _("Compare rankings")),
        "fields": [
            {
                "name": name,
                "label": label,
                "options": [{"value": c, "label": said, "chosen": c == held} for c, said in options],
            }
            for name, label, held in (("first", _("First"), first), ("second", _("Second"), second))
        ],
    }
    try:
        one, two = _trial(found, first, language), _trial(found, second, language)
        by_recipe = first.startswith(RECIPE) or second.startswith(RECIPE)
        context |= (
            _recipes(one, two, language, slug=slug, index_id=found.pk) if by_recipe else _rounds(one, two, language)
        )
        kinds = sorted({each.sampled is not None for each in (one, two)})
        context["held"] = " ".join(interval_note(with_survey=each).in_language(language) for each in kinds)
    except InputProblem as problem:
        context["problems"] = [each.message.in_language(language) for each in problem.problems]
    return render(request, "pages/index_compare.html", context)


def _options(index: CompositeIndex, language: Language) -> list[tuple[str, str]]:
    """Return what can be compared: the index now, its rounds, and the known recipes of one round of figures."""
    kept = [
        (
            f"round-{each.number}",
            _("Round %(number)s: %(name)s, %(day)s")
            % {"number": each.number, "name": each.name, "day": write_date(timezone.localdate(each.at), language)},
        )
        for each in rounds_of(index)
    ]
    recipes = [
        (f"recipe-{name}", _("Today's figures by the recipe %(name)s") % {"name": _recipe_name(name)})
        for name in preset_names()
        if name not in PANEL_PRESETS
    ]
    return [(NOW, _("The index now")), *kept, *recipes]


def _recipe_name(name: str) -> str:
    """Return what a known recipe is called: most by the letters of the index whose form it has."""
    return {"coinr": "COINr", "quintile": _("points by fifths")}.get(name, name.upper())


def _trial(index: CompositeIndex, code: str, language: Language) -> Trial:
    kind, _dash, name = code.partition("-")
    if kind == "round":
        kept = rounds_of(index).filter(number=whole_number(name)).first()
        if kept is not None:
            return round_of(kept).trial
    worked = worked_out(index, design_of(index), language, at=timezone.localdate())
    if kind == "recipe" and name in preset_names():
        design = Design(worked.design.structure, preset_recipe(name))
        return results_of(worked.units.table(language), design, worked.units.survey)
    return worked.trial


def _alike(first: Trial, second: Trial, language: Language) -> str:
    """Say how alike two rankings are over the units of both."""
    units = [unit for unit in second.uncertainty.units if unit in first.uncertainty.units]
    alike = likeness(ranked_among(first, units), ranked_among(second, units))
    facts = {
        "units": write_number(alike.units, language),
        "spearman": number(alike.spearman, language, 2),
        "kendall": number(alike.kendall, language, 2),
    }
    said = _(
        "How alike the orders of %(units)s places are (1: the same, 0: not at all): Spearman's rank correlation "
        "%(spearman)s, Kendall's tau %(kendall)s."
    )
    return said % facts


def _recipes(first: Trial, second: Trial, language: Language, *, slug: str, index_id: UUID) -> dict[str, Any]:
    """Set a recipe against another on the same figures: moves, and those within the interval that the first gives."""
    names = {**first.index.raw.names, **second.index.raw.names}
    after = np.full(len(first.uncertainty.units), np.nan)
    for place, unit in enumerate(first.uncertainty.units):
        if unit in second.uncertainty.units:
            after[place] = second.uncertainty.nominal[second.uncertainty.units.index(unit)]
    moved = moves(first, after)
    lead = f"{moved_sentence(moved, language)} {_alike(first, second, language)}"
    clear, noise = ([each for each in moved if each.is_noise is wanted] for wanted in (False, True))
    table, rest = (
        moves_table(each, names, language, slug=slug, index_id=index_id) if each else None for each in (clear, noise)
    )
    told = _(
        "A move is within the margin of error when the new rank lies in the interval (90%) that the old rank had as "
        "choices vary. Errors of the figures themselves are not in it."
    )
    return {
        "page_lead": lead,
        "told": told,
        "left": _left_out(first, second, names),
        **_split(table, rest, len(noise), language),
    }


def _split(table: dict[str, Any] | None, rest: dict[str, Any] | None, count: int, language: Language) -> dict[str, Any]:
    """Return the table of what is more than noise, and the rest of so many rows in a fold."""
    said = ngettext(
        "%(count)s change within the margin of error", "%(count)s changes within the margin of error", count
    ) % {"count": write_number(count, language)}
    folded = {**rest, "id": f"{rest['id']}-rest", "caption": said, "caption_hidden": True} if rest else None
    return {"table": table, "rest": folded, "rest_said": said}


def _rounds(first: Trial, second: Trial, language: Language) -> dict[str, Any]:
    """Set a round against another: who changed rank among the units of both, and which changes are sure."""
    found = changes(first, second)
    moved = [each for each in found if each.before != each.after]
    sure = sum(each.is_sure for each in found)
    said = ngettext(
        "%(moved)s changed rank; %(sure)s change goes the same way in 95%% of the replicates.",
        "%(moved)s changed rank; %(sure)s changes go the same way in 95%% of the replicates.",
        sure,
    ) % {"moved": write_number(len(moved), language), "sure": write_number(sure, language)}
    names = {**first.index.raw.names, **second.index.raw.names}
    left, unsure = _left_out(first, second, names), [each for each in found if not each.is_sure]
    table = changes_table([each for each in found if each.is_sure], names, language) if sure else None
    rest = changes_table(unsure, names, language) if unsure else None
    told = _(
        "Replicates with the same choices are set against one another. A change is sure when its interval (90%) leaves "
        "zero out."
    )
    lead = f"{said} {_alike(first, second, language)}"
    return {"page_lead": lead, "told": told, "left": left, **_split(table, rest, len(unsure), language)}


def _left_out(first: Trial, second: Trial, names: Mapping[str, str]) -> str:
    apart = sorted(names[unit] for unit in set(first.uncertainty.units) ^ set(second.uncertainty.units))
    if not apart:
        return ""
    return _("Only in one of the two, and left out: %(names)s.") % {"names": ", ".join(apart)}
