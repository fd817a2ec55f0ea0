"""The catalogue: every indicator and source by id, and the formula of a rate in words.

Pure: built from records. ``seutu.rules.statistics.catalogue`` gives the one that comes with the product.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from seutu.core.statistics.records import Change, Indicator, Ratio, SourceRecord
from seutu.core.text import LANGUAGES, Language, Text


class UnknownIndicator(LookupError):
    """No indicator of that id."""

    def __init__(self, indicator: str) -> None:
        super().__init__(f"no indicator {indicator!r}")
        self.indicator = indicator
        self.message = Text(
            fi=f"Mittaria {indicator} ei ole. Katso mittarien luettelo.",
            sv=f"Indikatorn {indicator} finns inte. Se förteckningen över indikatorer.",
            en=f"There is no indicator {indicator}. See the list of indicators.",
        )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Indicators and sources by id."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    sources: Mapping[str, SourceRecord] = field(default_factory=dict)

    def indicator(self, indicator: str) -> Indicator:
        """Return the indicator. Raises ``UnknownIndicator``."""
        try:
            return self.indicators[indicator]
        except KeyError:
            raise UnknownIndicator(indicator) from None

    def with_parts(self, indicators: Iterable[str]) -> tuple[str, ...]:
        """Return the ids and the numerators and denominators of their ratios, each once, in order."""
        found: dict[str, None] = {}
        for name in indicators:
            ratio = self.indicator(name).ratio
            found[name] = None
            if ratio is not None:
                found |= {ratio.numerator: None, ratio.denominator: None}
        return tuple(found)

    def formula(self, indicator: str) -> Text | None:
        """Return how the figure is computed, in words; ``None`` if the source publishes it as it is."""
        known = self.indicator(indicator)
        if known.formula is None and known.change is not None:
            return self._change_in_words(known.change)
        if known.formula is not None or known.ratio is None:
            return known.formula
        ratio = known.ratio
        return Text(**{language: self._ratio_in_words(ratio, language) for language in LANGUAGES})

    def _change_in_words(self, change: Change) -> Text:
        what, years = self.indicator(change.of).label, change.years
        ago = {"fi": f"{years} vuotta sitten", "sv": f"för {years} år sedan", "en": f"{years} years ago"}
        if years == 1:
            ago = {"fi": "vuosi sitten", "sv": "för ett år sedan", "en": "a year ago"}
        said = {}
        for language in LANGUAGES:
            then = f"{what.in_language(language).lower()} {ago[language]}"
            now = what.in_language(language).lower()
            said[language] = f"100 × ({now} − {then}) / {then}" if change.relative else f"{now} − {then}"
        return Text(**said)

    def _ratio_in_words(self, ratio: Ratio, language: Language) -> str:
        top, bottom = (
            self.indicator(part).label.in_language(language).lower() for part in (ratio.numerator, ratio.denominator)
        )
        scale = "" if ratio.scale == 1 else f"{ratio.scale:g} × "
        offset = f" − {-ratio.offset:g}" if ratio.offset < 0 else f" + {ratio.offset:g}" if ratio.offset else ""
        return f"{scale}{top} / {bottom}{offset}"
