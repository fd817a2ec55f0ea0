"""Columns that many kinds of plans and money have: the project, the programme, money, person-months, a stretch of time.

Not for columns that every app has (``register.kinds.shared_columns``).
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from seutu.apps.records.sheets.columns import Choice, ChoiceColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Filter
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.funding.plans import HIGHEST_FIGURE
from seutu.core.text import Text

PROJECTS_GROUP: Final = Text(fi="Ohjelmat ja hankkeet", sv="Program och projekt", en="Programmes and projects")
WORK_GROUP: Final = Text(fi="Hankkeen työ", sv="Projektets arbete", en="Work of a project")
STEERING_GROUP: Final = Text(fi="Ohjaus ja mittarit", sv="Styrning och indikatorer", en="Steering and indicators")
MONEY_GROUP: Final = Text(fi="Raha", sv="Pengar", en="Money")
CALLS_GROUP: Final = Text(fi="Haut ja päätökset", sv="Utlysningar och beslut", en="Calls and decisions")
EUR: Final = Text.same("€")
PERCENT: Final = Text.same("%")
PERSON_MONTHS: Final = Text(fi="htkk", sv="pm", en="PM")
LONG_TEXT: Final = 20000
ENDS_FIRST: Final = Text(
    fi="Päättymispäivä on ennen alkamispäivää. Tarkista päivät.",
    sv="Slutdagen är före startdagen. Kontrollera dagarna.",
    en="The end is before the start. Check the days.",
)
PROJECT: Final = ReferenceColumn(
    name="project",
    kind="projects",
    label=Text(fi="hanke", sv="projekt", en="project"),
    synonyms=("hankkeen nimi", "projekti", "projektin nimi"),
    required=True,
    listed=True,
)
OPTIONAL_PROJECT: Final = ReferenceColumn(
    name="project",
    kind="projects",
    label=Text(fi="hanke", sv="projekt", en="project"),
    synonyms=("hankkeen nimi", "projekti", "projektin nimi"),
    listed=True,
)
PROGRAMME: Final = ReferenceColumn(
    name="programme",
    kind="programmes",
    label=Text(fi="kehitysohjelma", sv="utvecklingsprogram", en="development programme"),
    listed=True,
)
NUMBER: Final = TextColumn(
    name="number",
    label=Text(fi="numero", sv="nummer", en="number"),
    synonyms=("nro", "no", "nr"),
    listed=True,
    max_length=20,
)


def money(
    name: str, label: Text, *, told: Text | None = None, required: bool = False, listed: bool = False
) -> NumberColumn:
    """Return a column of euros: zero or more, to the cent. ``told`` is its help."""
    return NumberColumn(
        name=name,
        label=label,
        help=told,
        unit=EUR,
        decimals=2,
        minimum=Decimal(0),
        maximum=HIGHEST_FIGURE,
        required=required,
        listed=listed,
    )


def percentage(
    name: str, label: Text, *, decimals: int, told: Text | None = None, listed: bool = False
) -> NumberColumn:
    """Return a column of per cents, from zero to a hundred. ``told`` is its help."""
    return NumberColumn(
        name=name,
        label=label,
        help=told,
        unit=PERCENT,
        decimals=decimals,
        minimum=Decimal(0),
        maximum=Decimal(100),
        listed=listed,
    )


def person_months(name: str = "person_months") -> NumberColumn:
    """Return a column of person-months."""
    return NumberColumn(
        name=name,
        label=Text(fi="henkilötyökuukaudet", sv="personmånader", en="person-months"),
        unit=PERSON_MONTHS,
        synonyms=("htkk", "hlötkk", "htyökk", "personmånad", "pm"),
        decimals=2,
        minimum=Decimal(0),
        maximum=Decimal(999_999),
        listed=True,
    )


def actor(
    name: str, label: Text, *, required: bool = False, listed: bool = False, told: Text | None = None
) -> ReferenceColumn:
    """Return a column that points to an actor in some part."""
    return ReferenceColumn(name=name, kind="actors", label=label, help=told, required=required, listed=listed)


def long_text(
    name: str, label: Text, *, told: Text | None = None, searchable: bool = False, personal: bool = False
) -> TextColumn:
    """Return a column of text of several paragraphs."""
    return TextColumn(
        name=name, label=label, help=told, wide=True, searchable=searchable, personal=personal, max_length=LONG_TEXT
    )


def starts_before_end(values: dict[str, Any]) -> dict[str, Text]:
    """Refuse a stretch of time that ends before it starts."""
    start, end = values.get("start"), values.get("end")
    backwards = isinstance(start, date) and isinstance(end, date) and end < start
    return {"end": ENDS_FIRST} if backwards else {}


def exactly_one(values: dict[str, Any], first: str, second: str, told: Text) -> dict[str, Text]:
    """Refuse values that fill both of two columns, or neither; ``told`` says why."""
    return {} if (values.get(first) is None) != (values.get(second) is None) else {first: told}


def by_choice(column: ChoiceColumn) -> Filter:
    """Return the filter of a column with a closed list."""

    def options() -> list[tuple[str, Text]]:
        return [(choice.code, choice.label) for choice in column.choices]

    return Filter(
        name=column.name,
        label=column.label,
        narrow=lambda records, value: records.filter(**{column.name: value}),
        options=options,
    )


def choice(
    name: str, label: Text, choices: tuple[Choice, ...], *, required: bool = False, listed: bool = True
) -> ChoiceColumn:
    """Return a column with a closed list."""
    return ChoiceColumn(name=name, label=label, choices=choices, required=required, listed=listed)
