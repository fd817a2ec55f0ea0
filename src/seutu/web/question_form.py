"""The forms of the builder: one question with what its kind needs, and what stands around the questions.

They give plain JSON, which the core reads and judges. Not for what is right in a questionnaire.
"""

from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from seutu.core.surveys.editing import lines_of, plain_options, plain_text, texts_line
from seutu.core.surveys.questionnaire import Question, QuestionKind, Questionnaire
from seutu.core.text import LANGUAGES, Text

BY_KIND: Final[dict[QuestionKind, tuple[str, ...]]] = {
    QuestionKind.SINGLE: ("options", "dont_know"),
    QuestionKind.MULTIPLE: ("options", "dont_know"),
    QuestionKind.RANKING: ("options", "most", "dont_know"),
    QuestionKind.SCALE: ("low", "high", "low_label", "high_label", "dont_know"),
    QuestionKind.MATRIX: (
        "items_of_wave", "items", "sample", "options", "low", "high", "low_label", "high_label", "dont_know",
    ),
    QuestionKind.NUMBER: ("minimum", "maximum", "decimals", "dont_know"),
    QuestionKind.TEXT: ("longest",),
    QuestionKind.MUNICIPALITY: ("dont_know",),
}  # fmt: skip
NAMES: Final = {"fi": "suomeksi", "sv": "på svenska", "en": "in English"}


def kind_names() -> dict[QuestionKind, str]:
    """Return what each kind of question is called on pages."""
    return {
        QuestionKind.SINGLE: _("One of several"),
        QuestionKind.MULTIPLE: _("Several of several"),
        QuestionKind.SCALE: _("Scale"),
        QuestionKind.MATRIX: _("Matrix"),
        QuestionKind.NUMBER: _("Number"),
        QuestionKind.TEXT: _("Text"),
        QuestionKind.RANKING: _("Ranking"),
        QuestionKind.MUNICIPALITY: _("Municipality of residence"),
    }


class QuestionForm(forms.Form):
    """One question of a kind."""

    def __init__(self, kind: QuestionKind, data: QueryDict | None, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.kind = kind
        for language in LANGUAGES:
            self.fields[f"text_{language}"] = _words(_("Question"), language)
        for language in LANGUAGES:
            self.fields[f"help_{language}"] = _words(_("Help"), language)
        self.fields |= {name: _fields()[name]() for name in BY_KIND[kind]}
        self.fields |= _last_fields()

    def plain(self) -> dict[str, Any]:
        """Return the question in plain form."""
        said = self.cleaned_data
        plain: dict[str, Any] = {
            "code": said["code"].strip(),
            "kind": str(self.kind),
            "text": {language: said[f"text_{language}"] for language in LANGUAGES},
            "required": said["required"],
            "dont_know": said.get("dont_know", False),
            "with_previous": said["with_previous"],
            "options": plain_options(said.get("options", "")),
            "items": plain_options(said.get("items", "")),
            "items_of_wave": said.get("items_of_wave", False),
        }
        helped = {each: said[f"help_{each}"] for each in LANGUAGES}
        plain |= {"help": helped} if any(helped.values()) else {}
        plain |= {name: said[name] for name in ("minimum", "maximum") if said.get(name) is not None}
        given = {name: said[name] for name in ("sample", "most", "decimals", "longest") if said.get(name) is not None}
        return plain | given | self._scale() | self._condition()

    def _scale(self) -> dict[str, Any]:
        said = self.cleaned_data
        low, high = said.get("low"), said.get("high")
        if low is None and high is None:
            return {}
        ends = {name: plain_text(said.get(name, "")) for name in ("low_label", "high_label")}
        return {"scale": {"low": low or 0, "high": high or 0, **ends}}

    def _condition(self) -> dict[str, Any]:
        question, codes = self.cleaned_data["shown_if"].strip(), self.cleaned_data["shown_if_codes"]
        if not question:
            return {}
        return {"shown_if": {"question": question, "any_of": codes.replace(",", " ").split()}}


def _words(label: str, language: str) -> forms.Field:
    rows = forms.Textarea(attrs={"rows": 2, "lang": language})
    return forms.CharField(label=f"{label} ({language.upper()})", required=False, widget=rows)


def _fields() -> dict[str, Any]:
    """Return how each field of a kind is made."""
    lines = _("One to a line: code = Finnish | Swedish | English. A ! at the beginning: stands alone (none of these).")
    return {
        "options": lambda: _lines(_("Options"), lines),
        "items": lambda: _lines(_("Rows"), _("One to a line: code = Finnish | Swedish | English.")),
        "items_of_wave": lambda: forms.BooleanField(label=_("The rows are the towns of the wave"), required=False),
        "sample": lambda: _whole(_("How many rows each respondent is asked"), _("Empty: all. Drawn by chance.")),
        "most": lambda: _whole(_("How many are ranked")),
        "low": lambda: _whole(_("Lowest value")),
        "high": lambda: _whole(_("Highest value")),
        "low_label": lambda: forms.CharField(label=_("What the lowest means"), required=False, help_text=_ends()),
        "high_label": lambda: forms.CharField(label=_("What the highest means"), required=False, help_text=_ends()),
        "minimum": lambda: forms.DecimalField(label=_("Least"), required=False, localize=True),
        "maximum": lambda: forms.DecimalField(label=_("Greatest"), required=False, localize=True),
        "decimals": lambda: _whole(_("Decimals")),
        "longest": lambda: _whole(_("Most characters")),
        "dont_know": lambda: forms.BooleanField(label=_("“I don’t know” can be answered"), required=False),
    }


def _last_fields() -> dict[str, forms.Field]:
    return {
        "required": forms.BooleanField(label=_("An answer is needed"), required=False),
        "with_previous": forms.BooleanField(label=_("On the same page as the question before"), required=False),
        "shown_if": forms.CharField(
            label=_("Asked only after an answer to the question"), required=False, help_text=_("Its code, as q1.")
        ),
        "shown_if_codes": forms.CharField(
            label=_("With one of the answers"), required=False, help_text=_("Codes with commas between them.")
        ),
        "code": forms.CharField(
            label=_("Code"), max_length=40, help_text=_("The name of the column in files. a–z, 0–9, - and _.")
        ),
    }


def _ends() -> str:
    return _("Finnish | Swedish | English")


def _lines(label: str, hint: str) -> forms.Field:
    return forms.CharField(label=label, required=False, help_text=hint, widget=forms.Textarea(attrs={"rows": 6}))


def _whole(label: str, hint: str = "") -> forms.Field:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=100_000, help_text=hint)


def question_initial(question: Question) -> dict[str, Any]:
    """Return what the form of a question holds when it opens."""
    scale, condition = question.scale, question.shown_if
    held: dict[str, Any] = {
        "code": question.code,
        "options": lines_of(question.options),
        "items": lines_of(question.items),
        "minimum": question.minimum,
        "maximum": question.maximum,
        "shown_if": condition.question if condition else "",
        "shown_if_codes": ", ".join(condition.any_of) if condition else "",
    }
    same = ("required", "with_previous", "dont_know", "items_of_wave", "sample", "most", "decimals", "longest")
    held |= {name: getattr(question, name) for name in same}
    if scale:
        ends = {"low_label": texts_line(scale.low_label), "high_label": texts_line(scale.high_label)}
        held |= {"low": scale.low, "high": scale.high, **ends}
    return held | _by_language("text", question.text) | (_by_language("help", question.help) if question.help else {})


def _by_language(name: str, text: Text) -> dict[str, str]:
    return {f"{name}_{language}": text.in_language(language) for language in LANGUAGES}


class FrameForm(forms.Form):
    """What stands around the questions: title, introduction, thanks, languages, and which question tells the group."""

    def __init__(self, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        labels = {"title": _("Title"), "introduction": _("Introduction"), "thanks": _("Thanks")}
        for name, label in labels.items():
            for language in LANGUAGES:
                self.fields[f"{name}_{language}"] = _words(label, language)
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Languages"),
            choices=[(each, NAMES[each]) for each in LANGUAGES],
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["group_question"] = forms.CharField(
            label=_("The question that tells the respondent’s group"), required=False, help_text=_("Its code, as q1.")
        )

    def plain(self) -> dict[str, Any]:
        """Return these parts of a questionnaire in plain form."""
        said = self.cleaned_data
        texts = {
            name: {each: said[f"{name}_{each}"] for each in LANGUAGES} for name in ("title", "introduction", "thanks")
        }
        return {**texts, "languages": said["languages"], "group_question": said["group_question"].strip() or None}


def frame_initial(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return what the form of the frame holds when it opens."""
    held: dict[str, Any] = {"languages": list(questionnaire.languages), "group_question": questionnaire.group_question}
    for name in ("title", "introduction", "thanks"):
        held |= _by_language(name, getattr(questionnaire, name))
    return held
