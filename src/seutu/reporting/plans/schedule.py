"""Work packages by quarter as a printed table: a filled cell where a package goes on, and its days in words beside it.

Not for the chart of the page of a project (``project_page``), or for the pages on screen.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from seutu.core.figures import write_date
from seutu.core.funding.project_pages import Stage
from seutu.core.programmes.schedules import quarters
from seutu.core.programmes.timelines import TooLongError, timeline_of
from seutu.core.text import Language
from seutu.reporting.documents import Block, Column, Paragraph, Table
from seutu.reporting.plans import page_words as say
from seutu.reporting.plans.printing import period_text

FILLED: Final = "■"
ACROSS: Final = 8
"""Quarters side by side: two years. Longer projects get a table for every two years."""
Quarter = tuple[int, int]


def schedule_blocks(stages: Sequence[Stage], language: Language) -> list[Block]:
    """Return the stages by quarter, or why there is nothing to draw; nothing where there are no stages."""
    days = [day for stage in stages if stage.start and stage.end for day in (stage.start, stage.end)]
    try:
        timeline = timeline_of(days)
    except TooLongError as error:
        first, last = (write_date(day, language) for day in (error.first, error.last))
        return [Paragraph(say.TOO_LONG.filled(first=first, last=last).in_language(language), "notice")]
    if timeline is None:
        return [Paragraph(say.NO_SCHEDULE.in_language(language), "note")] if stages else []
    return [_table(stages, part, language) for part in _parts(timeline.quarters)]


def _parts(every: Sequence[Quarter]) -> Iterator[Sequence[Quarter]]:
    yield from (every[start : start + ACROSS] for start in range(0, len(every), ACROSS))


def _table(stages: Sequence[Stage], part: Sequence[Quarter], language: Language) -> Table:
    first, last = part[0][0], part[-1][0]
    years = str(first) if first == last else f"{first}–{last}"
    columns = (
        Column(say.PACKAGE.in_language(language), share=9),
        Column(say.DAYS.in_language(language), share=6),
        *(Column(heading, share=2 if heading.startswith("Q") else 3) for heading in _headings(part)),
    )
    caption = f"{say.SCHEDULE.in_language(language)} {years}"
    return Table(caption, columns, tuple(_row(stage, part, language) for stage in stages))


def _headings(part: Sequence[Quarter]) -> Iterator[str]:
    """Yield the quarters, each with its year where a year begins."""
    before = 0
    for year, quarter in part:
        yield f"Q{quarter}" if year == before else f"{year} Q{quarter}"
        before = year


def _row(stage: Stage, part: Sequence[Quarter], language: Language) -> tuple[str, ...]:
    going = set(quarters(stage.start, stage.end)) if stage.start and stage.end else set()
    cells = (FILLED if each in going else "" for each in part)
    return (f"{stage.number} {stage.name}".strip(), period_text((stage.start, stage.end), language) or "–", *cells)
