"""Coming up: every day by which something is to be done or on which something happens, the late ones first."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.coming_queries import Within, dated_items
from seutu.apps.records.access_operations import give_calendar_secret
from seutu.core.programmes.coming import Coming, coming
from seutu.web.coming_pages import (
    ComingFilter,
    address_of,
    chosen_of,
    filtered,
    filters,
    headings,
    items_table,
    sentence,
    within_of,
)
from seutu.web.form_marks import mark_of
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of

DAYS: Final = 365


@require_GET
@in_workspace()
def coming_page(request: HttpRequest) -> HttpResponse:
    """Show what is late and what comes."""
    return _page(request)


@never_cache
@require_http_methods(["GET", "POST"])
@in_workspace(Act.EXPORT)
def coming_link(request: HttpRequest) -> HttpResponse:
    """Make the person a link that a calendar follows, and show it on this answer alone; asked again, lead back."""
    if request.method != "POST":
        query = request.META.get("QUERY_STRING", "")
        return redirect(reverse("coming", args=[workspace_of(request).slug]) + (f"?{query}" if query else ""))
    person, here = person_of(request), workspace_of(request)
    if person is None:
        raise Http404
    chosen = chosen_of(request, plans=allows(request, Act.READ_PLANS))
    secret = give_calendar_secret(
        person=person,
        workspace=here,
        label=_("Calendar of %(workspace)s") % {"workspace": here.name},
        days=DAYS,
        at=timezone.now(),
        mark=mark_of(request),
    )
    address = request.build_absolute_uri(reverse("calendar_feed", args=[secret])) + address_of(chosen)
    return _page(request, calendar_url=address)


def _page(request: HttpRequest, *, calendar_url: str = "") -> HttpResponse:
    request.area = "plans"  # type: ignore[attr-defined]
    slug, language, today = workspace_of(request).slug, language_of(request), timezone.localdate()
    plans = allows(request, Act.READ_PLANS)
    chosen = chosen_of(request, plans=plans)
    items = dated_items(today, Within(programme=within_of(chosen).programme))
    found = coming(filtered(items, chosen), today)
    form = ComingFilter(language, chosen, items, plans=plans)
    page = page_of(request, found.items)
    may_take = allows(request, Act.EXPORT)
    context = {
        "page_title": _("Coming up"),
        "page_lead": sentence(found, language),
        "breadcrumbs": [{"label": _("Plans"), "url": reverse("area", args=[slug, "plans"])}, {"label": _("Coming up")}],
        "filters": filters(form, chosen, len(found.items), language),
        "sections": _sections(request, coming(page.object_list, today)),
        "pagination": page_numbers(page, language, {name: [value] for name, value in chosen.items()}),
        "empty": None if found.items else _empty(filtered_by=bool(chosen)),
        "file_url": reverse("coming_file", args=[slug]) + address_of(chosen) if may_take else "",
        "link_url": reverse("coming_link", args=[slug]) + address_of(chosen) if may_take and person_of(request) else "",
        "tokens_url": reverse("tokens"),
        "calendar_url": calendar_url,
    }
    return render(request, "pages/coming.html", context)


def _sections(request: HttpRequest, shown: Coming) -> list[dict[str, Any]]:
    labels = headings()
    return [
        {"id": str(near), "label": labels[near], "table": items_table(request, f"{near}-table", labels[near], items)}
        for near, items in shown.groups
    ]


def _empty(*, filtered_by: bool) -> dict[str, Any]:
    return {
        "title": _("Nothing matches these filters") if filtered_by else _("No day is ahead"),
        "text": _("The days of tasks, resolutions, meetings, calls and money are gathered here from where they stand."),
        "example": _("For example: a project task’s last day, a call’s closing day, the due day of an instalment."),
    }
