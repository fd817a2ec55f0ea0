"""The form that takes a document to check: a file, or its text pasted. Not for reading or judging it."""

from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _

from seutu.web.one_file import OneFileForm

MOST_CHARACTERS: Final = 500_000


class CheckForm(OneFileForm):
    """One file or one pasted text, not both; the text is then kept as a file of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = False
        self.fields["text"] = forms.CharField(
            label=_("Or paste the text"),
            help_text=_("For example a decision copied from a web page or an e-mail."),
            required=False,
            max_length=MOST_CHARACTERS,
            widget=forms.Textarea(attrs={"rows": 8}),
        )

    def clean_file(self) -> Any:
        """Refuse more than the limit; without a file there is nothing to refuse."""
        return super().clean_file() if self.cleaned_data.get("file") else None

    def clean(self) -> dict[str, Any]:
        """Return the one file to check."""
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text", "")
        if file and text:
            self.add_error("text", _("There is both a file and a text. Remove one of them."))
        elif text:
            name = _("Pasted text")
            cleaned["file"] = SimpleUploadedFile(f"{name}.txt", text.encode())
        elif not file and not self.errors:
            self.add_error("file", _("Choose a file or paste the text."))
        return cleaned
