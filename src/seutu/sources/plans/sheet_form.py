"""The form of a plan in a workbook: its sheets, their columns and the words of its cells, in the three languages.

Read and written by the same words. Not for reading cells (``sheet_cells``), or for writing them (``reporting.plans``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from seutu.core.funding.plan_words import COST_KINDS, FUNDING_KINDS, ROLES, WAYS
from seutu.core.text import Language, Text

ColumnUse = Literal["text", "choice", "amount", "percentage", "number"]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the name of what it holds, its header, and the unit that the header adds in brackets.

    Figures of a column that is not ``added`` have no total.
    """

    key: str
    label: Text
    use: ColumnUse = "text"
    unit: str = ""
    choices: tuple[Text, ...] = ()
    needed: bool = False
    added: bool = True

    def header(self, language: Language) -> str:
        """Return the header text, as ``Määrä (€)``."""
        label = self.label.in_language(language)
        return f"{label} ({self.unit})" if self.unit else label

    @property
    def is_figure(self) -> bool:
        """Return whether the cells of the column are figures."""
        return self.use in {"amount", "percentage", "number"}

    @property
    def has_total(self) -> bool:
        """Return whether the figures of the column are added up."""
        return self.is_figure and self.added


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A sheet. ``name_key`` is the column that names a row, and ``code_key`` the one that every true row fills."""

    key: str
    title: Text
    columns: tuple[SheetColumn, ...]
    name_key: str
    code_key: str | None = None
    with_years: bool = False


_LABEL: Final = SheetColumn("label", Text(fi="Nimike", sv="Benämning", en="Item"), needed=True)
_KIND: Final = Text(fi="Laji", sv="Slag", en="Kind")
_AMOUNT: Final = SheetColumn("amount", Text(fi="Määrä", sv="Belopp", en="Amount"), "amount", "€", needed=True)
_ASKED: Final = (
    SheetColumn("applied", Text(fi="Haettu", sv="Sökt", en="Applied"), "amount", "€"),
    SheetColumn("rejected", Text(fi="Hylätty", sv="Avslaget", en="Rejected"), "amount", "€"),
)
_PARTNER: Final = SheetColumn("partner", Text(fi="Kumppani", sv="Partner", en="Partner"))
_NAME: Final = SheetColumn("name", Text(fi="Nimi", sv="Namn", en="Name"), needed=True)

_CALCULATION: Final = (
    SheetColumn(
        "calculation",
        Text(fi="Laskutapa", sv="Beräkningssätt", en="Way of working out"),
        "choice",
        choices=tuple(WAYS.values()),
    ),
    SheetColumn("quantity", Text(fi="Yksikkömäärä", sv="Antal enheter", en="Quantity"), "number", added=False),
    SheetColumn("unit", Text(fi="Yksikkö", sv="Enhet", en="Unit")),
    SheetColumn(
        "unit_price",
        Text(fi="Palkka tai yksikköhinta", sv="Lön eller enhetspris", en="Pay or unit price"),
        "amount",
        "€",
        added=False,
    ),
    SheetColumn(
        "work_share",
        Text(fi="Osuus työajasta", sv="Andel av arbetstiden", en="Share of working time"),
        "percentage",
        "%",
        added=False,
    ),
    SheetColumn(
        "side_costs", Text(fi="Sivukulut", sv="Lönebikostnader", en="Side costs"), "percentage", "%", added=False
    ),
)

FACTS: Final = SheetForm(
    "facts",
    Text(fi="Perustiedot", sv="Grunduppgifter", en="Plan facts"),
    (
        SheetColumn("fact", Text(fi="Tieto", sv="Uppgift", en="Fact"), needed=True),
        SheetColumn("value", Text(fi="Arvo", sv="Värde", en="Value"), "amount", needed=True),
    ),
    "fact",
)
COSTS: Final = SheetForm(
    "costs",
    Text(fi="Kustannukset", sv="Kostnader", en="Costs"),
    (
        _LABEL,
        SheetColumn("kind", _KIND, "choice", choices=tuple(COST_KINDS.values()), needed=True),
        _AMOUNT,
        *_ASKED,
        _PARTNER,
        *_CALCULATION,
    ),
    "label",
    "kind",
    with_years=True,
)
FUNDING: Final = SheetForm(
    "funding",
    Text(fi="Rahoitus", sv="Finansiering", en="Funding"),
    (
        _LABEL,
        SheetColumn("kind", _KIND, "choice", choices=tuple(FUNDING_KINDS.values()), needed=True),
        _AMOUNT,
        *_ASKED,
        SheetColumn("share", Text(fi="Osuus", sv="Andel", en="Share"), "percentage", "%"),
        _PARTNER,
    ),
    "label",
    "kind",
)
PACKAGES: Final = SheetForm(
    "packages",
    Text(fi="Työpaketit", sv="Arbetspaket", en="Work packages"),
    (
        SheetColumn("number", Text(fi="Numero", sv="Nummer", en="Number"), needed=True),
        _NAME,
        SheetColumn("person_months", Text(fi="Henkilötyökuukaudet", sv="Personmånader", en="Person-months"), "number"),
        SheetColumn("purchases", Text(fi="Ostopalvelut", sv="Köpta tjänster", en="Purchases"), "amount", "€"),
    ),
    "name",
    "number",
)
PARTNERS: Final = SheetForm(
    "partners",
    Text(fi="Kumppanit", sv="Partner", en="Partners"),
    (
        _NAME,
        SheetColumn(
            "role", Text(fi="Rooli", sv="Roll", en="Role"), "choice", choices=tuple(ROLES.values()), needed=True
        ),
        SheetColumn("total", Text(fi="Budjetti", sv="Budget", en="Budget"), "amount", "€"),
    ),
    "name",
    "role",
)
SHEETS: Final = (FACTS, COSTS, FUNDING, PACKAGES, PARTNERS)

FACT_NAMES: Final[Mapping[str, Text]] = {
    "title": Text(fi="Hankkeen nimi", sv="Projektets namn", en="Project title"),
    "legal_basis": Text(fi="Säädösperusta", sv="Rättslig grund", en="Legal basis"),
    "fund": Text(fi="Rahasto", sv="Fond", en="Fund"),
    "cost_model": Text(fi="Kustannusmalli", sv="Kostnadsmodell", en="Cost model"),
    "start": Text(fi="Alkaa", sv="Börjar", en="Starts"),
    "end": Text(fi="Päättyy", sv="Slutar", en="Ends"),
    "total": Text(fi="Kustannusarvio yhteensä (€)", sv="Kostnadskalkylen totalt (€)", en="Budget in total (€)"),
    "funding_total": Text(
        fi="Rahoitussuunnitelma yhteensä (€)", sv="Finansieringsplanen totalt (€)", en="Funding plan in total (€)"
    ),
}
EARLIER_NAMES: Final[Mapping[str, Text]] = {"legal_basis": Text.same("Oikeusperusta")}
"""What a fact was called in workbooks that were written before."""

BLANK: Final = Text(fi="(tyhjä)", sv="(tom)", en="(blank)")
"""Marks a figure whose row the plan leaves empty, where an empty cell says that there is no such row."""
NONE: Final = Text(fi="(ei ole)", sv="(finns inte)", en="(none)")
"""Marks a year that a cost line does not have, where an empty cell is a year left empty."""
COMPUTED: Final = Text(fi="Yhteensä (laskettu)", sv="Totalt (beräknat)", en="In total (computed)")
YEARS_COMPUTED: Final = Text(
    fi="Vuodet yhteensä (laskettu)", sv="Åren totalt (beräknat)", en="Years in total (computed)"
)
YEAR_NAMED: Final = Text(fi="Vuosi: {year}", sv="År: {year}", en="Year: {year}")
"""The header of a year that is written otherwise than with four digits."""
