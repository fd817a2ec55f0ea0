"""The pages of an index: the recipe, the ranking with its picture and map, what a trial moves, one town, two rankings.

Not for working an index out (``apps.statistics``) or for its tables (``index_tables``).
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.places.boundaries import municipal_shapes
from seutu.apps.statistics.index_queries import Worked
from seutu.apps.statistics.index_surveys import is_survey_code
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.charts.ranks import RankedUnit, rank_chart
from seutu.core.figures import write_number
from seutu.core.indices.comparing import Move
from seutu.core.indices.standing import Standing
from seutu.core.indices.structure import Kind, Node
from seutu.core.statistics.index_sentences import interval_note
from seutu.core.text import Language
from seutu.reporting.situation.credits import boundary_credit
from seutu.rules import places
from seutu.web.index_tables import moves_table, ranked_rows, ranking_table, sources_table, tied_letters
from seutu.web.index_trying import CHOICES, WEIGHT, Trying
from seutu.web.index_words import choice_name, interval, number, percentage, value_name, weight_text
from seutu.web.standing import allows, workspace_of

SHOWN: Final = 40
STEPS: Final = 5
SLIDER_MOST: Final = 5.0
SLIDER_STEP: Final = "0.25"
CHOICE_OF: Final = {"scale": "normalisation", "mean": "aggregation", "missing": "missing"}


def recipe_form(trying: Trying, language: Language) -> dict[str, Any]:
    """Return the recipe's fields: a weight for every node, in groups under their parents, and the usual choices."""
    structure = trying.design.structure
    parents = sorted(structure.aggregates, key=lambda node: -(node.level or 0))
    groups = [
        {
            "name": parent.name,
            "fields": [_weight(node, trying, language) for node in structure.children(parent.code)],
            "opened": parent is parents[0]
            or any(node.code in trying.texts or node.weight != 1 for node in structure.children(parent.code)),
        }
        for parent in parents
    ]
    return {"groups": groups, "choices": [_choice(name, trying, language) for name in CHOICES]}


def _weight(node: Node, trying: Trying, language: Language) -> dict[str, Any]:
    shown = trying.texts.get(node.code) or weight_text(node.weight, language)
    return {
        "id": f"weight-{quote(node.code, safe=':')}",
        "name": f"{WEIGHT}{node.code}",
        "label": node.name,
        "text": shown,
        "slide": repr(node.weight),
        "most": f"{max(SLIDER_MOST, math.ceil(node.weight * 2)):g}",
        "step": SLIDER_STEP,
        "problem": trying.problems.get(node.code, ""),
        "less": node.kind is Kind.INDICATOR and node.direction < 0,
    }


def _choice(name: str, trying: Trying, language: Language) -> dict[str, Any]:
    held = current_choice(name, trying.design.told)
    known = CHOICES[name]
    options = [*known] if held in known else [held, *known]
    labels = {"scale": _("Normalisation"), "mean": _("Mean"), "missing": _("Missing figures")}
    of = CHOICE_OF[name]
    return {
        "name": name,
        "label": labels[name],
        "options": [
            {"value": each if each in known else "", "label": value_name(of, each, language), "chosen": each == held}
            for each in options
        ],
    }


def current_choice(name: str, told: Mapping[str, Any]) -> str:
    """Return what a recipe says of a usual choice: its own value, or that of the defaults."""
    if name == "scale":
        return str(told.get("normalise", {}).get("method", "minmax"))
    if name == "missing":
        return str(told.get("impute", {}).get("method", "error"))
    method = told.get("aggregate", {}).get("method", "arithmetic")
    return ", ".join(method) if isinstance(method, list) else str(method)


def results(
    request: HttpRequest,
    index: CompositeIndex,
    worked: Worked,
    language: Language,
    *,
    before: Worked | None,
    moved: Sequence[Move],
) -> dict[str, Any]:
    """Return what stands on the right: the ranking with its chart and map, and what a trial moved."""
    slug = workspace_of(request).slug
    table = ranking_table(worked, slug, index.pk, language)
    names = worked.trial.index.raw.names
    context: dict[str, Any] = {
        "chart": rank_picture(worked, language, before=before),
        "map": map_picture(worked, slug, language),
        "ranking": table,
        "unranked": _unranked(worked, language),
        "gaps": gaps_sentence(worked, language),
        "held": interval_note(with_survey=worked.trial.sampled is not None).in_language(language),
        "sources": sources_table(worked.units, language),
    }
    if before is not None:
        context["moved"] = moved_sentence(moved, language)
        context["moves"] = moves_table(moved, names, language, slug=slug, index_id=index.pk) if moved else None
    return context


def ranking_sentence(worked: Worked, language: Language) -> str:
    """Say who is the first, how sure that is, and how many cannot be told apart from somebody."""
    found, rows = worked.trial.uncertainty, ranked_rows(worked)
    if not rows:
        return _("No place has a score.")
    names, first = worked.trial.index.raw.names, rows[0]
    low, _middle, high = found.intervals()[first]
    facts = {
        "first": names[found.units[first]],
        "score": number(float(worked.trial.index.top[first]), language),
        "ranks": interval(low, high, language),
        "count": write_number(len(found.scores), language),
    }
    said = _("%(first)s is the first with %(score)s points; its rank is %(ranks)s in 90%% of %(count)s replicates.")
    tied = len(tied_letters(worked))
    if not tied:
        return said % facts
    if tied == len(rows):
        none = _("No place can be told apart from all of its neighbours.")
        return f"{said % facts} {none}"
    other = ngettext(
        "%(count)s place cannot be told apart from its neighbour.",
        "%(count)s places cannot be told apart from their neighbours.",
        tied,
    )
    return f"{said % facts} {other % {'count': write_number(tied, language)}}"


def moved_sentence(moved: Sequence[Move], language: Language) -> str:
    """Say how many changed rank and how many of the moves lie within the margin of error."""
    if not moved:
        return _("No place changes rank.")
    noise = sum(move.is_noise for move in moved)
    said = ngettext("%(count)s place changed rank;", "%(count)s places changed rank;", len(moved)) % {
        "count": write_number(len(moved), language)
    }
    if not noise:
        none = _("none of the moves is within the margin of error.")
        return f"{said} {none}"
    within = ngettext(
        "%(count)s move is within the margin of error.", "%(count)s moves are within the margin of error.", noise
    )
    return f"{said} {within % {'count': write_number(noise, language)}}"


def gaps_sentence(worked: Worked, language: Language) -> str:
    """Say how many figures are missing and suppressed, and what the recipe does with them; nothing without any."""
    missing = worked.units.missing
    if not missing:
        return ""
    small = sum(cell.is_hidden and is_survey_code(cell.code) for cell in missing)
    facts = {
        "count": write_number(len(missing), language),
        "hidden": write_number(sum(cell.is_hidden for cell in missing) - small, language),
        "filled": write_number(int(worked.trial.index.imputed.sum()), language),
    }
    said = ngettext(
        "%(count)s figure is missing (%(hidden)s suppressed by the source); the recipe has imputed %(filled)s.",
        "%(count)s figures are missing (%(hidden)s suppressed by the source); the recipe has imputed %(filled)s.",
        len(missing),
    )
    if not small:
        return said % facts
    few = ngettext(
        "%(count)s survey figure is hidden, as its answers are few: %(names)s.",
        "%(count)s survey figures are hidden, as their answers are few: %(names)s.",
        small,
    )
    names = worked.trial.index.raw.names
    towns = dict.fromkeys(names[cell.unit] for cell in missing if cell.is_hidden and is_survey_code(cell.code))
    return f"{said % facts} {few % {'count': write_number(small, language), 'names': ', '.join(towns)}}"


def _unranked(worked: Worked, language: Language) -> str:
    found, names = worked.trial.uncertainty, worked.trial.index.raw.names
    held = [names[unit] for unit, rank in zip(found.units, found.nominal, strict=True) if math.isnan(rank)]
    if not held:
        return ""
    said = ngettext(
        "Not ranked, as it has no figures: %(names)s.", "Not ranked, as they have no figures: %(names)s.", len(held)
    )
    return said % {"names": ", ".join(held), "count": write_number(len(held), language)}


def rank_picture(worked: Worked, language: Language, *, before: Worked | None = None) -> dict[str, Any] | None:
    """Return the chart of ranks and their intervals, of the first ``SHOWN``; those that moved stand out."""
    found, names = worked.trial.uncertainty, worked.trial.index.raw.names
    rows = ranked_rows(worked)[:SHOWN]
    if not rows:
        return None
    intervals = found.intervals()
    earlier = {} if before is None else _ranks(before)
    drawn = []
    for row in rows:
        unit, rank = found.units[row], int(found.nominal[row])
        was = earlier.get(unit)
        low, _middle, high = (float(value) for value in intervals[row])
        said = f"{names[unit]}: {write_number(rank, language)} ({interval(low, high, language)})"
        moved = was is not None and was != rank
        drawn.append(RankedUnit(names[unit], rank, low, high, said, was if moved else None, moved))
    subtitle = _("Dot: rank. Line: interval (90%) when weights, normalisation, means and fillings vary.")
    if worked.trial.is_own:
        subtitle = _("Dot: rank. Line: interval (90%%) when these choices of the recipe vary: %(choices)s.") % {
            "choices": ", ".join(choice.name for choice in worked.trial.choices)
        }
    elif worked.trial.sampled is not None:
        subtitle = _("Dot: rank. Line: interval (90%) when the recipe’s choices and the survey’s respondents vary.")
    if before is not None:
        subtitle += " " + _("Hollow dot: rank before.")
    total = len(ranked_rows(worked))
    return {
        "id": "index-ranks",
        "level": 3,
        "title": _("Ranks and how sure they are"),
        "subtitle": subtitle,
        "summary": "" if total <= SHOWN else _first_shown(total, language),
        "spec": rank_chart(drawn, "; ".join(row.said for row in drawn), units=total),
    }


def _first_shown(total: int, language: Language) -> str:
    facts = {"shown": write_number(SHOWN, language), "total": write_number(total, language)}
    return _("The first %(shown)s of %(total)s are drawn; the table has all of them.") % facts


def _ranks(worked: Worked) -> dict[str, int]:
    found = worked.trial.uncertainty
    held = zip(found.units, found.nominal, strict=True)
    return {unit: int(rank) for unit, rank in held if not math.isnan(rank)}


def map_picture(worked: Worked, slug: str, language: Language) -> dict[str, Any]:
    """Return the map: a point for each place, its colour by fifths of the ranking; areas where boundaries are kept."""
    found, names = worked.trial.uncertainty, worked.trial.index.raw.names
    rows, locations = ranked_rows(worked), places.load().locations
    steps = {found.units[row]: STEPS - (place * STEPS) // len(rows) for place, row in enumerate(rows)}
    said = {
        found.units[row]: _("%(place)s: rank %(rank)s, score %(score)s")
        % {
            "place": names[found.units[row]],
            "rank": write_number(int(found.nominal[row]), language),
            "score": number(float(worked.trial.index.top[row]), language),
        }
        for row in rows
    }
    features = [
        {
            "type": "Feature",
            "geometry": {
                "type": "Point",
                "coordinates": [round(locations[unit].lon, 4), round(locations[unit].lat, 4)],
            },
            "properties": {
                "id": unit,
                "label": names[unit],
                "said": said[unit],
                "size": 0.1,
                "step": step,
                "labelled": place < SHOWN // 4,
            },
        }
        for place, (unit, step) in enumerate(steps.items())
        if unit in locations
    ]
    content: dict[str, Any] = {
        "id": "index-map",
        "level": 3,
        "title": _("The ranking on the map"),
        "subtitle": _("Colour by fifths of the ranking."),
        "data": {"type": "FeatureCollection", "features": features},
        "legend": [
            {"label": _("Best fifth"), "step": STEPS},
            {"label": _("Middle"), "step": (STEPS + 1) // 2},
            {"label": _("Last fifth"), "step": 1},
        ],
    }
    shapes = municipal_shapes()
    if shapes is not None:
        content["credit"] = boundary_credit(shapes, language)
        content["areas_url"] = reverse("picture_boundaries", args=[slug])
        content["areas"] = {
            unit: {"step": step, "label": names[unit], "said": said[unit]} for unit, step in steps.items()
        }
    return content


def standing_sentence(standing: Standing, name: str, language: Language) -> str:
    """Say where a town stands, how sure that is and what its chance of the first ten is."""
    facts = {
        "place": name,
        "rank": write_number(standing.rank, language),
        "units": write_number(standing.units, language),
        "ranks": interval(standing.low, standing.high, language),
        "chance": percentage(standing.chance_of_top_ten, language),
    }
    return (
        _("%(place)s is number %(rank)s of %(units)s; in 90%% of the replicates its rank is %(ranks)s. The chance of "
          "the first ten is %(chance)s.")
        % facts
    )  # fmt: skip


def moving_sentence(standing: Standing, language: Language) -> str:
    """Say which choice the rank depends on most; nothing where none moves it."""
    if not standing.moved_by or not standing.moved_by[0].share > 0:
        return ""
    facts = {"choice": choice_name(standing.moved_by[0].choice, language)}
    return _("What moves this rank the most: %(choice)s.") % facts


def index_actions(request: HttpRequest, index: CompositeIndex) -> list[dict[str, Any]]:
    """Return what can be done with an index, for those who may."""
    slug = workspace_of(request).slug
    actions = []
    if allows(request, Act.WRITE):
        url = reverse("index_indicators", args=[slug, index.pk])
        actions.append({"label": _("Choose indicators"), "url": url, "style": "second"})
        url = reverse("index_bring", args=[slug])
        actions.append({"label": _("New index of a file"), "url": url, "style": "quiet"})
    if index.structure:
        url = reverse("index_compare", args=[slug, index.pk])
        actions.append({"label": _("Compare rankings"), "url": url, "style": "quiet"})
    facts = reverse("record", args=[slug, "indices", index.pk])
    actions.append({"label": _("Facts and history"), "url": facts, "style": "quiet"})
    return actions


def file_links(request: HttpRequest, index: CompositeIndex) -> list[dict[str, str]]:
    """Return the index's files, for those who may export."""
    if not allows(request, Act.EXPORT):
        return []
    labels = {
        "audit.pdf": _("The audit of the index (PDF)"),
        "audit.docx": _("The audit of the index (Word)"),
        "results.csv": _("Results (CSV)"),
        "figures.csv": _("Every figure with its source (CSV)"),
        "coinr.zip": _("For COINr: iData, iMeta and the recipe (ZIP)"),
        "coinr.xlsx": _("For COINr: iData and iMeta (Excel)"),
        "coin-tool.xlsx": _("For the COIN Tool (Excel)"),
    }
    slug = workspace_of(request).slug
    return [
        {"label": label, "url": reverse("index_file", args=[slug, index.pk, form])} for form, label in labels.items()
    ]


def crumbs(slug: str, index: CompositeIndex, plural: str, *last: str) -> list[dict[str, str]]:
    """Return the way to a page of an index."""
    found = [{"label": plural, "url": reverse("collection", args=[slug, "indices"])}]
    if not last:
        return [*found, {"label": index.name}]
    found.append({"label": index.name, "url": reverse("index_workshop", args=[slug, index.pk])})
    return [*found, *({"label": label} for label in last)]
