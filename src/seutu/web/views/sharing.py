"""Showing a record to others, seeing what others show, and the page of a record that everybody may see."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.queries import network_fellows
from seutu.apps.accounts.rules import Act
from seutu.apps.records.enums import Audience
from seutu.apps.records.exceptions import UnknownKindError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import share_record
from seutu.apps.records.public import public_record
from seutu.apps.records.queries import shares_of
from seutu.apps.records.sharing import (
    NotSharedError,
    Shared,
    audiences_of,
    columns_seen,
    owners_shown,
    shared_record,
    shared_records,
    shared_with,
)
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.shared_records import audience_hint, audience_sentence, facts_of, shared_table
from seutu.web.standing import allows, is_guest, workspace_of
from seutu.web.tables import record_url
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import record_or_404


class ShareForm(forms.Form):
    """With whom a record is shared. Workspaces are named by the last part of their address."""

    def __init__(self, kind: Kind, here: Workspace, data: QueryDict | None, initial: dict[str, str]) -> None:
        super().__init__(data, initial=initial)
        self.here = here
        self.fields["audience"] = forms.ChoiceField(
            label=_("Who sees this record"),
            choices=[(each, audience_hint(each)) for each in audiences_of(kind)],
            widget=forms.RadioSelect,
        )
        self.fields["to"] = forms.CharField(
            label=_("Named workspaces"),
            required=False,
            max_length=2000,
            help_text=_(
                "Only if you chose to name them: the end of each workspace's address, for example savon-kehitys. "
                "Separate with commas."
            ),
        )

    def clean(self) -> dict[str, Any]:
        """Find the named workspaces; each must exist and be another than one's own."""
        given = super().clean() or {}
        given["workspaces"] = []
        if given.get("audience") != Audience.NAMED:
            return given
        slugs = {slug.casefold() for slug in given.get("to", "").replace(",", " ").split()}
        found = {each.slug: each for each in Workspace.objects.filter(slug__in=slugs).exclude(pk=self.here.pk)}
        if missing := sorted(slugs - set(found)):
            said = _("There is no other workspace with this address: %(slugs)s. Check the spelling.")
            self.add_error("to", said % {"slugs": ", ".join(missing)})
        elif not slugs:
            self.add_error("to", _("Name at least one workspace, or choose somebody else to share with."))
        given["workspaces"] = [found[slug] for slug in sorted(found)]
        return given


@in_workspace(Act.SHARE)
def record_share(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Choose who besides the workspace sees a record. A narrower choice holds from the next request on."""
    declared = kind_or_404(request, kind)
    record = record_or_404(declared, record_id)
    here = workspace_of(request)
    if record.trashed_at is not None:
        raise Http404
    named = [share.to for share in shares_of(declared, record_id)]
    first = {"audience": record.audience, "to": ", ".join(each.slug for each in named)}
    form = ShareForm(declared, here, request.POST or None, first)
    if request.method == "POST" and form.is_valid():
        audience = Audience(form.cleaned_data["audience"])
        to = form.cleaned_data["workspaces"]
        share_record(declared, record, audience, to, by=person_of(request), at=timezone.now())
        messages.success(request, audience_sentence(audience, to))
        return redirect("record_share", here.slug, kind, record_id)
    return _share_page(request, declared, record, named, form)


def _share_page(
    request: HttpRequest, kind: Kind, record: OwnedRecord, named: list[Workspace], form: ShareForm
) -> HttpResponse:
    language, here = language_of(request), workspace_of(request)
    audience = Audience(record.audience)
    public = reverse("public_record", args=[record.pk, kind.name])
    context = {
        "page_title": _("Share: %(title)s") % {"title": record.title},
        "page_kind": kind.singular.in_language(language).capitalize(),
        "page_lead": audience_sentence(audience, named),
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[here.slug, kind.name])},
            {"label": record.title, "url": record_url(here.slug, kind, record.pk)},
            {"label": _("Share")},
        ],
        "form": form,
        "record": record,
        "shared_now": audience != Audience.WORKSPACE,
        "public_url": request.build_absolute_uri(public) if audience == Audience.PUBLIC else "",
        "fellows": [each.name for each in network_fellows(here).distinct().order_by("name")],
        "columns": [column.label.in_language(language) for column in columns_seen(kind, personal=kind.personal)],
        "personal": kind.personal,
        "back_url": record_url(here.slug, kind, record.pk),
    }
    return render(request, "pages/share.html", context, status=422 if form.errors else 200)


@require_GET
@in_workspace()
def shared(request: HttpRequest) -> HttpResponse:
    """Show what other workspaces share with this one. Guests see their hosts' own records only."""
    if is_guest(request):
        raise Http404
    language, here = language_of(request), workspace_of(request)
    personal = allows(request, Act.READ_PERSONAL)
    page = page_of(request, shared_with(here, personal=personal))
    found = shared_records(page.object_list)
    context = {
        "page_title": _("Shared with us"),
        "page_lead": _shared_lead(page.paginator.count, owners_shown(here, personal=personal), language),
        "tables": shared_table(found, here.slug, language),
        "pagination": page_numbers(page, language),
        "empty": None
        if found
        else {
            "title": _("Nothing has been shared with this workspace"),
            "text": _(
                "Another workspace can share a record with this one by name, or with a network that both belong to. "
                "It appears here at once and disappears when the sharing ends."
            ),
            "example": _("Tell them the end of this workspace's address: %(slug)s") % {"slug": here.slug},
        },
    }
    return render(request, "pages/shared.html", context)


def _shared_lead(count: int, owners: int, language: Language) -> str:
    if not count:
        return ""
    records = ngettext("%(count)s record", "%(count)s records", count) % {"count": write_number(count, language)}
    said = ngettext("%(records)s from %(count)s workspace.", "%(records)s from %(count)s workspaces.", owners)
    return said % {"records": records, "count": write_number(owners, language)}


@require_GET
@in_workspace()
def shared_record_page(request: HttpRequest, owner: str, kind: str, record_id: UUID) -> HttpResponse:
    """Show one record of another workspace."""
    here, personal = workspace_of(request), allows(request, Act.READ_PERSONAL)
    if is_guest(request):
        raise Http404
    try:
        found = shared_record(here, owner, kind_or_404(request, kind), record_id, personal=personal)
    except NotSharedError:
        raise Http404 from None
    crumbs = [{"label": _("Shared with us"), "url": reverse("shared", args=[here.slug])}, {"label": found.record.title}]
    return _foreign_page(request, found, crumbs, personal=personal)


@require_GET
def public(request: HttpRequest, record_id: UUID, kind: str) -> HttpResponse:
    """Show a record that everybody may see, without signing in."""
    try:
        found = public_record(kind_named(kind), record_id)
    except (NotSharedError, UnknownKindError):
        raise Http404 from None
    return _foreign_page(request, found, [], personal=False)


def _foreign_page(request: HttpRequest, found: Shared, crumbs: list[dict[str, str]], *, personal: bool) -> HttpResponse:
    language = language_of(request)
    context = {
        "page_title": found.record.title,
        "page_kind": found.kind.singular.in_language(language).capitalize(),
        "page_lead": _("Shared by %(owner)s.") % {"owner": found.owner.name},
        "breadcrumbs": crumbs,
        "facts": facts_of(found, language, personal=personal),
    }
    return render(request, "pages/shared_record.html", context)
