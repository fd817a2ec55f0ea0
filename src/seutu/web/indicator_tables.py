"""Indicators on a page: target against actual, breakdowns that add up or show the rest, what nobody measures.

Who measured is shown only to those who may see personal data.
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.funding.monitoring_queries import percent_of
from seutu.apps.programmes.indicator_queries import Attendance, IndicatorStanding, Measuring
from seutu.core.figures import write_date, write_number, write_percentage
from seutu.core.programmes.indicators import Breakdown
from seutu.core.text import Language
from seutu.reporting.monitoring import words
from seutu.web.programme_frame import Cell, listing, project_link, said
from seutu.web.tables import record_url


def indicators_table(found: Measuring, slug: str, language: Language, *, personal: bool) -> dict[str, Any]:
    """Return the indicators with baseline, target and value on the day."""
    rows = [_row(each, slug, language, personal=personal) for each in found.indicators]
    columns = (
        (words.INDICATOR.in_language(language), "text"),
        (words.BASELINE.in_language(language), "number"),
        (words.TARGET.in_language(language), "number"),
        (words.VALUE.in_language(language), "number"),
        (words.DONE.in_language(language), "number"),
        (words.MEASURED.in_language(language), "text"),
    )
    return listing("indicators-table", words.INDICATORS.in_language(language), columns, rows)


def _row(standing: IndicatorStanding, slug: str, language: Language, *, personal: bool) -> list[Cell]:
    indicator, plan, reading = standing.indicator, standing.plan, standing.reading
    percent = percent_of(reading.done)
    name = {"text": indicator.name, "url": record_url(slug, "indicators", indicator.pk)}
    if indicator.project:
        name["note"] = indicator.project.name
    return [
        name,
        said(_figure(plan.baseline, indicator.unit, language)),
        _dated(plan.target, indicator.unit, indicator.target_day, language),
        said(_figure(reading.value, indicator.unit, language)),
        said("" if percent is None else write_percentage(percent, language)),
        _measured(standing, language, personal=personal),
    ]


def _dated(value: Decimal | None, unit: str, day: Any, language: Language) -> Cell:
    cell = said(_figure(value, unit, language))
    return cell if value is None or day is None else {**cell, "note": write_date(day, language)}


def _measured(standing: IndicatorStanding, language: Language, *, personal: bool) -> Cell:
    latest = standing.reading.latest
    if latest is None:
        return {"text": _("not measured yet"), "missing": True}
    who = latest.measured_by if personal else ""
    text = ", ".join(part for part in (write_date(latest.day, language), who, latest.source) if part)
    return {"text": text, "note": latest.told} if latest.told else {"text": text}


def _figure(value: Decimal | None, unit: str, language: Language) -> str:
    return "" if value is None else "\u00a0".join(part for part in (write_number(value, language), unit) if part)


def breakdowns(found: Measuring, language: Language) -> list[dict[str, Any]]:
    """Return each breakdown as a table that adds up, or shows the part that is not known."""
    return [
        _breakdown(f"breakdown-{number}-{position}", standing, each, language)
        for number, standing in enumerate(found.indicators)
        for position, each in enumerate(standing.reading.breakdowns)
    ]


def _breakdown(identity: str, standing: IndicatorStanding, found: Breakdown, language: Language) -> dict[str, Any]:
    unit = standing.indicator.unit
    rows: list[list[Cell]] = [
        [{"text": part.name}, {"text": _figure(part.value, unit, language)}] for part in found.parts
    ]
    if found.rest:
        rows.append([{"text": words.UNKNOWN.in_language(language)}, {"text": _figure(found.rest, unit, language)}])
    caption = f"{standing.indicator.name}: {found.name}" if found.name else standing.indicator.name
    columns = (
        (words.PART.in_language(language), "text"),
        (words.VALUE.in_language(language), "number"),
    )
    more: dict[str, Any] = {"caption_hidden": False}
    if found.rest is not None:
        total = _figure(standing.reading.value, unit, language)
        more["foot"] = [{"text": words.TOTAL.in_language(language)}, {"text": total}]
    if found.excess is not None:
        excess = _figure(found.excess, unit, language)
        more["note"] = _("The parts come to %(excess)s more than the value. Check the measurements.") % {
            "excess": excess
        }
    elif found.rest is None:
        more["note"] = _("These parts are not added up: they are shares, scores or have no value of the whole.")
    return listing(identity, caption, columns, rows, **more)


def unmeasured(found: Measuring, slug: str) -> list[Cell]:
    """Return the projects that have no indicator of their own."""
    return [project_link(slug, each) for each in found.unmeasured]


def attendances(found: Attendance, language: Language) -> str:
    """Say how many attendances the events had: attendances, since one person may be in several."""
    if not found.events:
        return ""
    counted = ngettext("%(count)s event", "%(count)s events", found.events) % {
        "count": write_number(found.events, language)
    }
    if found.attendances is None:
        return _("%(events)s; participants have not been counted.") % {"events": counted}
    return _(
        "%(events)s; %(attendances)s attendances in the %(counted)s that were counted. One person may be in several, "
        "so this is not a number of people."
    ) % {
        "events": counted,
        "attendances": write_number(found.attendances, language),
        "counted": write_number(found.counted, language),
    }
