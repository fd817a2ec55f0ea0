"""What has changed since a monitoring report was kept: its figures and lists beside those of the live data.

Not for histories of single records, which the activity log holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seutu.core.figures import Amount, write_number
from seutu.core.figures.units import EUR
from seutu.core.programmes.monitoring import (
    AppropriationLine,
    CostLine,
    IndicatorLine,
    MonitoringReport,
    ProjectLine,
    StateLine,
)
from seutu.core.programmes.monitoring_sentences import amount as written_amount
from seutu.core.text import Language, Text

DASH: Final = "–"
LISTS: Final[dict[str, Text]] = {
    "under_way": Text(fi="käynnissä vuoden aikana", sv="pågick under året", en="under way in the year"),
    "continuing": Text(fi="jatkuvat", sv="fortsätter", en="continuing"),
    "new": Text(fi="uudet", sv="nya", en="new"),
    "in_preparation": Text(fi="valmistelussa", sv="under beredning", en="in preparation"),
}
IN_LIST: Final = Text(fi="kuuluu joukkoon", sv="hör till", en="belongs here")
NOT_IN_LIST: Final = Text(fi="ei kuulu joukkoon", sv="hör inte till", en="does not belong here")
REVIEWED: Final = Text(
    fi="YK:n tavoitteiden arviointi", sv="bedömning mot FN:s mål", en="review against the UN's goals"
)
GOAL: Final = Text(fi="hyötytavoite", sv="nyttomål", en="benefit goal")
THERE: Final = Text(fi="on ohjelmassa", sv="finns i programmet", en="is in the programme")
NOT_THERE: Final = Text(fi="ei ole ohjelmassa", sv="finns inte i programmet", en="is not in the programme")
PLANNED: Final = Text(fi="suunniteltu", sv="planerat", en="planned")
USED: Final = Text(fi="käytetty", sv="använt", en="used")


@dataclass(frozen=True, slots=True)
class ReportChange:
    """One thing that differs: what it is of, what it is, how it stood when kept, how it stands now."""

    subject: str
    what: Text
    kept: Text
    now: Text


def changes_between(kept: MonitoringReport, live: MonitoringReport) -> tuple[ReportChange, ...]:
    """Return what differs, in the order of the chapters. Words that people wrote are not compared."""
    return tuple(_changes(kept, live))


def _changes(kept: MonitoringReport, live: MonitoringReport) -> Iterator[ReportChange]:
    yield from _membership(
        GOAL, THERE, NOT_THERE, [each.name for each in kept.goals], [each.name for each in live.goals]
    )
    for name, label in LISTS.items():
        yield from _projects(label, getattr(kept, name), getattr(live, name))
    yield from _indicators(kept.indicators, live.indicators)
    before, after = kept.review, live.review
    if before != after:
        told = [Text.same(f"{each.judged} / {each.pairs}") for each in (before, after)]
        yield ReportChange("", REVIEWED, *told)
    yield from _appropriations(kept.appropriations, live.appropriations)
    yield from _costs(kept.costs, live.costs)


def _membership(
    what: Text, there: Text, gone: Text, kept: Iterable[str], live: Iterable[str]
) -> Iterator[ReportChange]:
    before, after = dict.fromkeys(kept), dict.fromkeys(live)
    for name in dict.fromkeys([*before, *after]):
        if (name in before) != (name in after):
            yield ReportChange(name, what, there if name in before else gone, there if name in after else gone)


def _projects(label: Text, kept: Iterable[ProjectLine], live: Iterable[ProjectLine]) -> Iterator[ReportChange]:
    before, after = {each.id: each.name for each in kept}, {each.id: each.name for each in live}
    for key in dict.fromkeys([*before, *after]):
        if (key in before) != (key in after):
            name = after.get(key) or before[key]
            told = (IN_LIST, NOT_IN_LIST) if key in before else (NOT_IN_LIST, IN_LIST)
            yield ReportChange(name, label, *told)


def _indicators(kept: Iterable[IndicatorLine], live: Iterable[IndicatorLine]) -> Iterator[ReportChange]:
    before, after = {each.id: each for each in kept}, {each.id: each for each in live}
    for key in dict.fromkeys([*before, *after]):
        told = [_indicator(each.get(key)) for each in (before, after)]
        if told[0] != told[1]:
            line = after.get(key) or before[key]
            yield ReportChange(line.name, Text(fi="mittari", sv="indikator", en="indicator"), *told)


def _indicator(line: IndicatorLine | None) -> Text:
    if line is None or (line.value is None and not line.told):
        return Text.same(DASH)
    value = line.value
    if value is None:
        return Text.same(line.told)

    def written(language: Language) -> str:
        return " ".join(part for part in (write_number(value, language), line.unit) if part)

    return Text.same("{value}").filled(value=written)


def _appropriations(kept: Iterable[AppropriationLine], live: Iterable[AppropriationLine]) -> Iterator[ReportChange]:
    before, after = {each.id: each for each in kept}, {each.id: each for each in live}
    for key in dict.fromkeys([*before, *after]):
        first, second = before.get(key), after.get(key)
        line = second or first
        if line is None:
            continue
        name = f"{line.name} {line.year}"
        label = Text(fi="määräraha", sv="anslag", en="appropriation")
        yield from _amounts(name, label, first.amount if first else None, second.amount if second else None)
        states = {each.state: each.state for found in (first, second) if found for each in found.states}
        for state in states:
            yield from _amounts(name, state, _total(first, state), _total(second, state))


def _total(line: AppropriationLine | None, state: Text) -> Amount | None:
    found: list[StateLine] = [each for each in (line.states if line else ()) if each.state == state]
    return found[0].total if found else None


def _amounts(name: str, label: Text, kept: Amount | None, now: Amount | None) -> Iterator[ReportChange]:
    if kept != now:
        told = [Text.same("{a}").filled(a=written_amount(each)) for each in (kept, now)]
        yield ReportChange(name, label, *told)


def _costs(kept: Iterable[CostLine], live: Iterable[CostLine]) -> Iterator[ReportChange]:
    before, after = {each.project: each for each in kept}, {each.project: each for each in live}
    for name in dict.fromkeys([*before, *after]):
        first, second = before.get(name, CostLine(name)), after.get(name, CostLine(name))
        for label, old, new in ((PLANNED, first.planned, second.planned), (USED, first.used, second.used)):
            if old != new:
                yield from _amounts(name, label, _euros(old), _euros(new))


def _euros(value: Decimal | None) -> Amount | None:
    return None if value is None else Amount(value, EUR)
