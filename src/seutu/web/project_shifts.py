"""The form of a shift of a project's part, and the table of the moves that it proposes. Not for making them."""

from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from seutu.apps.programmes.models import Result
from seutu.apps.programmes.plans.scheduling import ProjectSchedule, Proposal
from seutu.core.figures import write_date
from seutu.core.programmes.schedules import Move
from seutu.core.text import Language
from seutu.web.project_pages import table_of, text_cell
from seutu.web.scoping import language_of

MOST_MONTHS: Final = 120
MOST_DAYS: Final = 3650


class ShiftForm(forms.Form):
    """Which part is shifted, and by how many months and days; a minus sign shifts it earlier."""

    def __init__(self, found: ProjectSchedule, data: QueryDict | None = None) -> None:
        super().__init__(data)
        dated = [part.key for part in found.schedule.parts]
        self.fields["part"] = forms.ChoiceField(
            label=_("What is shifted"), choices=[(key, f"{key} {found.parts[key].name}") for key in dated]
        )
        self.fields["months"] = _whole(_("Months"), MOST_MONTHS, _("For example 4, or −1 to shift it earlier."))
        self.fields["days"] = _whole(_("Days"), MOST_DAYS, "")

    def clean(self) -> dict[str, Any]:
        """Refuse a shift of nothing."""
        given = super().clean() or {}
        if not self.errors and not (given.get("months") or given.get("days")):
            self.add_error("months", _("Write by how many months or days it is shifted."))
        return given

    @property
    def step(self) -> dict[str, int]:
        """Return the months and days that were typed; a field left empty is none."""
        return {name: self.cleaned_data.get(name) or 0 for name in ("months", "days")}


class _Whole(forms.IntegerField):
    """A whole number whose minus may be the sign that we print."""

    def to_python(self, value: Any) -> int | None:
        """Read the number."""
        return super().to_python(str(value).replace("\u2212", "-") if value else value)


def _whole(label: str, most: int, hint: str) -> forms.IntegerField:
    return _Whole(
        label=label,
        required=False,
        min_value=-most,
        max_value=most,
        help_text=hint,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": "6"}),
        error_messages={"invalid": _("Write a whole number, for example 4.")},
    )


def moves_table(request: HttpRequest, found: ProjectSchedule, planned: Proposal) -> dict[str, Any]:
    """Return the moves: each part, its dates now and then, and because of what it moves."""
    language = language_of(request)
    columns = [
        {"label": _("Part")},
        {"label": _("Starts now"), "kind": "date"},
        {"label": _("Would start"), "kind": "date"},
        {"label": _("Ends now"), "kind": "date"},
        {"label": _("Would end"), "kind": "date"},
        {"label": _("Because")},
    ]
    rows = [
        {
            "ours": number == 0,
            "cells": [
                {"text": _name(found, move)},
                *(_day(found, move, day, language) for day in (move.start, move.new_start)),
                *({"text": write_date(day, language)} for day in (move.end, move.new_end)),
                {"text": _because(found, move)},
            ],
        }
        for number, move in enumerate(planned.moves)
    ]
    return table_of("proposed-moves", _("Proposed moves"), columns, rows)


def _name(found: ProjectSchedule, move: Move) -> str:
    belonging = found.belongings.get(move.key)
    if isinstance(belonging, Result):
        return _("Result %(number)s %(name)s") % {"number": belonging.number, "name": belonging.name}
    return belonging.role if belonging else f"{move.key} {found.parts[move.key].name}"


def _day(found: ProjectSchedule, move: Move, day: date, language: Language) -> dict[str, Any]:
    """Return the day that a part starts; a result only falls due."""
    return text_cell("" if isinstance(found.belongings.get(move.key), Result) else write_date(day, language))


def _because(found: ProjectSchedule, move: Move) -> str:
    if move.because == move.key:
        return _("you shift it")
    parts = (*found.schedule.parts, *found.followers)
    whole = next((part.within for part in parts if part.key == move.key), "")
    if whole == move.because:
        return _("it belongs to %(part)s") % {"part": move.because}
    return _("it waits for %(part)s") % {"part": move.because}
