"""A new project in the shape of an earlier one."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.plan_copy_operations import copy_project
from seutu.apps.programmes.models import Project
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.sheets.columns import ColumnProblem, Reading, Value
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.programmes.schedules import ScheduleError
from seutu.core.text import Language
from seutu.web.form_marks import mark_of
from seutu.web.project_pages import page_of_project, project_or_404
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.undo_messages import success_with_undo


class CopyForm(forms.Form):
    """The name of the new project and the day it starts; both are read as a project's own form reads them."""

    def __init__(self, language: Language, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.language = language
        self.values: dict[str, Value] = {}
        needed = {"required": _("This is needed. Fill it in.")}
        self.fields["name"] = forms.CharField(label=_("Name of the new project"), error_messages=needed)
        self.fields["start"] = forms.CharField(
            label=_("Starts"),
            error_messages=needed,
            help_text=_("For example 1.9.2027. All dates move as far as the start does."),
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        )

    def clean(self) -> dict[str, Any]:
        """Read both fields by the columns of projects."""
        given = super().clean() or {}
        reading = Reading(language=self.language, finder=SingleFinder())
        columns = {"name": kind_named("projects").column("name"), "start": kind_named("work-packages").column("start")}
        for name, column in columns.items():
            if name in given:
                try:
                    self.values[name] = column.read(given[name], reading)
                except ColumnProblem as problem:
                    self.add_error(name, problem.message.in_language(self.language))
        return given


@in_workspace(Act.WRITE)
def project_copy(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Ask for a name and a start, and make the new project in one act."""
    shown, language = project_or_404(request, project_id), language_of(request)
    form = CopyForm(language, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = _made(request, shown, form, language)
        if made is not None:
            return made
    return _page(request, shown, form, status=422 if form.is_bound else 200)


def _made(request: HttpRequest, shown: Project, form: CopyForm, language: Language) -> HttpResponse | None:
    name, start = form.values.get("name"), form.values.get("start")
    if not isinstance(name, str) or not isinstance(start, date):
        return None
    try:
        by, at = person_of(request), timezone.now()
        made, sequence = copy_project(shown.pk, name=name, start=start, by=by, at=at, mark=mark_of(request))
    except InvalidValuesError as error:
        for column, text in error.problems.items():
            form.add_error(column if column in form.fields else None, text.in_language(language))
    except ScheduleError:
        form.add_error("start", _("From this start some dates would leave the calendar. Choose another."))
    else:
        slug = workspace_of(request).slug
        said = _("The new project has the structure of %(project)s.") % {"project": shown.title}
        success_with_undo(request, said, undo_url=reverse("act_undo", args=[slug, sequence]))
        return redirect("project", slug, made.pk)
    return None


def _page(request: HttpRequest, shown: Project, form: CopyForm, *, status: int) -> HttpResponse:
    context = page_of_project(request, shown, "project_copy", _("New project from this one")) | {
        "page_lead": _(
            "The new project gets the work packages, tasks, results, risks, indicators and budget lines of "
            "%(project)s, with its dates shifted to the new start."
        )
        % {"project": shown.title},
        "form": form,
        "back_url": reverse("project", args=[workspace_of(request).slug, shown.pk]),
    }
    return render(request, "pages/project_copy.html", context, status=status)
