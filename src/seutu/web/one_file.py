"""The form that takes one file, and the one file that was kept of it. Not for reading what is in it."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404
from django.utils.translation import gettext as _

from seutu.web.uploads import Upload, is_too_large


class OneFileForm(forms.Form):
    """One file of some kinds: ``accept`` are the endings that are offered, ``told`` says what is wanted."""

    def __init__(self, *args: Any, accept: str, told: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=_("File"),
            help_text=told,
            error_messages={"required": _("Choose a file."), "empty": _("The file is empty. Choose another.")},
            widget=forms.ClearableFileInput(attrs={"accept": accept}),
        )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse more than the limit."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if is_too_large(file):
            raise forms.ValidationError(
                _("The file is too large: at most %(size)s MB can be sent here.") % {"size": settings.UPLOAD_LIMIT_MB}
            )
        return file


def only_file(kept: Upload) -> Path:
    """Return the one file that was kept; one that is gone answers 404."""
    for path in sorted(kept.path.iterdir()):
        return path
    raise Http404
