"""Jobs of a place by industry at two ends of a period: which industries grew, which shrank, and how that is said.

Not for the industries that a place is specialised in, nor for reading the figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.figures import write_number
from seutu.core.situation.inflection import genitive_fi, locative_fi, locative_sv
from seutu.core.situation.places import PlaceHead
from seutu.core.situation.writing import lower_first, write_with_unit
from seutu.core.statistics.status import Status
from seutu.core.text import Language, Text

NAMED: Final = 2
NOTHING: Final = "–"
HIDDEN: Final = ".."
ALL: Final = ""
ALL_INDUSTRIES: Final = Text(fi="Kaikki toimialat", sv="Alla näringsgrenar", en="All industries")
PARTIAL: Final = frozenset({Status.NOT_PUBLISHED, Status.INCOMPLETE, Status.FORMER_EXTENT})


@dataclass(frozen=True, slots=True)
class IndustryCount:
    """Jobs in one year: ``value`` is None where the source has none; ``whole``: nothing of it is hidden or left out."""

    value: float | None
    status: str

    @property
    def whole(self) -> bool:
        """Tell whether the count can be set against another year's."""
        return self.value is not None and self.status not in PARTIAL


@dataclass(frozen=True, slots=True)
class IndustryChange:
    """Jobs of one industry at the two ends."""

    code: str
    label: Text
    first: IndustryCount
    last: IndustryCount

    @property
    def difference(self) -> float | None:
        """Return last − first in jobs; None unless both counts are whole, as a hidden part would look like a change."""
        if not (self.first.whole and self.last.whole) or self.last.value is None or self.first.value is None:
            return None
        return self.last.value - self.first.value

    @property
    def relative(self) -> float | None:
        """Return (last − first) / first as a fraction; None without a difference or from zero."""
        difference = self.difference
        return difference / self.first.value if difference is not None and self.first.value else None


@dataclass(frozen=True, slots=True)
class IndustryChanges:
    """The industries between two years; ``rows`` by difference, the largest first, those without one last by code.

    ``total`` is of all industries together; an industry that is not known is in it and in no row.
    """

    start: str
    end: str
    rows: tuple[IndustryChange, ...]
    total: IndustryChange

    @property
    def told(self) -> tuple[IndustryChange, ...]:
        """Return the industries that have a difference."""
        return tuple(row for row in self.rows if row.difference is not None)


def comparable_years(sources: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the two ends to compare of ``sources`` (year → the source of its figures), None where there are none.

    Both are of one source, as another one may count otherwise: of those that have two years the one with the newest,
    its oldest and its newest year.
    """
    by_source: dict[str, list[str]] = {}
    for year, source in sources.items():
        by_source.setdefault(source, []).append(year)
    ends = [(min(years), max(years)) for years in by_source.values() if len(years) > 1]
    return max(ends, key=lambda each: (each[1], each[0]), default=None)


def industry_changes(
    counts: Mapping[str, Mapping[str, IndustryCount]], ends: tuple[str, str], labels: Mapping[str, Text]
) -> IndustryChanges | None:
    """Return the changes between two years of ``counts`` (year → industry → jobs, ``""`` for all industries).

    Only industries named in ``labels`` are there; one without a count at an end has no difference. None where no
    industry has a count.
    """
    start, end = ends
    absent = IndustryCount(None, Status.NOT_PUBLISHED)

    def change(code: str, label: Text) -> IndustryChange:
        return IndustryChange(code, label, counts[start].get(code, absent), counts[end].get(code, absent))

    rows = [change(code, label) for code, label in labels.items() if code in counts[start] or code in counts[end]]
    rows.sort(key=lambda row: (row.difference is None, -(row.difference or 0.0), row.code))
    return IndustryChanges(start, end, tuple(rows), change(ALL, ALL_INDUSTRIES)) if rows else None


def industry_sentence(place: PlaceHead, found: IndustryChanges) -> Text:
    """Say which industries grew and shrank most: at most two of each, and none that did not change.

    Where nothing can be compared, it says so.

    "Iisalmessa työpaikat lisääntyivät 2012–2016 eniten toimialalla rakentaminen (+19) ja vähenivät eniten …".
    """
    grown = [row for row in found.told if (row.difference or 0) > 0][:NAMED]
    shrunk = [row for row in reversed(found.told) if (row.difference or 0) < 0][:NAMED]
    years = f"{found.start}–{found.end}"
    if not found.told:
        return _unknown(place, years)
    return Text(
        fi=_finnish(place, years, grown, shrunk),
        sv=_swedish(place, years, grown, shrunk),
        en=_english(place, years, grown, shrunk),
    )


def _unknown(place: PlaceHead, years: str) -> Text:
    return Text(
        fi=f"{genitive_fi(place.name.fi) or f'{place.name.fi}:'} työpaikkojen muutosta {years} toimialoittain ei voi "
        "laskea, koska lähde salaa osan luvuista.",
        sv=f"Arbetsplatsernas förändring {years} efter näringsgren kan inte räknas {locative_sv(place.name.sv)}, "
        "eftersom källan döljer en del av talen.",
        en=f"In {place.name.en}, the change of jobs by industry in {years} cannot be worked out, as the source hides a "
        "part of the figures.",
    )


Rows = Sequence[IndustryChange]


def _finnish(place: PlaceHead, years: str, grown: Rows, shrunk: Rows) -> str:
    def within(rows: Rows) -> str:
        return f"{'toimialoilla' if len(rows) > 1 else 'toimialalla'} {_listed(rows, ' sekä ', 'fi')}"

    begun = f"{locative_fi(place.name.fi) or f'{place.name.fi}:'} työpaikat"
    if grown and shrunk:
        return f"{begun} lisääntyivät {years} eniten {within(grown)} ja vähenivät eniten {within(shrunk)}."
    if grown or shrunk:
        return f"{begun} {'lisääntyivät' if grown else 'vähenivät'} {years} eniten {within(grown or shrunk)}."
    return f"{begun} eivät lisääntyneet tai vähentyneet {years} millään toimialalla, jonka luvut tiedetään."


def _swedish(place: PlaceHead, years: str, grown: Rows, shrunk: Rows) -> str:
    up, down = _listed(grown, " samt ", "sv"), _listed(shrunk, " samt ", "sv")
    where = locative_sv(place.name.sv)
    begun = f"{where[:1].upper()}{where[1:]}"
    if grown and shrunk:
        return f"{begun} ökade arbetsplatserna {years} mest inom {up} och minskade mest inom {down}."
    if grown or shrunk:
        return f"{begun} {'ökade' if grown else 'minskade'} arbetsplatserna {years} mest inom {up or down}."
    return f"{begun} varken ökade eller minskade arbetsplatserna {years} inom någon näringsgren vars siffror är kända."


def _english(place: PlaceHead, years: str, grown: Rows, shrunk: Rows) -> str:
    up, down = _listed(grown, ", and in ", "en"), _listed(shrunk, ", and in ", "en")
    begun = f"In {place.name.en}, jobs"
    if grown and shrunk:
        return f"{begun} grew most in {up}, and fell most in {down}, in {years}."
    if grown or shrunk:
        return f"{begun} {'grew' if grown else 'fell'} most in {up or down} in {years}."
    return f"{begun} neither grew nor fell in {years} in any industry whose figures are known."


def _listed(rows: Rows, between: str, language: Language) -> str:
    """Return the industries with their differences, each by the first part of its name."""
    names = [lower_first(row.label.in_language(language).partition(";")[0]) for row in rows]
    return between.join(f"{name} ({write_difference(row, language)})" for name, row in zip(names, rows, strict=True))


def write_difference(row: IndustryChange, language: Language) -> str:
    """Return the difference with its sign, a dash where there is none."""
    if row.difference is None:
        return NOTHING
    return f"{_sign(row.difference)}{write_number(abs(round(row.difference)), language)}"


def write_relative(row: IndustryChange, language: Language) -> str:
    """Return the difference in per cent of the first year with its sign, a dash where there is none."""
    if row.relative is None:
        return NOTHING
    return f"{_sign(row.relative)}{write_with_unit(abs(100 * row.relative), Text.same('%'), 1, language)}"


def _sign(value: float) -> str:
    return "+" if value > 0 else "−" if value < 0 else ""


def write_count(count: IndustryCount, language: Language) -> str:
    """Return the jobs of a year; two dots for a hidden one, a greater-or-equal sign before one with hidden parts."""
    if count.value is None:
        return HIDDEN
    written = write_number(round(count.value), language)
    return f"≥\N{NO-BREAK SPACE}{written}" if count.status == Status.INCOMPLETE else written
