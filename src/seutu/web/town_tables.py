"""A town's profile on a page: each topic's sentences, place in the order, charts and table; what can be cited.

Not for reading the figures (apps/statistics/profiles.py) or for printing (reporting/towns).
"""

from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.core.charts import figure_chart
from seutu.core.charts.standings import describe, standings_chart
from seutu.core.figures import write_number
from seutu.core.situation import finding
from seutu.core.situation.writing import PERCENT, lower_first, write_plain
from seutu.core.statistics.index_sentences import index_sentences
from seutu.core.statistics.industry_change import industry_sentence
from seutu.core.statistics.profile import ProfileFigure, ProfileTopic, TownProfile
from seutu.core.statistics.profile_sentences import figure_sentence
from seutu.core.text import Language
from seutu.reporting.situation import tables
from seutu.reporting.towns import tables as tables_of_towns
from seutu.reporting.towns import words
from seutu.reporting.towns.tables import figure_cells, figure_headings
from seutu.web.picture_tables import printed

CHART_WIDTH: Final = 276
CHART_HEIGHT: Final = 132
STANDING_LABELS: Final = 130
NUMBERS: Final = range(1, 7)
Cell = dict[str, Any]


def topic_section(
    topic: ProfileTopic, profile: TownProfile, slug: str | None, language: Language, *, cite: bool = False
) -> Cell:
    """Return one topic for the template: sentences of the leading figures, the picture of ranks, charts, the table.

    Without a workspace's ``slug`` nothing leads to its pages.
    """
    leads, count = [figure for figure in topic.figures if figure.leads], len(topic.figures)
    told = ngettext("%(count)s figure with its rank", "%(count)s figures with ranks and charts", count)
    said = [figure_sentence(profile.place, figure, profile.group).in_language(language) for figure in leads]
    if topic.industries is not None:
        said.append(industry_sentence(profile.place, topic.industries).in_language(language))
    return {
        "code": topic.code,
        "title": topic.label.in_language(language),
        "sentences": said,
        "told": told % {"count": write_number(count, language)},
        "standing": _standing_picture(topic, profile, slug, language, cite=cite),
        "industries": _industries(topic, language),
        "charts": [chart for figure in leads if (chart := _chart(figure, profile, language))],
    }


def index_sections(profile: TownProfile, slug: str, language: Language) -> list[Cell]:
    """Return what is said of the town in each index, with the way to its reasons; a shared index has no page here."""
    found = []
    for standing in profile.indices:
        place, whole = [slug, standing.key, profile.place.code], [slug, standing.key]
        links = [
            {"label": _("Why this rank"), "url": reverse("index_place", args=place)},
            {"label": _("The whole index"), "url": reverse("index_workshop", args=whole)},
        ] if standing.key else []  # fmt: skip
        said = index_sentences(profile.place, standing, language)
        found.append({"title": standing.index, "sentences": said, "links": links})
    return found


def survey_sections(profile: TownProfile, slug: str, language: Language) -> list[Cell]:
    """Return what each survey tells of the town, with the way to the results of the wave; silent ones are left out."""
    return [
        {
            "title": told.title,
            "sentences": [said.in_language(language) for said in told.sentences],
            "links": [
                {"label": _("Results of the survey"), "url": reverse("survey_results", args=[slug, *keys])}
                for keys in ([told.survey_key, told.wave_key],)
                if all(keys)
            ],
        }
        for told in profile.surveys
        if told.sentences
    ]


def _standing_picture(
    topic: ProfileTopic, profile: TownProfile, slug: str | None, language: Language, *, cite: bool
) -> Cell:
    """Return the figures' places in the order of all municipalities as a picture beside the table of the figures."""
    ranked = [figure for figure in topic.figures if figure.among_all is not None]
    spec = standings_chart(ranked, language, width=None, labels=STANDING_LABELS) if ranked else None
    return {
        "id": f"standing-{topic.code.replace('_', '-')}",
        "level": 3,
        "title": words.PLACE_IN_RANK.in_language(language),
        "subtitle": _("The dot is %(place)s, the line across the median of: %(group)s")
        % {"place": profile.place.name.in_language(language), "group": profile.group.name.in_language(language)},
        "summary_hidden": describe(ranked, language),
        "spec": spec,
        "figures": _figures_table(topic, profile, slug, language, cite=cite),
    }


def _figures_table(
    topic: ProfileTopic, profile: TownProfile, slug: str | None, language: Language, *, cite: bool
) -> Cell:
    headings = figure_headings(language)
    columns = [
        {"label": heading, "kind": "number" if number in NUMBERS else "text"} for number, heading in enumerate(headings)
    ]
    rows = []
    for figure in topic.figures:
        texts = figure_cells(figure, language)
        cells: list[Cell] = [{"text": text, "missing": text == "–"} for text in texts]
        cells[0] = {
            "text": texts[0],
            "url": _indicator_url(figure, profile, slug) if slug else "",
            "note": figure_note(figure, language),
        }
        if cite and slug:
            cells.append(_cite_cell(figure, profile, slug, language))
        rows.append({"cells": cells})
    if cite:
        columns.append({"label": _("Reuse"), "kind": "actions"})
    return {
        "id": f"figures-{topic.code.replace('_', '-')}",
        "caption": topic.label.in_language(language),
        "caption_hidden": True,
        "columns": columns,
        "rows": rows,
        "stack": True,
    }


def _industries(topic: ProfileTopic, language: Language) -> Cell | None:
    """Return the table of jobs by industry with what its marks mean; None where the topic does not tell of it."""
    if topic.industries is None:
        return None
    table = printed(tables_of_towns.industry_table(topic.industries, language), "jobs-by-industry")
    return {"table": table | {"stack": True}, "note": words.PARTS_HIDDEN.in_language(language)}


def _indicator_url(figure: ProfileFigure, profile: TownProfile, slug: str) -> str:
    address = reverse("statistics_indicator", args=[slug, figure.series.indicator])
    return f"{address}?{urlencode({'place': profile.place.code})}"


def figure_note(figure: ProfileFigure, language: Language) -> str:
    """Return what stands under a figure's name: its unit, why there is no value or rank, what to know of the value."""
    unit = figure.series.unit
    parts = [] if unit.fi == PERCENT else [unit.in_language(language)]
    if figure.series.latest is None and figure.series.why_missing is not None:
        parts.append(figure.series.why_missing.in_language(language))
    parts += [
        lower_first(said.in_language(language)) for said in (figure.why_no_rank, figure.remark) if said is not None
    ]
    return "; ".join(part for part in parts if part)


def _cite_cell(figure: ProfileFigure, profile: TownProfile, slug: str, language: Language) -> Cell:
    """Return the way to save the newest value as a cited fact: the form of facts with everything filled in."""
    latest = figure.series.latest
    if latest is None or latest.value is None:
        return {"text": "", "actions": []}
    place = profile.place.name.in_language(language)
    note = next((each for each in profile.sources if each.id == (latest.source or figure.series.source)), None)
    source = ""
    if note is not None:
        named = (note.publisher.in_language(language), note.title.in_language(language), note.licence or "")
        source = ", ".join(part for part in named if part)
    values = {
        "name": f"{place}: {lower_first(figure.series.label.in_language(language))}",
        "value": write_plain(latest.value, figure.series.decimals, language),
        "unit": figure.series.unit.in_language(language),
        "period": latest.period,
        "origin": "derived" if figure.series.formula is not None else "stated",
        "municipality": profile.place.code,
        "source_place": source,
    }
    address = f"{reverse('record_new', args=[slug, 'facts'])}?{urlencode(values)}"
    way = {"label": _("Save as a cited fact"), "url": address, "style": "quiet", "small": True}
    return {"text": "", "actions": [way]}


def _chart(figure: ProfileFigure, profile: TownProfile, language: Language) -> Cell | None:
    series = figure.series
    drawn = figure_chart(series, profile.place.name, language, width=CHART_WIDTH, height=CHART_HEIGHT)
    if drawn is None:
        return None
    return {
        "id": f"chart-{series.indicator.replace('_', '-')}",
        "level": 3,
        "title": finding(series).in_language(language),
        "subtitle": drawn.measure,
        "spec": drawn.spec,
        "table": printed(tables.series_over_time(series, profile.place.name, language), f"table-{series.indicator}"),
    }
