"""What the store gives back: figures with their source and formula, and the report of a load."""

from dataclasses import dataclass
from typing import Any

from seutu.core.statistics import Catalogue, Indicator, SourceRecord, Status, describe_status
from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with everything that a person needs to trust it.

    ``value`` is ``None`` when there is none, and then ``reason`` says why. ``sources`` has two records when the
    numerator and the denominator come from different ones.
    """

    indicator: Indicator
    place_kind: str
    place: str
    period: str | None
    value: float | None
    status: str
    sources: tuple[SourceRecord, ...] = ()
    breakdown: str = ""
    formula: Text | None = None
    reason: Text | None = None

    @property
    def status_text(self) -> Text:
        """Return what the status means."""
        return describe_status(self.status)

    def as_dict(self) -> dict[str, object]:
        """Return the plain form of a figure: texts in every language, dates as ISO text, nothing rounded."""
        return {
            "indicator": self.indicator.id,
            "label": self.indicator.label.as_dict(),
            "unit": self.indicator.unit.as_dict(),
            "place_kind": self.place_kind,
            "place": self.place,
            "period": self.period,
            "breakdown": self.breakdown,
            "value": self.value,
            "status": str(self.status),
            "status_text": self.status_text.as_dict(),
            "sources": [
                {
                    "name": source.name,
                    "licence": source.licence,
                    "retrieved": source.retrieved.isoformat() if source.retrieved else None,
                    "url": source.url,
                }
                for source in self.sources
            ],
            "formula": self.formula.as_dict() if self.formula else None,
            "reason": self.reason.as_dict() if self.reason else None,
        }


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: ``rows = created + changed + unchanged``; ``removed`` are no longer in the source."""

    source: str
    rows: int
    created: int
    changed: int
    unchanged: int
    removed: int

    def as_dict(self) -> dict[str, int | str]:
        """Return the form of the JSON report."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many ``places`` of a kind have a value of an indicator in a period; ``wholes`` have it not only in parts."""

    indicator: str
    place_kind: str
    period: str
    places: int
    wholes: int


def why_unpublished(places: int, found: int) -> Text:
    """Say why an area has no sum."""
    return Text(
        fi=f"Luku puuttuu {places - found} kunnalta alueen {places} kunnasta, eikä lähde julkaise koko alueen lukua.",
        sv=f"Talet saknas för {places - found} av områdets {places} kommuner, och källan har inget tal för området.",
        en=f"The value is missing for {places - found} of the {places} municipalities, and the source has none "
        "for the area.",
    )


def why_not_computable() -> Text:
    """Say why an area has no rate."""
    return Text(
        fi="Osuutta ei voi laskea alueelle: osoittajaa ja nimittäjää ei ole, eikä lähde julkaise alueen lukua.",
        sv="Andelen kan inte räknas ut för området: täljaren och nämnaren saknas och källan har inget tal för området.",
        en="The rate cannot be computed for the area: there is no numerator and denominator, nor a published value.",
    )


def nothing_known(indicator: Indicator, kind: str, code: str) -> Figure:
    """Return the empty figure of a place that the store has nothing of."""
    reason = Text(
        fi="Tälle alueelle ei ole lukua.",
        sv="Det finns inget tal för det här området.",
        en="There is no value for this place.",
    )
    return Figure(indicator, kind, code, None, None, Status.NOT_PUBLISHED, reason=reason)


def figure_of(row: dict[str, Any], known: Catalogue) -> Figure:
    """Return the figure of a row of the store: a column each, sources joined with ``|``."""
    indicator = known.indicator(row["indicator"])
    computed = row["status"] in {Status.RECOMPUTED, Status.AREA_SUM, Status.INCOMPLETE}
    sources = (known.sources.get(name) for name in dict.fromkeys(row["source"].split("|")))
    return Figure(
        indicator=indicator,
        place_kind=row["place_kind"],
        place=row["place"],
        period=row["period"],
        value=row["value"],
        status=row["status"],
        sources=tuple(source for source in sources if source is not None),
        breakdown=row["breakdown"],
        formula=known.formula(indicator.id) if computed or indicator.formula else None,
    )
