"""The review against the UN's 17 goals as a matrix and as a history, and the form of one subject.

A sign in a cell always stands with its words for those who do not see it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.programmes.choices import SDG_EFFECTS, SDG_GOALS
from seutu.apps.programmes.kinds.measuring import SDG_REVIEWS
from seutu.apps.programmes.models import Programme, SdgReview
from seutu.apps.programmes.sdg_operations import Judgement
from seutu.apps.programmes.sdg_queries import GOALS, SdgMatrix, SubjectReview
from seutu.apps.records.sheets.columns import ColumnProblem, Reading
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.core.figures import write_date
from seutu.core.text import Language
from seutu.reporting.monitoring import words
from seutu.web.programme_frame import labels_of, listing, named, said
from seutu.web.tables import record_url

SIGNS: Final = {"strong_for": "++", "for": "+", "neutral": "0", "against": "−", "strong_against": "−−"}
LONGEST: Final = 2000


def sdg_matrix_rows(
    found: SdgMatrix, programme: Programme, slug: str, language: Language, *, may_write: bool
) -> dict[str, Any]:
    """Return the matrix for ``components/sdg_matrix.html``."""
    effects, goals = labels_of(SDG_EFFECTS, language), labels_of(SDG_GOALS, language)
    return {
        "goals": [{"number": str(number), "label": goals[str(number)]} for number in GOALS],
        "rows": [_subject(each, programme, slug, effects, language, may_write=may_write) for each in found.subjects],
        "legend": [{"sign": sign, "label": effects[code]} for code, sign in SIGNS.items()],
    }


def _subject(
    found: SubjectReview,
    programme: Programme,
    slug: str,
    effects: dict[str, str],
    language: Language,
    *,
    may_write: bool,
) -> dict[str, Any]:
    own = subject_url(found, programme, slug) if may_write else record_url(slug, found.kind, found.subject.pk)
    last = write_date(found.last, language) if found.last else ""
    return {
        "title": title_of(found),
        "url": own,
        "is_goal": found.kind == "benefit-goals",
        "cells": [_cell(found.newest.get(number), effects) for number in GOALS],
        "judged": f"{found.judged}/{len(GOALS)}",
        "last": last,
    }


def title_of(found: SubjectReview) -> str:
    """Return what is reviewed, a goal with its number."""
    number = getattr(found.subject, "number", "")
    return f"{number}. {found.subject.title}" if number else found.subject.title


def subject_url(found: SubjectReview, programme: Programme, slug: str) -> str:
    """Return the address of the form in which a subject is reviewed."""
    return reverse("programme_sdg_subject", args=[slug, programme.pk, found.kind, found.subject.pk])


def _cell(review: SdgReview | None, effects: dict[str, str]) -> dict[str, str]:
    if review is None:
        return {"sign": "·", "label": _("not reviewed"), "tone": "gap"}
    return {"sign": SIGNS.get(review.effect, "?"), "label": effects.get(review.effect, ""), "tone": review.effect}


def history_table(found: Sequence[SdgReview], slug: str, language: Language) -> dict[str, Any]:
    """Return every judgement of a subject, newest first."""
    effects, goals = labels_of(SDG_EFFECTS, language), labels_of(SDG_GOALS, language)
    rows = [
        [
            {"text": goals.get(each.sdg, each.sdg), "url": record_url(slug, "sdg-reviews", each.pk)},
            said(effects.get(each.effect, "")),
            said(each.reason),
            said(write_date(each.reviewed, language) if each.reviewed else ""),
        ]
        for each in found
    ]
    columns = [
        (named(SDG_REVIEWS.column("sdg").label.in_language(language)), "text"),
        (words.EFFECT.in_language(language), "text"),
        (named(SDG_REVIEWS.column("reason").label.in_language(language)), "text"),
        (named(SDG_REVIEWS.column("reviewed").label.in_language(language)), "date"),
    ]
    return listing("reviews-table", _("All reviews"), columns, rows)


class ReviewForm(forms.Form):
    """All 17 judgements of one subject. ``version`` is what the person saw; a stale form is refused when saving."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, subject: SubjectReview, language: Language, data: QueryDict | None = None, *, today: date
    ) -> None:
        super().__init__(data, initial=_initial(subject, language, today))
        self.language, self.today = language, today
        self.reviewed: date | None = None
        self.reasons: dict[int, str] = {}
        effects, goals = labels_of(SDG_EFFECTS, language), labels_of(SDG_GOALS, language)
        for number in GOALS:
            judged = number in subject.newest
            options = [("", _("not reviewed")), *effects.items()]
            self.fields[f"effect_{number}"] = forms.ChoiceField(
                label=goals[str(number)], choices=options[1:] if judged else options, required=judged
            )
            self.fields[f"reason_{number}"] = forms.CharField(
                label=_("Reason: %(goal)s") % {"goal": goals[str(number)]}, required=False, max_length=LONGEST
            )
        self.fields["reviewed"] = forms.CharField(
            label=named(SDG_REVIEWS.column("reviewed").label.in_language(language)),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        )
        self.fields["renew"] = forms.BooleanField(
            label=_("The whole review was repeated: save the unchanged ones for this day too"), required=False
        )

    def pairs(self) -> list[dict[str, Any]]:
        """Return the two fields of each goal together."""
        return [{"effect": self[f"effect_{number}"], "reason": self[f"reason_{number}"]} for number in GOALS]

    def clean(self) -> dict[str, Any]:
        """Read the day and the reasons as a file's cells are read; a day to come, and a reason alone, are refused."""
        cleaned = super().clean() or {}
        day = self._read("reviewed", "reviewed")
        if isinstance(day, date) and day > self.today:
            self.add_error("reviewed", _("The day is still to come. Give the day on which the review was made."))
        self.reviewed = day if isinstance(day, date) else None
        for number in GOALS:
            self.reasons[number] = str(self._read(f"reason_{number}", "reason") or "")
            if self.reasons[number] and cleaned.get(f"effect_{number}") == "":
                self.add_error(
                    f"effect_{number}", _("You wrote a reason. Choose the effect too, or remove the reason.")
                )
        return cleaned

    def _read(self, name: str, column: str) -> object:
        """Return what a field says as its column reads it; a problem stands at the field."""
        text = self.cleaned_data.get(name)
        if not text:
            return None
        try:
            return SDG_REVIEWS.column(column).read(text, Reading(language=self.language, finder=SingleFinder()))
        except ColumnProblem as problem:
            self.add_error(name, problem.message.in_language(self.language))
            return None

    def judgements(self) -> dict[int, Judgement]:
        """Return what was judged; goals that were left unreviewed are not there."""
        effects = {number: self.cleaned_data.get(f"effect_{number}") for number in GOALS}
        return {number: Judgement(effect, self.reasons[number]) for number, effect in effects.items() if effect}


def _initial(subject: SubjectReview, language: Language, today: date) -> dict[str, Any]:
    values: dict[str, Any] = {"version": subject.version, "reviewed": write_date(today, language)}
    for number, review in subject.newest.items():
        values |= {f"effect_{number}": review.effect, f"reason_{number}": review.reason}
    return values
