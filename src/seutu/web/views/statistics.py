"""The catalogue of indicators and the page of one: what it is, the municipalities' values, their spread, over time."""

import io
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.areas import UnknownAreaError, picture_area
from seutu.apps.statistics.figures import place_figures
from seutu.apps.statistics.overview import OWN_MATERIAL, TOPICS, Entry, catalogued, entry_of, overview
from seutu.core.charts import figure_chart
from seutu.core.figures import write_number
from seutu.core.situation import finding
from seutu.core.statistics import UnknownIndicator
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.situation import tables
from seutu.reporting.tables import write_csv
from seutu.reporting.towns import words
from seutu.web.picture_tables import printed
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.statistics_lists import catalogue_list, municipality_list
from seutu.web.statistics_tables import (
    catalogue_topics,
    distribution_picture,
    indicator_facts,
    municipalities_table,
    nothing_found,
    without_value,
)
from seutu.web.views.exports import file_answer

FIELDS: Final = ("q", "topic", "source", "ranked")
LONGEST_TEXT: Final = 100
COUNTRY: Final = "SSS"
TREND_WIDTH: Final = 276
TREND_HEIGHT: Final = 200


class CatalogueFilter(forms.Form):
    """Which indicators are shown: those with the words, of a topic, from a source, with figures of municipalities."""

    def __init__(self, language: Language, chosen: Mapping[str, str]) -> None:
        super().__init__(dict(chosen), auto_id="filter_%s")
        everything = ("", _("all"))
        used = {entry.source.id: entry.source.name for entry in overview().entries.values() if entry.source}
        here = {entry.topic.code for entry in overview().entries.values()}
        labels = [(topic.code, topic.label.in_language(language)) for topic in TOPICS if topic.code in here]
        self.fields["q"] = forms.CharField(label=_("Search text"), required=False)
        self.fields["topic"] = forms.ChoiceField(
            label=words.TOPIC.in_language(language), choices=[everything, *labels], required=False
        )
        self.fields["source"] = forms.ChoiceField(
            label=words.SOURCE.in_language(language), choices=[everything, *used.items()], required=False
        )
        self.fields["ranked"] = forms.ChoiceField(
            label=_("Figures of municipalities"), choices=[everything, ("1", _("yes"))], required=False
        )


def _chosen(request: HttpRequest) -> dict[str, str]:
    """Return the filters of the address that mean something."""
    return {name: request.GET[name].strip()[:LONGEST_TEXT] for name in FIELDS if request.GET.get(name, "").strip()}


def _found(chosen: Mapping[str, str]) -> list[Entry]:
    return catalogued(
        text=chosen.get("q", ""),
        topic=chosen.get("topic", ""),
        source=chosen.get("source", ""),
        ranked="ranked" in chosen,
    )


@require_GET
@in_workspace()
def statistics(request: HttpRequest) -> HttpResponse:
    """Show the catalogue of indicators."""
    request.area = "material"  # type: ignore[attr-defined]
    slug, language, chosen = workspace_of(request).slug, language_of(request), _chosen(request)
    found = _found(chosen)
    context = {
        "page_title": _("Statistics"),
        "page_kind": _("Materials"),
        "page_lead": _lead(language),
        "page_actions": _actions(request, chosen),
        "filters": _filters(request, found, chosen, language),
        "topics": catalogue_topics(found, slug, language, opened=bool(chosen)),
        "empty": nothing_found(slug),
    }
    return render(request, "pages/statistics.html", context)


def _lead(language: Language) -> str:
    every = overview().entries.values()
    ranked = [entry for entry in every if entry.ranked]
    published = [entry for entry in ranked if entry.topic is not OWN_MATERIAL] or ranked
    newest = max((entry.extent.period for entry in published if entry.extent), default="–")
    said = ngettext(
        "%(all)s indicator; %(ranked)s of them with figures of municipalities, the newest of %(newest)s.",
        "%(all)s indicators; %(ranked)s of them with figures of municipalities, the newest of %(newest)s.",
        len(every),
    )
    counts = {"all": write_number(len(every), language), "ranked": write_number(len(ranked), language)}
    return said % {**counts, "newest": newest}


def _actions(request: HttpRequest, chosen: Mapping[str, str]) -> list[dict[str, str]]:
    here = workspace_of(request)
    actions = []
    if here.place_code:
        profile = reverse("town_profile", args=[here.slug, here.place_code])
        actions.append({"label": _("Open the town profile"), "url": profile})
    actions.append(
        {"label": _("Reports of towns"), "url": reverse("town_reports", args=[here.slug]), "style": "second"}
    )
    actions.append({"label": _("Competence map"), "url": reverse("competences", args=[here.slug]), "style": "second"})
    if allows(request, Act.EXPORT):
        query = f"?{urlencode(chosen)}" if chosen else ""
        actions.append(
            {
                "label": _("Get as CSV"),
                "url": reverse("statistics_file", args=[here.slug, "csv"]) + query,
                "style": "quiet",
            }
        )
    return actions


def _filters(request: HttpRequest, found: list[Entry], chosen: Mapping[str, str], language: Language) -> dict[str, Any]:
    form = CatalogueFilter(language, chosen)
    parts = []
    for name, value in chosen.items():
        labels = dict(getattr(form.fields[name], "choices", ()))
        rest = urlencode({other: kept for other, kept in chosen.items() if other != name})
        said = _quoted(value, language) if name == "q" else f"{form.fields[name].label}: {labels.get(value, value)}"
        parts.append({"label": said, "remove_url": f"?{rest}"})
    count = len(found)
    sentence = ngettext("Showing %(count)s indicator", "Showing %(count)s indicators", count) % {
        "count": write_number(count, language)
    }
    return {
        "sentence": sentence,
        "parts": parts,
        "clear_url": request.path,
        "form": form,
        "action": request.path,
        "target": "#list",
        "open": True,
    }


def _quoted(text: str, language: Language) -> str:
    return f"{'“' if language == 'en' else '”'}{text}”"


@require_GET
@in_workspace(Act.EXPORT)
def statistics_file(request: HttpRequest, form: str) -> FileResponse:
    """Give the catalogue with its filters as a CSV that Excel opens."""
    if form != "csv":
        raise Http404
    language = language_of(request)
    stream = io.BytesIO()
    write_csv(catalogue_list(_found(_chosen(request)), language), stream, form="excel", language=language)
    return file_answer(stream, f"indicators-{timezone.localdate().isoformat()}.csv", MEDIA_TYPES["csv"])


def _entry_or_404(indicator: str) -> Entry:
    try:
        return entry_of(indicator)
    except UnknownIndicator:
        raise Http404 from None


@require_GET
@in_workspace()
def statistics_indicator(request: HttpRequest, indicator: str) -> HttpResponse:
    """Show one indicator: what it is, how its values spread, over time, and every municipality's newest value."""
    request.area = "material"  # type: ignore[attr-defined]
    here, language, entry = workspace_of(request), language_of(request), _entry_or_404(indicator)
    place = request.GET.get("place", "") or here.place_code
    picture = distribution_picture(entry, place, language)
    label = entry.indicator.label.in_language(language)
    context = {
        "page_title": label,
        "page_kind": entry.topic.label.in_language(language),
        "page_lead": entry.indicator.description.in_language(language),
        "page_actions": _indicator_actions(request, entry),
        "breadcrumbs": [{"label": _("Statistics"), "url": reverse("statistics", args=[here.slug])}, {"label": label}],
        "facts": indicator_facts(entry, language),
        "distribution": picture,
        "trend": _trend(entry, place, language),
        "municipalities": municipalities_table(entry, here.slug, language, {place} if place else ()),
        "missing": without_value(entry, here.slug, language),
    }
    return render(request, "pages/statistics_indicator.html", context)


def _indicator_actions(request: HttpRequest, entry: Entry) -> list[dict[str, str]]:
    if not entry.ranked or not allows(request, Act.EXPORT):
        return []
    address = reverse("statistics_indicator_file", args=[workspace_of(request).slug, entry.id, "csv"])
    return [{"label": _("Get as CSV"), "url": address, "style": "second"}]


def _trend(entry: Entry, place: str, language: Language) -> dict[str, Any] | None:
    """Return the figure over time of the place, else of the country, beside what it is read against."""
    kind, code = ("municipality", place) if place and entry.ranked else ("country", COUNTRY)
    try:
        area = picture_area(kind, code, at=timezone.localdate())
    except UnknownAreaError:
        return None
    found = place_figures(area.area, area.beside, indicators=[entry.id]).series
    series = next((each for each in found if each.latest is not None), None)
    if series is None:
        return None
    chart = figure_chart(series, area.head.name, language, width=TREND_WIDTH, height=TREND_HEIGHT)
    if chart is None:
        return None
    return {
        "id": "trend",
        "level": 3,
        "title": finding(series).in_language(language),
        "subtitle": chart.measure,
        "spec": chart.spec,
        "table": printed(tables.series_over_time(series, area.head.name, language), "trend-table"),
    }


@require_GET
@in_workspace(Act.EXPORT)
def statistics_indicator_file(request: HttpRequest, indicator: str, form: str) -> FileResponse:
    """Give every municipality's newest value as a CSV that Excel opens."""
    entry = _entry_or_404(indicator)
    if form != "csv" or not entry.ranked:
        raise Http404
    language = language_of(request)
    stream = io.BytesIO()
    write_csv(municipality_list(entry, language), stream, form="excel", language=language)
    name = "".join(letter if letter.isalnum() else "-" for letter in entry.id)
    return file_answer(stream, f"{name}-{timezone.localdate().isoformat()}.csv", MEDIA_TYPES["csv"])
