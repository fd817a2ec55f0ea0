"""Files of registers (EU project lists, CORDIS, the business register): send, say what they are, look, bring in.

What would happen is worked out as a job, and the import is a job. Not for sheets of a kind: imports.py.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.queries import job_of
from seutu.apps.programmes.imports.jobs import (
    is_changed_since,
    is_kept,
    rehearse_again,
    start_register_import,
    start_rehearsal,
    waits_to_be_looked_at,
)
from seutu.apps.programmes.imports.register_files import REGISTER_FILES, RegisterFile, recognised
from seutu.core.text import Language
from seutu.web.import_steps import steps
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.uploads import is_too_large, keep_files, kept_files


class FilesInput(forms.ClearableFileInput):
    """Takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files that are one whole."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the files as a list."""
        sent = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(each, initial) for each in sent or [None]]


class WhatForm(forms.Form):
    """What kept files are."""

    def __init__(self, language: Language, *args: Any, asked: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [(each.name, each.label.in_language(language)) for each in REGISTER_FILES.values()]
        self.fields["what"] = forms.ChoiceField(
            label=_("What is the file?"),
            choices=options if asked else [("", _("Recognise it for me")), *options],
            required=asked,
            widget=forms.RadioSelect,
        )


class RegisterFilesForm(WhatForm):
    """The files of a register, and what they are."""

    def __init__(self, language: Language, slug: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(language, *args, asked=False, **kwargs)
        self.slug = slug
        size = {"size": settings.UPLOAD_LIMIT_MB}
        self.fields["files"] = FilesField(
            label=_("File"),
            help_text=_("At most %(size)s MB. Choose all the CSV files of CORDIS at once.") % size,
            widget=FilesInput(attrs={"accept": ".csv,.tsv,.gz,.zip,.json"}),
        )

    def clean_files(self) -> list["UploadedFile[bytes]"]:
        """Refuse more than the limit, and say how a larger file is brought in."""
        files: list[UploadedFile[bytes]] = self.cleaned_data["files"]
        if is_too_large(*files):
            command = f"seutu import {files[0].name} --kind {self.data.get('what') or 'cordis'} --workspace {self.slug}"
            raise forms.ValidationError(
                _(
                    "The file is too large: at most %(size)s MB can be sent here. Bring it in on the server's command "
                    "line (%(command)s), or ask your administrator to raise the setting SEUTU_UPLOAD_LIMIT_MB."
                )
                % {"size": settings.UPLOAD_LIMIT_MB, "command": command}
            )
        return files


@in_workspace(Act.IMPORT)
def register_files(request: HttpRequest) -> HttpResponse:
    """Take a register's file, or several that are one whole."""
    here, language = workspace_of(request), language_of(request)
    posted = request.method == "POST"
    form = RegisterFilesForm(language, here.slug, request.POST if posted else None, request.FILES if posted else None)
    if posted and form.is_valid():
        kept = keep_files(here, form.cleaned_data["files"])
        what = REGISTER_FILES.get(form.cleaned_data["what"])
        if what is None:
            return redirect("register_files_kept", here.slug, kept.token)
        return _rehearse(request, what, kept.path, kept.name)
    context = {
        "page_title": _("Bring in a register's own file"),
        "page_lead": _("Nothing is saved before you have seen what would happen."),
        "steps": steps(0),
        "form": form,
        "choices": _choices(language),
    }
    return render(request, "pages/register_files.html", context, status=422 if form.errors else 200)


def _choices(language: Language) -> list[dict[str, str]]:
    return [
        {"label": each.label.in_language(language), "text": each.help.in_language(language)}
        for each in REGISTER_FILES.values()
    ]


def _rehearse(request: HttpRequest, what: RegisterFile, folder: Path, name: str) -> HttpResponse:
    job = start_rehearsal(what=what, folder=folder, name=name, by=person_of(request), at=timezone.now())
    return redirect("job", workspace_of(request).slug, job.pk)


@in_workspace(Act.IMPORT)
def register_files_kept(request: HttpRequest, kept: UUID) -> HttpResponse:
    """Ask what kept files are; what they look like is chosen already."""
    here, language = workspace_of(request), language_of(request)
    files = kept_files(here, kept)
    if files is None:
        raise Http404
    if request.method == "POST":
        form = WhatForm(language, request.POST)
        if form.is_valid():
            return _rehearse(request, REGISTER_FILES[form.cleaned_data["what"]], files.path, files.name)
    else:
        found = recognised(sorted(files.path.iterdir()))
        form = WhatForm(language, initial={"what": found.name if found else ""})
        if found is None:
            messages.warning(request, _("The file was not recognised. Choose what it is."))
    context = {
        "page_title": _("Is this what the file is?"),
        "page_kind": files.name,
        "breadcrumbs": [
            {"label": _("Bring in a register's own file"), "url": reverse("register_files", args=[here.slug])},
            {"label": files.name},
        ],
        "steps": steps(0),
        "form": form,
        "choices": _choices(language),
    }
    return render(request, "pages/register_files.html", context, status=422 if form.errors else 200)


@require_POST
@in_workspace(Act.IMPORT)
def register_bring(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Bring in what was looked at; looked at anew when somebody has changed the workspace since."""
    slug = workspace_of(request).slug
    try:
        job = job_of(job_id)
    except Job.DoesNotExist:
        raise Http404 from None
    if not waits_to_be_looked_at(job):
        raise Http404
    by, at = person_of(request), timezone.now()
    if not is_kept(job):
        messages.warning(request, _("The file is no longer kept. Send it again."))
        return redirect("register_files", slug)
    if is_changed_since(job):
        messages.warning(request, _("Something was changed while you were looking. Check once more and save."))
        return redirect("job", slug, rehearse_again(job, by=by, at=at).pk)
    rejected = bool((job.outcome or {}).get("rejected_count"))
    return redirect("job", slug, start_register_import(job, accept_good=rejected, by=by, at=at).pk)
