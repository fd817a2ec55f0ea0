"""A project's money followed: the overview, one payment claim worked out, one budget change taken into the budget."""

import io
from typing import cast
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.change_operations import Seen, apply_budget_change
from seutu.apps.funding.claim_files import write_claim
from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.funding.claim_queries import project_money as money_of
from seutu.apps.funding.exceptions import ChangeNotPossibleError
from seutu.apps.funding.models import BudgetChange, PaymentClaim
from seutu.apps.programmes.models import Project
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.change_pages import change_page
from seutu.web.claim_pages import claim_page
from seutu.web.money_pages import money_page
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.undo_messages import success_with_undo
from seutu.web.views.collections import kind_or_404
from seutu.web.views.exports import file_answer
from seutu.web.views.records import record_or_404
from seutu.web.whole_numbers import whole_number


@require_GET
@in_workspace(Act.READ_PLANS)
def project_money(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Show what is planned, used, claimed and left of a project's money, or of one partner's (``?partner=``)."""
    project = project_or_404(request, project_id)
    context = page_of_project(request, project, "project_money", _("Money followed"))
    return render(request, "pages/project_money.html", context | money_page(request, _money_or_404(request, project)))


def _money_or_404(request: HttpRequest, project: Project) -> ProjectMoney:
    """Return a project's money, of the whole or of the one partner that the address names."""
    partner = request.GET.get("partner") or None
    money = money_of(project, partner=partner)
    if partner is not None and partner not in money.partners:
        raise Http404
    return money


def _claim_or_404(request: HttpRequest, project: Project, claim_id: UUID) -> PaymentClaim:
    found = cast("PaymentClaim", record_or_404(kind_or_404(request, "payment-claims"), claim_id))
    if found.project_id != project.pk or found.trashed_at is not None:
        raise Http404
    request.area = "plans"  # type: ignore[attr-defined]
    return found


def _money_crumb(request: HttpRequest, project: Project) -> dict[str, str]:
    url = reverse("project_money", args=[workspace_of(request).slug, project.pk])
    return {"label": _("Money followed"), "url": url}


@require_GET
@in_workspace(Act.READ_PLANS)
def payment_claim(request: HttpRequest, project_id: UUID, claim_id: UUID) -> HttpResponse:
    """Show a claim worked out from its costs, of the whole project or of one partner (``?partner=``)."""
    project = project_or_404(request, project_id)
    record = _claim_or_404(request, project, claim_id)
    money = _money_or_404(request, project)
    title = _("Payment claim %(number)s") % {"number": record.number}
    context = page_of_project(request, project, "project_money", title)
    context["breadcrumbs"].insert(2, _money_crumb(request, project))
    return render(request, "pages/payment_claim.html", context | claim_page(request, money, record))


@require_GET
@in_workspace(Act.EXPORT)
def payment_claim_file(request: HttpRequest, project_id: UUID, claim_id: UUID) -> FileResponse:
    """Give a claim as a workbook: the same figures as its page, of the whole project or of one partner."""
    project = project_or_404(request, project_id)
    record = _claim_or_404(request, project, claim_id)
    money = _money_or_404(request, project)
    worked = next(each for each in money.worked if each.claim.id == str(record.pk))
    stream = io.BytesIO()
    write_claim(money, worked, stream, language=language_of(request))
    parts = [project.title[:60], "claim", record.number, (money.partner or "")[:40]]
    name = "-".join(filter(None, map(slugify, parts))) + ".xlsx"
    return file_answer(stream, name, MEDIA_TYPES["xlsx"])


def _change_or_404(request: HttpRequest, project: Project, change_id: UUID) -> BudgetChange:
    found = cast("BudgetChange", record_or_404(kind_or_404(request, "budget-changes"), change_id))
    if found.project_id != project.pk or found.trashed_at is not None:
        raise Http404
    request.area = "plans"  # type: ignore[attr-defined]
    return found


@require_GET
@in_workspace(Act.READ_PLANS)
def budget_change(request: HttpRequest, project_id: UUID, change_id: UUID) -> HttpResponse:
    """Show a budget change: its lines before and after."""
    return _change_page(request, project_id, change_id)


def _change_page(
    request: HttpRequest, project_id: UUID, change_id: UUID, *, problem: str = "", status: int = 200
) -> HttpResponse:
    project = project_or_404(request, project_id)
    change = _change_or_404(request, project, change_id)
    title = _("Budget change %(number)s") % {"number": change.number}
    context = page_of_project(request, project, "project_money", title)
    context["breadcrumbs"].insert(2, _money_crumb(request, project))
    sent = request.POST if request.method == "POST" else request.GET
    chosen = {name: sent.get(name, "") for name in ("source_year", "target_year")}
    context |= change_page(request, money_of(project), change, chosen) | {"problem": problem}
    return render(request, "pages/budget_change.html", context, status=status)


@require_POST
@in_workspace(Act.WRITE)
def budget_change_apply(request: HttpRequest, project_id: UUID, change_id: UUID) -> HttpResponse:
    """Take an approved change into the budget, in one act that can be undone."""
    project = project_or_404(request, project_id)
    change = _change_or_404(request, project, change_id)
    seen = Seen(
        change=whole_number(request.POST.get("version")),
        source=whole_number(request.POST.get("source")),
        target=whole_number(request.POST.get("target")),
        source_year=request.POST.get("source_year") or None,
        target_year=request.POST.get("target_year") or None,
    )
    try:
        sequence = apply_budget_change(change, seen, by=person_of(request), at=timezone.now())
    except ChangeNotPossibleError as error:
        said = error.message.in_language(language_of(request))
        return _change_page(request, project_id, change_id, problem=said, status=409)
    slug = workspace_of(request).slug
    text = _("The change is in the budget. The budget before it was kept as a version.")
    success_with_undo(request, text, undo_url=reverse("act_undo", args=[slug, sequence]))
    return redirect("project_money", slug, project.pk)
