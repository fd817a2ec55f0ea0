"""The reports of a group's towns: which group, which forms; made in the background and given as one zip."""

from uuid import UUID

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.areas import REGIONAL_TOWNS, UnknownAreaError, groups_to_choose
from seutu.apps.ecosystems.towns import peer_group
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.queries import job_of
from seutu.apps.statistics.report_jobs import kept_archive, start_town_reports
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.towns.files import PRINTED
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.shell import NAMES
from seutu.web.standing import workspace_of


class ReportsForm(forms.Form):
    """The group, the forms of the files and their language."""

    def __init__(self, language: Language, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"group": REGIONAL_TOWNS, "forms": list(PRINTED), "language": language})
        groups = [(each.code, each.name.in_language(language)) for each in groups_to_choose()]
        self.fields["group"] = forms.ChoiceField(label=_("Towns"), choices=groups)
        self.fields["forms"] = forms.MultipleChoiceField(
            label=_("Files"),
            choices=[("pdf", "PDF"), ("docx", "Word")],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one form of file.")},
        )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"), choices=[(code, NAMES[code]) for code in LANGUAGES], widget=forms.RadioSelect
        )


@require_http_methods(["GET", "POST"])
@in_workspace(Act.WRITE)
def town_reports(request: HttpRequest) -> HttpResponse:
    """Ask which towns' reports are wanted, and start making them."""
    request.area = "material"  # type: ignore[attr-defined]
    here, language = workspace_of(request), language_of(request)
    form = ReportsForm(language, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect("job", here.slug, _started(request, form).pk)
    context = {
        "page_title": _("Reports of towns"),
        "page_kind": _("Statistics"),
        "page_lead": _("A report of each town of the group, and a joint report of them all, as one zip."),
        "breadcrumbs": [
            {"label": _("Statistics"), "url": reverse("statistics", args=[here.slug])},
            {"label": _("Reports of towns")},
        ],
        "form": form,
        "back_url": reverse("statistics", args=[here.slug]),
    }
    return render(request, "pages/town_reports.html", context, status=422 if form.is_bound else 200)


def _started(request: HttpRequest, form: ReportsForm) -> Job:
    given, day = form.cleaned_data, timezone.localdate()
    try:
        group = peer_group(given["group"], at=day)
    except UnknownAreaError:
        raise Http404 from None
    language = next(each for each in LANGUAGES if each == given["language"])
    return start_town_reports(
        name=_("Reports of towns: %(group)s") % {"group": group.name.in_language(language_of(request))},
        group=group,
        forms=given["forms"],
        joint=True,
        language=language,
        by=person_of(request),
        at=timezone.now(),
        day=day,
    )


@require_GET
@in_workspace(Act.EXPORT)
def town_reports_file(_request: HttpRequest, job_id: UUID) -> FileResponse:
    """Give the zip that a job has made."""
    try:
        job = job_of(job_id)
    except Job.DoesNotExist:
        raise Http404 from None
    kept = kept_archive(job)
    if kept is None:
        raise Http404
    day = timezone.localdate().isoformat()
    answer = FileResponse(
        kept.open("rb"), as_attachment=True, filename=f"town-reports-{day}.zip", content_type=MEDIA_TYPES["zip"]
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
