"""A contact's work handed to a successor, and the list of what has been and should be handed over."""

import io
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.columns import ColumnProblem, Reading, Value
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.exceptions import CannotHandOverError
from seutu.apps.register.hand_overs import (
    done_hand_overs,
    ended_without_successor,
    tasks_without_owner,
    write_hand_overs,
)
from seutu.apps.register.handing_over import going_on, hand_over
from seutu.apps.register.models import Contact
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.handover_tables import contact_cell, done_table, ended_table, ownerless_table
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url
from seutu.web.views.collections import kind_or_404
from seutu.web.views.exports import file_answer
from seutu.web.views.records import record_or_404

TYPED = ("name", "role", "email", "phone")
NEW = "new"


class HandOverForm(forms.Form):
    """Who follows: a contact of the same actor, or a new person; and the last day of the one who leaves."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, kind: Kind, language: Language, candidates: list[Contact], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind, self.language = kind, language
        self.values: dict[str, Value] = {}
        choices = [(str(each.pk), f"{each.name}, {each.role}" if each.role else each.name) for each in candidates]
        self.fields["successor"] = forms.ChoiceField(
            label=_("Who takes over"),
            choices=[*choices, (NEW, _("a new person"))],
            widget=forms.RadioSelect,
            initial=NEW,
        )
        self.fields["active_to"] = forms.CharField(label=_("Last day"), help_text=_("For example 24.12.2026."))
        for name in TYPED:
            label = kind.column(name).label.in_language(language)
            said = _("New person: %(field)s") % {"field": label}
            self.fields[name] = forms.CharField(
                label=said, required=False, widget=forms.TextInput({"autocomplete": "off"})
            )

    def clean(self) -> dict[str, Any]:
        """Read every field by its column; the new person's only when one is wanted."""
        cleaned = super().clean() or {}
        new = cleaned.get("successor") == NEW
        reading = Reading(language=self.language, finder=SingleFinder())
        for name in ("active_to", *(TYPED if new else ())):
            raw = str(cleaned.get(name) or "").strip()
            try:
                self.values[name] = self.kind.column(name).read(raw, reading) if raw else None
            except ColumnProblem as problem:
                self.add_error(name, problem.message.in_language(self.language))
        if new and not self.values.get("name") and "name" not in self.errors:
            self.add_error("name", _("This is needed. Fill it in."))
        return cleaned

    @property
    def day(self) -> date | None:
        """Return the last day that was typed."""
        read = self.values.get("active_to")
        return read if isinstance(read, date) else None


@in_workspace(Act.WRITE)
def hand_over_page(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Hand a contact's work over. What moves is shown before; a stale form is refused."""
    kind = kind_or_404(request, "contacts")
    leaving = record_or_404(kind, contact_id)
    if not isinstance(leaving, Contact) or leaving.trashed_at:
        raise Http404
    language, slug = language_of(request), workspace_of(request).slug
    stays = Q(active_to__isnull=True) | Q(active_to__gt=timezone.localdate())
    same = records_of(kind).filter(stays, actor=leaving.actor_id, successor__isnull=True)
    candidates = list(same.exclude(pk=leaving.pk))
    if request.method != "POST":
        day = leaving.active_to or timezone.localdate()
        first = {"version": leaving.version, "role": leaving.role, "active_to": write_date(day, language)}
        first["successor"] = str(candidates[0].pk) if len(candidates) == 1 else NEW
        return _page(request, kind, leaving, HandOverForm(kind, language, candidates, initial=first))
    form = HandOverForm(kind, language, candidates, data=request.POST)
    if form.is_valid():
        try:
            following = _handed(request, leaving, form)
        except InvalidValuesError as error:
            for name, text in error.problems.items():
                form.add_error(name if name in form.fields else None, text.in_language(language))
        except CannotHandOverError as error:
            form.add_error(None, error.message.in_language(language))
        except (StaleVersionError, ObjectDoesNotExist):
            form.add_error(None, _("Somebody changed the contact meanwhile. Open the page again and check."))
        else:
            said = _("Handed over to %(name)s. The consent to mailings has to be asked from them.")
            messages.success(request, said % {"name": following.name})
            return redirect(record_url(slug, kind, following.pk))
    return _page(request, kind, leaving, form, status=422)


def _handed(request: HttpRequest, leaving: Contact, form: HandOverForm) -> Contact:
    chosen = form.cleaned_data["successor"]
    successor = {name: form.values.get(name) for name in TYPED} if chosen == NEW else UUID(chosen)
    version = form.cleaned_data.get("version") or 0
    return hand_over(leaving.pk, successor, day=form.day, version=version, by=person_of(request), at=timezone.now())


def _page(request: HttpRequest, kind: Kind, leaving: Contact, form: HandOverForm, *, status: int = 200) -> HttpResponse:
    language, slug = language_of(request), workspace_of(request).slug
    moving = going_on(leaving.pk, day=timezone.localdate())
    context = {
        "page_title": _("Hand over"),
        "page_kind": leaving.title,
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
            {"label": leaving.title, "url": record_url(slug, kind, leaving.pk)},
            {"label": _("Hand over")},
        ],
        "form": form,
        "back_url": record_url(slug, kind, leaving.pk),
        "moving": [
            {"label": each.plural.in_language(language), "records": [contact_cell(r, each, slug) for r in records]}
            for each, _column, records in moving
        ],
    }
    return render(request, "pages/hand_over.html", context, status=status)


@require_GET
@in_workspace(Act.READ_PERSONAL)
def handovers(request: HttpRequest) -> HttpResponse:
    """Show what waits for a hand-over, and what has been handed over."""
    kind = kind_or_404(request, "contacts")
    language, slug = language_of(request), workspace_of(request).slug
    today, write = timezone.localdate(), allows(request, Act.WRITE)
    ended, ownerless, done = ended_without_successor(today=today), tasks_without_owner(today=today), done_hand_overs()
    actions = []
    if allows(request, Act.EXPORT):
        actions.append({"label": _("Get as Excel"), "url": reverse("handovers_file", args=[slug]), "style": "second"})
    context = {
        "page_title": _("Hand-overs"),
        "page_lead": _lead(len(ended), len(ownerless), language),
        "page_actions": actions,
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
            {"label": _("Hand-overs")},
        ],
        "tables": [
            ended_table(ended, slug, language, write=write),
            ownerless_table(ownerless, slug, language),
            done_table(done, slug, language),
        ],
    }
    return render(request, "pages/handovers.html", context)


def _lead(ended: int, ownerless: int, language: Language) -> str:
    if not ended and not ownerless:
        return _("Everybody who has left has a successor, and every open task has an owner.")
    first = ngettext(
        "%(n)s contact has left without a successor.", "%(n)s contacts have left without a successor.", ended
    ) % {"n": write_number(ended, language)}
    second = ngettext("%(n)s open task has no active owner.", "%(n)s open tasks have no active owner.", ownerless) % {
        "n": write_number(ownerless, language)
    }
    return " ".join(text for text, count in ((first, ended), (second, ownerless)) if count)


@require_GET
@in_workspace(Act.EXPORT)
def handovers_file(request: HttpRequest) -> FileResponse:
    """Return the hand-over lists as a workbook."""
    kind_or_404(request, "contacts")
    stream, today = io.BytesIO(), timezone.localdate()
    write_hand_overs(stream, today=today, language=language_of(request))
    return file_answer(stream, f"hand-overs-{today.isoformat()}.xlsx", MEDIA_TYPES["xlsx"])
