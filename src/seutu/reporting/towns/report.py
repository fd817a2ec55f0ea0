"""A town's statistical report and a group's joint report as documents. Printing is in ``reporting.documents``.

Every chart stands with its table; nothing is computed here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from seutu.core.charts import figure_chart
from seutu.core.charts.standings import describe, standings_chart
from seutu.core.figures import write_date, write_number
from seutu.core.situation import finding
from seutu.core.situation.sources import SourceNote
from seutu.core.statistics.index_sentences import index_sentences, interval_notes
from seutu.core.statistics.industry_change import industry_sentence
from seutu.core.statistics.profile import PeerGroup, ProfileFigure, ProfileTopic, TownProfile
from seutu.core.statistics.profile_sentences import (
    KEY_OF_MARKS,
    NO_INTERVALS,
    division_sentence,
    figure_sentence,
    group_sentence,
    lead_of,
)
from seutu.core.surveys.town_sentences import SURVEY_NOTE
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Chart, Document, Heading, Items, PageBreak, Paragraph, SideBySide
from seutu.reporting.situation.tables import series_over_time
from seutu.reporting.towns import tables, words

STANDING_WIDTH: Final = 460
STANDING_LABELS: Final = 210
TREND_WIDTH: Final = 340
TREND_HEIGHT: Final = 170
TREND_ROWS: Final = 8
COLUMNS: Final = 5
"""How many figures stand side by side in a table of towns on an upright A4."""


def town_report(profile: TownProfile, language: Language) -> Document:
    """Return the report of one town."""
    blocks: list[Block] = [Paragraph(lead_of(profile).in_language(language), "lead")]
    if profile.age_notice is not None:
        blocks.append(Paragraph(profile.age_notice.in_language(language), "notice"))
    blocks += _indices(profile, language)
    blocks += _surveys(profile, language)
    for topic in profile.topics:
        blocks += _topic(topic, profile, language)
    read = [division_sentence(profile), group_sentence(profile.group), words.RANK_NOTE, NO_INTERVALS, KEY_OF_MARKS]
    blocks += _reading(read, language)
    blocks += _sources(profile.sources, language)
    day, name = write_date(profile.at, language), profile.place.name.in_language(language)
    around = [each.in_language(language) for each in (profile.place.sub_region, profile.place.region) if each]
    return Document(
        title=name,
        kicker=f"{words.REPORT.in_language(language)} · {day}",
        subtitle=" · ".join(around),
        foot=words.MADE.in_language(language).format(day) + f" · {name}",
        at=profile.at,
        language=language,
        blocks=tuple(blocks),
    )


def _indices(profile: TownProfile, language: Language) -> list[Block]:
    """Return the town's standings in indices, nothing where no index ranks it."""
    if not profile.indices:
        return []
    blocks: list[Block] = [Heading(words.INDEX.in_language(language))]
    for found in profile.indices:
        blocks += [Heading(found.index, 2), Items(index_sentences(profile.place, found, language))]
    return [*blocks, *(Paragraph(each.in_language(language), "note") for each in interval_notes(profile.indices))]


def _surveys(profile: TownProfile, language: Language) -> list[Block]:
    """Return what surveys tell of the town, nothing where none asks of it."""
    if not profile.surveys:
        return []
    blocks: list[Block] = [Heading(words.SURVEYS.in_language(language))]
    for told in profile.surveys:
        blocks += [Heading(told.title, 2), Items(tuple(each.in_language(language) for each in told.sentences))]
    return [*blocks, Paragraph(SURVEY_NOTE.in_language(language), "note")]


def _topic(topic: ProfileTopic, profile: TownProfile, language: Language) -> list[Block]:
    leads = [figure for figure in topic.figures if figure.leads]
    said = tuple(figure_sentence(profile.place, figure, profile.group).in_language(language) for figure in leads)
    blocks: list[Block] = [Heading(topic.label.in_language(language))]
    if said:
        blocks.append(Items(said))
    blocks.append(tables.topic_table(topic, language))
    notes = [note for figure in topic.figures if (note := _note(figure, language))]
    blocks += [Paragraph(" ".join(notes), "note")] if notes else []
    blocks += _standing(topic.figures, profile, language)
    blocks += _industries(topic, profile, language)
    drawn = next((each for figure in leads if (each := _trend(figure, profile, language)) is not None), None)
    return [*blocks, *drawn] if drawn else blocks


def _industries(topic: ProfileTopic, profile: TownProfile, language: Language) -> list[Block]:
    """Return how jobs changed by industry, nothing where the topic does not tell of it."""
    found = topic.industries
    if found is None:
        return []
    said = industry_sentence(profile.place, found).in_language(language)
    table = tables.industry_table(found, language)
    return [Items((said,)), table, Paragraph(words.PARTS_HIDDEN.in_language(language), "note")]


def _note(figure: ProfileFigure, language: Language) -> str:
    """Return what has to be known of a figure: why it is missing or has no rank, what its newest value is of."""
    label = figure.series.label.in_language(language)
    missing = figure.series.why_missing if figure.series.latest is None else None
    parts = [said.in_language(language) for said in (missing, figure.why_no_rank, figure.remark) if said is not None]
    return f"{label}: {'; '.join(parts)}." if parts else ""


def _standing(figures: Sequence[ProfileFigure], profile: TownProfile, language: Language) -> list[Block]:
    ranked = [figure for figure in figures if figure.among_all is not None]
    if not ranked:
        return []
    spec = standings_chart(ranked, language, width=STANDING_WIDTH, labels=STANDING_LABELS)
    name, group = profile.place.name.in_language(language), profile.group.name.in_language(language)
    caption = (
        f"{words.PLACE_IN_RANK.in_language(language)}. {words.STANDING_KEY.in_language(language).format(name, group)}"
    )
    return [Chart(spec, caption, describe(ranked, language))]


def _trend(figure: ProfileFigure, profile: TownProfile, language: Language) -> list[Block] | None:
    """Return the figure over time beside its table; None where there is nothing to draw."""
    name = profile.place.name
    drawn = figure_chart(figure.series, name, language, width=TREND_WIDTH, height=TREND_HEIGHT)
    if drawn is None:
        return None
    table = series_over_time(figure.series, name, language, rows=TREND_ROWS)
    heading = Heading(finding(figure.series).in_language(language), 2)
    return [heading, SideBySide(Chart(drawn.spec, drawn.measure, drawn.spec["description"]), table)]


def _reading(said: Sequence[Text], language: Language) -> list[Block]:
    return [
        Heading(words.HOW_TO_READ.in_language(language)),
        Items(tuple(each.in_language(language) for each in said)),
    ]


def _sources(sources: Sequence[SourceNote], language: Language) -> list[Block]:
    return [Heading(words.SOURCES.in_language(language)), tables.source_table(sources, language)] if sources else []


def joint_report(profiles: Sequence[TownProfile], group: PeerGroup, at: date, language: Language) -> Document:
    """Return the joint report: the towns side by side, and a page for each of them."""
    whole = {profile.place.code for profile in profiles} == set(group.members)
    name = (group.name if whole else words.CHOSEN_TOWNS).in_language(language)
    day = write_date(at, language)
    blocks: list[Block] = [Heading(words.SUMMARY.in_language(language))]
    blocks += _side_by_side(profiles, language)
    blocks.append(Paragraph(words.RANK_NOTE.in_language(language), "note"))
    for profile in profiles:
        blocks += _town_page(profile, language)
    blocks.append(PageBreak())
    ranked = interval_notes([each for profile in profiles for each in profile.indices])
    blocks += _reading([group_sentence(group), words.RANK_NOTE, *ranked, NO_INTERVALS, KEY_OF_MARKS], language)
    every = {note.id: note for profile in profiles for note in profile.sources}
    blocks += _sources(tuple(every.values()), language)
    return Document(
        title=name,
        kicker=f"{words.JOINT_REPORT.in_language(language)} · {day}",
        subtitle=words.TOWNS.in_language(language).format(write_number(len(profiles), language)),
        foot=words.MADE.in_language(language).format(day) + f" · {name}",
        at=at,
        language=language,
        blocks=tuple(blocks),
    )


def _side_by_side(profiles: Sequence[TownProfile], language: Language) -> list[Block]:
    """Return the leading figures of every topic in tables of ``COLUMNS`` figures."""
    names = list(dict.fromkeys(figure.series.indicator for each in profiles for figure in each.figures if figure.leads))
    parts = [names[start : start + COLUMNS] for start in range(0, len(names), COLUMNS)]
    return [tables.side_by_side(profiles, part, language) for part in parts]


def _town_page(profile: TownProfile, language: Language) -> list[Block]:
    leads = [figure for figure in profile.figures if figure.leads]
    said = tuple(figure_sentence(profile.place, figure, profile.group).in_language(language) for figure in leads)
    notes = [division_sentence(profile).in_language(language)] if profile.merged else []
    indices = [" ".join(index_sentences(profile.place, found, language)) for found in profile.indices]
    return [
        PageBreak(),
        Heading(profile.place.name.in_language(language)),
        *(Paragraph(text) for text in indices),
        Items(said),
        *_standing(leads, profile, language),
        *(Paragraph(text, "note") for text in notes),
    ]
