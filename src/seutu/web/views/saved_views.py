"""Keeping a list with its filters under a name, and letting go of it. The list itself is views/collections.py."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import NameTakenError, TooLongError
from seutu.apps.records.queries import views_of
from seutu.apps.records.view_operations import remove_view, save_view
from seutu.web.narrowing import narrowing_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.views.collections import kind_or_404


class ViewForm(forms.Form):
    """The name of a saved view."""

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.fields["name"] = forms.CharField(
            label=_("Name of the view"), max_length=120, help_text=_("For example: growth companies of our town")
        )


@in_workspace(Act.WRITE)
def view_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Name the list as the address narrows it; without a filter there is nothing to keep and the list is shown."""
    declared = kind_or_404(request, kind)
    language, slug = language_of(request), workspace_of(request).slug
    narrowing = narrowing_of(declared, request.GET)
    query, back = narrowing.address, reverse("collection", args=[slug, kind])
    if not query:
        return redirect(back)
    form = ViewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        try:
            save_view(kind=declared, name=name, query=query, by=person_of(request), at=timezone.now())
        except NameTakenError:
            form.add_error("name", _("This list already has a view of that name. Choose another name."))
        except TooLongError:
            form.add_error("name", _("The filters are too long to be saved. Remove one of them and try again."))
        else:
            messages.success(request, _("View saved: %(name)s") % {"name": name})
            return redirect(f"{back}?{query}")
    context: dict[str, Any] = {
        "page_title": _("Save this view"),
        "page_kind": declared.plural.in_language(language),
        "page_lead": _("Everybody in the workspace finds it above the list: %(filters)s.")
        % {"filters": ", ".join(each["label"] for each in narrowing.parts(language)) or _("sorted your way")},
        "breadcrumbs": [
            {"label": declared.plural.in_language(language), "url": back},
            {"label": _("Save this view")},
        ],
        "form": form,
        "back_url": f"{back}?{query}",
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


@require_POST
@in_workspace(Act.WRITE)
def view_remove(request: HttpRequest, kind: str, view_id: UUID) -> HttpResponse:
    """Let go of a saved view and show the whole list."""
    declared = kind_or_404(request, kind)
    view = views_of(declared).filter(pk=view_id).first()
    if view is None:
        raise Http404
    remove_view(view, by=person_of(request), at=timezone.now())
    messages.success(request, _("View removed: %(name)s") % {"name": view.name})
    return redirect("collection", workspace_of(request).slug, kind)
