"""The parts of a programme's page: goals, the goal × project matrix, stages, units, decisions, timeline.

Not for money (``money_tables``) or indicators (``indicator_tables``).
"""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.programmes.choices import EFFECTS_ON_GOAL, LIFE_CYCLE, PROJECT_TYPES
from seutu.apps.programmes.models import GoalContribution, Project, Reflection, Resolution
from seutu.apps.programmes.programme_queries import Cooperation, GoalStanding, ProgrammeView
from seutu.apps.programmes.steering_queries import TimelineEntry
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.reporting.monitoring import words
from seutu.reporting.monitoring.tables import period
from seutu.web.plan_links import new_url
from seutu.web.programme_frame import DASH, Cell, labels_of, listing, named, project_link, said
from seutu.web.tables import record_url


def goals(view: ProgrammeView, slug: str, language: Language, *, may_write: bool) -> list[dict[str, Any]]:
    """Return each goal with the projects that serve it and how much."""
    effects = labels_of(EFFECTS_ON_GOAL, language)
    return [_goal(each, slug, effects, may_write=may_write) for each in view.goals]


def _goal(standing: GoalStanding, slug: str, effects: dict[str, str], *, may_write: bool) -> dict[str, Any]:
    goal = standing.goal
    return {
        "title": f"{goal.number}. {goal.name}" if goal.number else goal.name,
        "url": record_url(slug, "benefit-goals", goal.pk),
        "projects": [
            {**project_link(slug, each.project), "effect": effects.get(each.effect, "")}
            for each in standing.contributions
        ],
        "add_url": new_url(slug, "goal-contributions", benefit_goal=goal.pk) if may_write else "",
    }


def matrix(view: ProgrammeView, slug: str, language: Language, *, may_write: bool) -> dict[str, Any]:
    """Return projects × goals with the effect in each cell; a dash is not judged, which is not "no effect"."""
    effects = labels_of(EFFECTS_ON_GOAL, language)
    goals_here = [each.goal for each in view.goals]
    columns = [(words.PROJECT.in_language(language), "text")]
    columns += [(f"{goal.number} {goal.name}".strip(), "text") for goal in goals_here]
    if may_write:
        columns.append((_("Add an effect"), "actions"))
    rows = []
    for project in view.projects:
        cells = [project_link(slug, project)]
        served = [view.served.get((project.pk, goal.pk)) for goal in goals_here]
        cells += [_effect(each, slug, effects, language) for each in served]
        if may_write:
            url = new_url(slug, "goal-contributions", project=project.pk)
            action = {"label": _("Add an effect"), "url": url, "style": "quiet", "small": True}
            cells.append({"text": "", "actions": [action]})
        rows.append(cells)
    note = ngettext(
        "%(count)s pair of a project and a goal has not been judged. A dash means that, not “no effect”.",
        "%(count)s pairs of a project and a goal have not been judged. A dash means that, not “no effect”.",
        view.unjudged,
    ) % {"count": write_number(view.unjudged, language)}
    caption = _("Effect of projects on goals")
    return listing("goal-matrix", caption, columns, rows, note=note if view.unjudged else "")


def _effect(contribution: GoalContribution | None, slug: str, effects: dict[str, str], language: Language) -> Cell:
    if contribution is None:
        return DASH
    text = effects.get(contribution.effect) or words.NO_EFFECT.in_language(language)
    return {"text": text, "url": record_url(slug, "goal-contributions", contribution.pk)}


def stages(view: ProgrammeView, slug: str, language: Language) -> list[dict[str, Any]]:
    """Return the projects by stage of life."""
    labels, types = labels_of(LIFE_CYCLE, language), labels_of(PROJECT_TYPES, language)
    return [
        {
            "label": named(labels.get(stage, _("stage not told"))),
            "count": write_number(len(projects), language),
            "projects": [_on_board(each, slug, types, language) for each in projects],
        }
        for stage, projects in view.stages
    ]


def _on_board(project: Project, slug: str, types: dict[str, str], language: Language) -> dict[str, Any]:
    days = period(project.start, project.end, language)
    owner = project.owner_unit.title if project.owner_unit else ""
    meta = [part for part in (types.get(project.project_type, ""), days if days != "–" else "", owner) if part]
    follows = ""
    if project.follows:
        follows = _("Builds on: %(project)s") % {"project": project.follows.name}
    return {**project_link(slug, project), "is_lead": project.is_lead, "meta": meta, "follows": follows}


def units_table(found: Cooperation, slug: str, language: Language) -> dict[str, Any]:
    """Return the units: how many projects each owns, joins, and owns alone."""
    rows = [
        [
            {"text": each.unit.title, "url": record_url(slug, "actors", each.unit.pk)},
            {"text": write_number(len(each.owns), language)},
            {"text": write_number(len(each.joins), language)},
            {"text": write_number(len(each.alone), language)},
        ]
        for each in found.units
    ]
    columns = (
        (_("Unit"), "text"),
        (_("Owns"), "number"),
        (_("Takes part in others’"), "number"),
        (_("Owns without a partner"), "number"),
    )
    return listing("units-table", _("Who is active"), columns, rows)


def cooperation_sentence(found: Cooperation, total: int, language: Language) -> str:
    """Say who owns most, and in how many projects nobody else takes part."""
    sentences = []
    owners = [each for each in found.units if each.owns]
    if owners:
        most = owners[0]
        sentences.append(
            _("%(unit)s owns %(owned)s of %(total)s projects.")
            % {
                "unit": most.unit.title,
                "owned": write_number(len(most.owns), language),
                "total": write_number(total, language),
            }
        )
    if found.alone:
        alone = ngettext(
            "In %(count)s project no other unit takes part yet.",
            "In %(count)s projects no other unit takes part yet.",
            len(found.alone),
        )
        sentences.append(alone % {"count": write_number(len(found.alone), language)})
    if found.unowned:
        unowned = ngettext(
            "%(count)s project has no owner unit.", "%(count)s projects have no owner unit.", len(found.unowned)
        )
        sentences.append(unowned % {"count": write_number(len(found.unowned), language)})
    return " ".join(sentences)


def resolutions_table(found: Sequence[Resolution], slug: str, language: Language) -> dict[str, Any]:
    """Return what was decided and is open, the nearest day first."""
    rows = [
        [
            {"text": each.name, "url": record_url(slug, "resolutions", each.pk)},
            said(_where(each)),
            said(each.responsible),
            said(write_date(each.due, language) if each.due else ""),
        ]
        for each in found
    ]
    columns = (
        (words.RESOLUTION.in_language(language), "text"),
        (_("Decided in"), "text"),
        (words.RESPONSIBLE.in_language(language), "text"),
        (words.DUE.in_language(language), "date"),
    )
    return listing("resolutions-table", words.RESOLUTIONS.in_language(language), columns, rows)


def _where(resolution: Resolution) -> str:
    place = resolution.reflection or resolution.meeting
    return place.title if place else ""


def timeline_table(found: Sequence[TimelineEntry], slug: str, language: Language) -> dict[str, Any]:
    """Return the days of the programme, the first first."""
    rows: list[list[Cell]] = []
    for each in found:
        what: Cell = {"text": each.name}
        if each.record:
            what["url"] = record_url(slug, *each.record)
        rows.append([{"text": write_date(each.day, language)}, what, {"text": each.kind.in_language(language)}])
    columns = (
        (words.DAY.in_language(language), "date"),
        (words.WHAT.in_language(language), "text"),
        (words.KIND.in_language(language), "text"),
    )
    return listing("timeline-table", words.TIMELINE.in_language(language), columns, rows)


def workshops(found: Sequence[Reflection], slug: str, language: Language) -> list[Cell]:
    """Return the reflection workshops, newest first."""
    return [
        {
            "text": each.name,
            "note": write_date(each.day, language) if each.day else "",
            "url": reverse("programme_workshop", args=[slug, each.programme_id, each.pk]),
        }
        for each in found
    ]
