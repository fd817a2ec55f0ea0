"""Lists of records: filtered, sorted, paged; and the overview of the lists of one part of the work."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act, may
from seutu.apps.records.exceptions import UnknownKindError
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import filtered, records_of, views_of
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.terms import attach_terms
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.narrowing import FilterForm, Narrowing, encoded, narrowing_of
from seutu.web.paging import page_numbers, page_of
from seutu.web.plan_links import area_ways, plan_list_actions, with_plan_pages
from seutu.web.register_links import register_list_actions
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, is_guest, workspace_of
from seutu.web.tables import record_table


def kind_or_404(request: HttpRequest, name: str) -> Kind:
    """Return the kind; an unknown one, and one of personal data for those who may not see it, answers 404."""
    try:
        kind = kind_named(name)
    except UnknownKindError:
        raise Http404 from None
    if kind.personal and not may(request.role, Act.READ_PERSONAL):  # type: ignore[attr-defined]
        raise Http404
    request.area = kind.area  # type: ignore[attr-defined]
    return kind


MOST_NAMED = 8
AREAS = {
    "plans": lambda: _("Plans"),
    "activity": lambda: _("Activity"),
    "network": lambda: _("Network"),
    "material": lambda: _("Materials"),
}


@in_workspace()
def area(request: HttpRequest, area: str) -> HttpResponse:
    """Show the lists of one part of the work, with how many records each has."""
    if area not in AREAS:
        raise Http404
    language = language_of(request)
    slug = request.workspace.slug  # type: ignore[attr-defined]
    request.area = area  # type: ignore[attr-defined]
    personal = may(request.role, Act.READ_PERSONAL)  # type: ignore[attr-defined]
    lists = []
    for kind in kinds():
        if kind.area != area or (kind.personal and not personal) or not kind.model.objects.shows_any():
            continue
        count = records_of(kind).count()
        lists.append(
            {
                "title": kind.plural.in_language(language),
                "url": reverse("collection", args=[slug, kind.name]),
                "text": kind.purpose.in_language(language),
                "count": write_number(count, language),
                "number": count,
                "group": kind.group.in_language(language) if kind.group else "",
            }
        )
    context = {"page_title": AREAS[area](), "page_lead": _contents(lists, language), "groups": _grouped(lists)}
    context["page_actions"] = area_ways(request, area)
    return render(request, "pages/area.html", context)


def _grouped(lists: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the lists under their headings, each where its first list stands."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for each in lists:
        groups.setdefault(each["group"], []).append(each)
    return [{"title": title, "lists": of_group} for title, of_group in groups.items()]


def _contents(lists: list[dict[str, Any]], language: Language) -> str:
    """Say which lists have something in them, with how much."""
    total = sum(each["number"] for each in lists)
    if not total:
        return _("Nothing has been recorded here yet.")
    counted = ngettext("%(count)s record", "%(count)s records", total) % {"count": write_number(total, language)}
    filled = [f"{each['title'].lower()}\u00a0{each['count']}" for each in lists if each["number"]]
    named = f"{', '.join(filled[:MOST_NAMED])}{', …' if len(filled) > MOST_NAMED else '.'}"
    return f"{counted}: {named}"


@in_workspace()
def collection(request: HttpRequest, kind: str) -> HttpResponse:
    """Show a list of records."""
    declared = kind_or_404(request, kind)
    language = language_of(request)
    slug = request.workspace.slug  # type: ignore[attr-defined]
    narrowing = narrowing_of(declared, request.GET)
    records = filtered(declared, narrowing.chosen, text=narrowing.text)
    if narrowing.sort:
        records = records.order_by(*blanks_last(declared.model, narrowing.sort), "pk")
    page = page_of(request, records)
    found = attach_terms(list(page.object_list))
    query, sort = narrowing.filters, narrowing.sort
    table = record_table(declared, found, language=language, workspace=slug, query=query, sort=sort)
    table = with_plan_pages(request, table, declared, found)
    table["caption_hidden"] = True
    table["empty"] = _empty(request, declared, filtered_out=bool(query))
    total = page.paginator.count
    context = {
        "page_title": declared.plural.in_language(language),
        "page_lead": declared.purpose.in_language(language),
        "page_actions": _actions(request, declared, slug, narrowing),
        "table": table,
        "filters": _filters(request, narrowing, total, language),
        "pagination": page_numbers(page, language, narrowing.query),
    }
    return render(request, "pages/collection.html", context)


def _actions(request: HttpRequest, kind: Kind, slug: str, narrowing: Narrowing) -> list[dict[str, Any]]:
    role = request.role  # type: ignore[attr-defined]
    actions: list[dict[str, Any]] = []
    if kind.name == "industry-roles":
        actions.append({"label": _("Matrix"), "url": reverse("matrix", args=[slug, "presence"]), "style": "second"})
    if kind.name == "competence-needs":
        actions.append({"label": _("Competence map"), "url": reverse("competences", args=[slug]), "style": "second"})
    if may(role, Act.WRITE):
        actions.append(
            {
                "label": _("Add: %(kind)s") % {"kind": kind.singular.in_language(language_of(request))},
                "url": reverse("record_new", args=[slug, kind.name]),
            }
        )
    if may(role, Act.IMPORT):
        actions.append(
            {"label": _("Bring in from a file"), "url": reverse("import", args=[slug, kind.name]), "style": "second"}
        )
    if may(role, Act.EXPORT):
        suffix = f"?{encoded(narrowing.filters)}" if narrowing.filters else ""
        actions += [
            {
                "label": label,
                "url": reverse("export", args=[slug, kind.name, form]) + suffix,
                "style": "quiet",
            }
            for form, label in (("xlsx", _("Get as Excel")), ("csv", _("Get as CSV")))
        ]
    return [*actions, *register_list_actions(request, kind.name), *plan_list_actions(request, kind.name)]


def _empty(request: HttpRequest, kind: Kind, *, filtered_out: bool) -> dict[str, Any]:
    language, slug = language_of(request), workspace_of(request).slug
    if filtered_out:
        return {
            "title": _("Nothing matches these filters"),
            "text": _("Remove a filter or search with fewer words."),
            "actions": [{"label": _("Show all"), "url": reverse("collection", args=[slug, kind.name])}],
        }
    if not kind.model.objects.shows_any():
        return {
            "title": _("Not shown to a funder"),
            "text": _("A funder sees plans as they were handed in: open an application and its submitted versions."),
            "actions": [{"label": _("Applications"), "url": reverse("collection", args=[slug, "applications"])}],
        }
    told: dict[str, Any] = {"title": _("Nothing here yet"), "text": kind.purpose.in_language(language), "actions": []}
    if allows(request, Act.WRITE):
        add = _("Add: %(kind)s") % {"kind": kind.singular.in_language(language)}
        told["actions"].append({"label": add, "url": reverse("record_new", args=[slug, kind.name])})
    if allows(request, Act.IMPORT):
        bring = reverse("import", args=[slug, kind.name])
        told["actions"].append({"label": _("Bring in from a file"), "url": bring, "style": "second"})
        told["example"] = _(
            "Paste your own Excel: the columns are matched for you and you see everything before it is saved."
        )
    return told


def _filters(request: HttpRequest, narrowing: Narrowing, total: int, language: Language) -> dict[str, Any]:
    kind, slug = narrowing.kind, workspace_of(request).slug
    views = [] if is_guest(request) else list(views_of(kind))
    current = next((view for view in views if view.query == narrowing.address), None)
    save_url = remove_url = ""
    if allows(request, Act.WRITE) and current:
        remove_url = reverse("view_remove", args=[slug, kind.name, current.pk])
    elif allows(request, Act.WRITE) and narrowing.address:
        save_url = f"{reverse('view_new', args=[slug, kind.name])}?{narrowing.address}"
    count = write_number(total, language)
    return {
        "sentence": ngettext("%(count)s row", "%(count)s rows", total) % {"count": count},
        "parts": narrowing.parts(language),
        "clear_url": request.path,
        "form": FilterForm(narrowing, language),
        "hidden": narrowing.kept_by_form(),
        "action": request.path,
        "open": False,
        "views": [{"label": view.name, "url": f"?{view.query}", "current": view is current} for view in views],
        "save_url": save_url,
        "remove": {"url": remove_url, "label": _("Remove the view %(name)s") % {"name": current.name}}
        if current and remove_url
        else None,
    }
