"""A person's own keys to the open interface: made for one workspace, shown once, ended at any time."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import ApiToken, User
from seutu.apps.accounts.queries import workspaces_of
from seutu.apps.accounts.token_queries import token_of, tokens_of
from seutu.apps.records.access_operations import end_token, give_token
from seutu.core.figures import write_date
from seutu.core.text import Language
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import language_of, person_of

KEY_ROLES = (Role.READER, Role.CONTRIBUTOR, Role.FACILITATOR, Role.OWNER, Role.FUNDER)


class TokenForm(forms.Form):
    """A new key: what it is for, which workspace it opens, how far and how long."""

    label = forms.CharField(
        label=gettext_lazy("What the key is for"),
        max_length=200,
        help_text=gettext_lazy("For example: the town's open data portal."),
    )
    workspace = forms.ChoiceField(label=gettext_lazy("Workspace"))
    role = forms.ChoiceField(
        label=gettext_lazy("Widest role"),
        choices=[(role, role.label) for role in KEY_ROLES],
        initial=Role.READER,
        help_text=gettext_lazy("The key never does more than this, nor more than your own role."),
    )
    days = forms.IntegerField(label=gettext_lazy("How many days it works"), min_value=1, max_value=365, initial=90)

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = {each.slug: each for each in workspaces_of(person)}
        field = self.fields["workspace"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(slug, each.name) for slug, each in self.held.items()]


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the person's keys and make a new one, whose secret stands on this answer alone."""
    person = person_of(request)
    if person is None:
        raise Http404
    form = TokenForm(person, request.POST or None)
    if request.method != "POST":
        return _page(request, person, form)
    if not form.is_valid():
        return _page(request, person, form, status=422)
    given = form.cleaned_data
    _token, secret = give_token(
        person=person,
        workspace=form.held[given["workspace"]],
        label=given["label"],
        role=Role(given["role"]),
        days=given["days"],
        at=timezone.now(),
    )
    return _page(request, person, TokenForm(person), secret=secret)


@require_POST
@login_required
def token_revoke(request: HttpRequest, token_id: UUID) -> HttpResponse:
    """End one of the person's keys."""
    person = person_of(request)
    found = token_of(person, token_id) if person else None
    if found is None:
        raise Http404
    end_token(token=found, by=person, at=timezone.now())
    messages.success(request, _("The key “%(label)s” no longer works.") % {"label": found.label})
    return redirect("tokens")


def _page(request: HttpRequest, person: User, form: TokenForm, *, secret: str = "", status: int = 200) -> HttpResponse:
    language = language_of(request)
    page = page_of(request, tokens_of(person))
    context = {
        "page_title": _("Keys to the open interface"),
        "page_lead": _("A program that sends a key acts as you, in one workspace."),
        "secret": secret,
        "tokens_table": _table(page.object_list, language),
        "pagination": page_numbers(page, language),
        "form": form,
        "interface_url": reverse("api-1:docs"),
    }
    return render(request, "pages/tokens.html", context, status=status)


def _table(held: Iterable[ApiToken], language: Language) -> dict[str, Any]:
    now = timezone.now()
    return {
        "id": "tokens",
        "caption": _("Keys"),
        "caption_hidden": True,
        "columns": [
            {"label": _("What the key is for")},
            {"label": _("Workspace")},
            {"label": _("Widest role")},
            {"label": _("Works until"), "kind": "date"},
            {"label": _("Last used"), "kind": "date"},
            {"label": _("State"), "kind": "badge"},
            {"label": _("Actions"), "kind": "actions"},
        ],
        "rows": [{"cells": _cells(each, now, language)} for each in held],
        "stack": True,
    }


def _cells(token: ApiToken, now: datetime, language: Language) -> list[dict[str, Any]]:
    works = token.revoked_at is None and token.expires_at > now
    state = _("works") if works else _("revoked") if token.revoked_at else _("expired")
    end = {
        "label": _("Revoke"),
        "url": reverse("token_revoke", args=[token.pk]),
        "method": "post",
        "style": "danger",
        "small": True,
    }
    return [
        {"text": token.label},
        {"text": token.workspace.name},
        {"text": Role(token.role).label},
        {"text": _day(token.expires_at, language)},
        {"text": _day(token.last_used_at, language), "missing": token.last_used_at is None},
        {"text": state, "tone": "good" if works else ""},
        {"text": "", "actions": [end] if works else []},
    ]


def _day(moment: datetime | None, language: Language) -> str:
    return write_date(timezone.localdate(moment), language) if moment else "–"
