"""A project's documents as files: the plan, its workbook, the budget, the application, the page of one A4."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.plan_documents import application_of, latest_application, project_page
from seutu.apps.funding.plans import ProjectPlan, plan_of
from seutu.apps.programmes.models import Project
from seutu.core.text import Language
from seutu.reporting.plans import print_application, print_budget, print_project_page, write_plan_workbook
from seutu.sources.plans import plan_as_dict
from seutu.web.scoping import in_workspace, language_of

TYPES: Final = {
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """One file: its name in the address, how it is written, and whether its figures are worked out."""

    form: str
    written: Callable[[ProjectPlan, Language], bytes]

    @property
    def suffix(self) -> str:
        """Return the ending of the file's name."""
        return self.form.rpartition(".")[2] if "." in self.form else self.form


def _plan_json(shown: ProjectPlan, language: Language) -> bytes:  # noqa: ARG001 - every writer takes it
    return json.dumps(plan_as_dict(shown.stated), ensure_ascii=False, indent=1).encode("utf-8")


def _workbook(shown: ProjectPlan, language: Language) -> bytes:
    stream = io.BytesIO()
    write_plan_workbook(shown.stated, stream, language=language)
    return stream.getvalue()


def _budget(form: Any) -> Callable[[ProjectPlan, Language], bytes]:
    return lambda shown, language: print_budget(
        shown.worked, rules=shown.rules, language=language, form=form, at=timezone.localdate()
    )


def _application(form: Any) -> Callable[[ProjectPlan, Language], bytes]:
    def written(shown: ProjectPlan, language: Language) -> bytes:
        content = application_of(shown, latest_application(shown.project), language=language)
        return print_application(content, rules=shown.rules, language=language, form=form, at=timezone.localdate())

    return written


def _one_page(form: Any) -> Callable[[ProjectPlan, Language], bytes]:
    return lambda shown, language: print_project_page(
        project_page(shown), language=language, form=form, at=timezone.localdate()
    )


FILES: Final = {
    each.form: each
    for each in (
        ProjectFile("one-page.pdf", _one_page("pdf")),
        ProjectFile("one-page.docx", _one_page("docx")),
        ProjectFile("budget.pdf", _budget("pdf")),
        ProjectFile("budget.docx", _budget("docx")),
        ProjectFile("budget.xlsx", _budget("xlsx")),
        ProjectFile("application.docx", _application("docx")),
        ProjectFile("application.pdf", _application("pdf")),
        ProjectFile("plan.xlsx", _workbook),
        ProjectFile("json", _plan_json),
    )
}


def file_links(slug: str, project: Project) -> list[dict[str, str]]:
    """Return the project's files for the list of files of a page."""
    labels = {
        "one-page.pdf": _("The project on one A4 (PDF)"),
        "one-page.docx": _("The project on one A4 (Word)"),
        "budget.pdf": _("Budget and funding (PDF)"),
        "budget.docx": _("Budget and funding (Word)"),
        "budget.xlsx": _("Budget and funding (Excel)"),
        "application.docx": _("Application in the order of the form (Word)"),
        "application.pdf": _("Application in the order of the form (PDF)"),
        "plan.xlsx": _("The plan as a workbook that can be brought back (Excel)"),
        "json": _("Plan as a file (JSON)"),
    }
    return [{"label": labels[form], "url": reverse("project_file", args=[slug, project.pk, form])} for form in FILES]


@require_GET
@in_workspace(Act.EXPORT)
def project_file(request: HttpRequest, project_id: UUID, form: str) -> HttpResponse:
    """Give one of the project's documents in the page's language."""
    project = Project.objects.filter(pk=project_id).first()
    if project is None or form not in FILES:
        raise Http404
    wanted = FILES[form]
    content = wanted.written(plan_of(project), language_of(request))
    answer = HttpResponse(content, content_type=TYPES[wanted.suffix])
    name = f"{slugify(project.title)[:60] or 'project'}-{form}".removesuffix("-json") + (
        ".json" if form == "json" else ""
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
