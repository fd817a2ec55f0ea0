"""Links between the pages of plans (projects, programmes, calls, applications, decisions) and the records behind them.

A page that a service does not have is left out: only here. Not for what stands on the pages.
"""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.kinds import Kind, kind_of
from seutu.web.standing import allows, workspace_of

WHOLES: Final = ("work_package", "meeting", "indicator", "cost_line", "application")
"""Through which a record belongs to a project, where it does not name one itself."""
LISTED: Final = {
    "projects": ("project", "project_id"),
    "programmes": ("programme", "programme_id"),
    "indices": ("index_workshop", "index_id"),
    "information-pages": ("information_page", "record_id"),
    "surveys": ("survey", "survey_id"),
}
NEEDED: Final = {
    "scoring": Act.WRITE,
    "decision_file": Act.EXPORT,
    "audit_folder": Act.SHARE,
    "survey_wave": Act.READ_PERSONAL,
}
"""What a person needs to be allowed for a page that not everybody who reads may open."""
OPEN: Final = {"call", "application", "scoring", "decision_file", "index_workshop", "information_page"}
"""Pages that do not show plans as they stand; the others are for those who may read them."""
Link = dict[str, Any]


def page_url(name: str, workspace: str, **values: object) -> str:
    """Return the address of a page; empty when the service does not have it."""
    try:
        return reverse(name, kwargs={"workspace": workspace, **values})
    except NoReverseMatch:
        return ""


def _links(
    workspace: str, wanted: Sequence[tuple[str, str, dict[str, object]]], *, style: str = "second"
) -> list[Link]:
    found = [(label, page_url(name, workspace, **values)) for label, name, values in wanted]
    return [{"label": label, "url": url, "style": style} for label, url in found if url]


def new_url(slug: str, kind: str, **first: object) -> str:
    """Return the address of a form whose first values are given; a record is given by its id, as titles can repeat."""
    values = urlencode({name: value for name, value in first.items() if value})
    return reverse("record_new", args=[slug, kind]) + (f"?{values}" if values else "")


def project_tabs(workspace: str, project_id: UUID, current: str) -> list[Link]:
    """Return the parts of a project's pages for ``components/tabs.html``; ``current`` is the name of the address."""
    parts = (
        (_("Project"), "project"),
        (_("Schedule"), "project_schedule"),
        (_("Workload"), "project_work"),
        (_("Budget"), "project_budget"),
        (_("Money"), "project_money"),
    )
    found = [(label, name, page_url(name, workspace, project_id=project_id)) for label, name in parts]
    return [{"label": label, "url": url, "current": name == current} for label, name, url in found if url]


def plan_actions(request: HttpRequest, shown: OwnedRecord) -> list[Link]:
    """Return the pages that a record opens: its own, or that of the project it belongs to."""
    if shown.trashed_at:
        return []
    slug, own = workspace_of(request).slug, shown.pk
    kind = kind_of(shown).name
    wanted: dict[str, list[tuple[str, str, dict[str, object]]]] = {
        "projects": [(_("Open the project page"), "project", {"project_id": own})],
        "programmes": [(_("Open the programme page"), "programme", {"programme_id": own})],
        "calls": [(_("Open the call page"), "call", {"call_id": own})],
        "applications": [
            (_("Open the application page"), "application", {"application_id": own}),
            (_("Score the application"), "scoring", {"application_id": own}),
        ],
        "plan-documents": [(_("Open the document page"), "plan_document", {"document_id": own})],
        "information-pages": [(_("Open the page"), "information_page", {"record_id": own})],
        "indices": [(_("Open the index workshop"), "index_workshop", {"index_id": own})],
        "decisions": [
            (_("Get the decision as Word"), "decision_file", {"decision_id": own, "form": "docx"}),
            (_("Get the decision as PDF"), "decision_file", {"decision_id": own, "form": "pdf"}),
        ],
    }
    wanted |= _money_pages(kind, shown) | _survey_pages(kind, shown)
    plans = allows(request, Act.READ_PLANS)
    if kind in wanted:
        chosen = [each for each in wanted[kind] if allows(request, NEEDED.get(each[1], Act.READ))]
        return _links(slug, [each for each in chosen if plans or each[1] in OPEN])
    if kind == "reflections":
        of = "project" if getattr(shown, "project_id", None) else "programme"
        workshop = {f"{of}_id": getattr(shown, f"{of}_id", None), "reflection_id": own}
        return _links(slug, [(_("Open the workshop page"), f"{of}_workshop", workshop)])
    wholes: list[tuple[str, str, dict[str, object]]] = [
        (_("Open the application page"), "application", {"application_id": getattr(shown, "application_id", None)}),
        (_("Open the call page"), "call", {"call_id": getattr(shown, "call_id", None)}),
        (_("Open the project page"), "project", {"project_id": project_of(shown)}),
        (_("Open the programme page"), "programme", {"programme_id": programme_of(shown)}),
    ]
    shown_to_her = [each for each in wholes if all(each[2].values()) and (plans or each[1] in OPEN)]
    return _links(slug, shown_to_her, style="quiet")


def _money_pages(kind: str, shown: Any) -> dict[str, list[tuple[str, str, dict[str, object]]]]:
    """Return the pages of a project's money that a record opens: its own, or the overview that it is counted in."""
    own = {
        "payment-claims": (_("Open the claim worked out"), "payment_claim", "claim_id"),
        "budget-changes": (_("Open the change before and after"), "budget_change", "change_id"),
    }
    if kind in own:
        label, name, key = own[kind]
        return {kind: [(label, name, {"project_id": shown.project_id, key: shown.pk})]}
    if kind in {"actual-costs", "instalments"}:
        return {kind: [(_("Open the project's money"), "project_money", {"project_id": shown.project_id})]}
    return {}


def _survey_pages(kind: str, shown: Any) -> dict[str, list[tuple[str, str, dict[str, object]]]]:
    """Return the pages of surveys that a record opens: the survey's, or its wave's monitor."""
    if kind == "surveys":
        return {kind: [(_("Open the survey page"), "survey", {"survey_id": shown.pk})]}
    if kind not in {"survey-waves", "survey-links", "survey-quotas"}:
        return {}
    wave = shown if kind == "survey-waves" else shown.wave
    return {kind: [(_("Open the monitor"), "survey_wave", {"survey_id": wave.survey_id, "wave_id": wave.pk})]}


def project_of(shown: OwnedRecord) -> UUID | None:
    """Return the project that a record belongs to: its own, or that of its package, meeting, indicator or line."""
    own: UUID | None = getattr(shown, "project_id", None)
    if own is not None:
        return own
    wholes = (getattr(shown, name) for name in WHOLES if getattr(shown, f"{name}_id", None))
    return next((whole.project_id for whole in wholes if getattr(whole, "project_id", None)), None)


def programme_of(shown: OwnedRecord) -> UUID | None:
    """Return the programme that a record belongs to: its own, or that of its goal or appropriation."""
    own: UUID | None = getattr(shown, "programme_id", None)
    if own is not None:
        return own
    wholes = (getattr(shown, name) for name in ("benefit_goal", "appropriation", "indicator") if hasattr(shown, name))
    return next((whole.programme_id for whole in wholes if getattr(whole, "programme_id", None)), None)


def plan_list_actions(request: HttpRequest, kind_name: str) -> list[Link]:
    """Return the pages that gather what a list holds: the portfolio over projects and programmes."""
    if kind_name not in {"projects", "programmes"} or not allows(request, Act.READ_PLANS):
        return []
    return _links(workspace_of(request).slug, [(_("Portfolio"), "portfolio", {})])


def area_ways(request: HttpRequest, area: str) -> list[Link]:
    """Return the pages of one part of the work that are more than lists."""
    slug = workspace_of(request).slug
    if area == "material":
        return _links(slug, [(_("Statistics"), "statistics", {})])
    if area != "plans":
        return []
    check = _links(slug, [(_("Check the figures of a document"), "check", {})])
    add = _links(slug, [(_("Add a project"), "record_new", {"kind": "projects"})], style="")
    return [
        *(add if allows(request, Act.WRITE) else []),
        *plan_list_actions(request, "projects"),
        *_links(slug, [(_("Coming up"), "coming", {})]),
        *(check if allows(request, Act.EXPORT) else []),
    ]


def with_plan_pages(
    request: HttpRequest, table: dict[str, Any], kind: Kind, records: Sequence[OwnedRecord]
) -> dict[str, Any]:
    """Return the table of a list with a last column that opens each row's own page, where its kind has one."""
    name, parameter = LISTED.get(kind.name, ("", ""))
    slug = workspace_of(request).slug
    if not records or not name or not (name in OPEN or allows(request, Act.READ_PLANS)):
        return table
    if not page_url(name, slug, **{parameter: records[0].pk}):
        return table
    labels = {
        "projects": _("Project page"),
        "programmes": _("Programme page"),
        "indices": _("Index workshop"),
        "information-pages": _("The page"),
        "surveys": _("Survey page"),
    }
    for row, record in zip(table["rows"], records, strict=True):
        row["cells"].append({"text": _("Open the page"), "url": page_url(name, slug, **{parameter: record.pk})})
    return {**table, "columns": [*table["columns"], {"label": labels[kind.name]}]}
