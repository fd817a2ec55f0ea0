"""Municipalities as cells name them: a code from a name or a code, a name from a code."""

import re
from datetime import date
from typing import Final

from seutu.apps.records.sheets.columns import ColumnProblem
from seutu.core.places import Division, UnknownPlace
from seutu.core.text import Language, Text
from seutu.rules import places

CODE_LENGTH: Final = 3
BETWEEN_TOWNS: Final = re.compile(r"\s*[/,;&+]\s*|\s+(?:ja|sekä|och|and)\s+")


def municipality_name(code: str, language: Language) -> str:
    """Return a municipality's newest name, also of one that has ended; an unknown code is returned as it is."""
    try:
        return places.load().municipality(code, places.NEWEST_DIVISION).name.in_language(language)
    except UnknownPlace:
        return _ended_name(code, language)


def _ended_name(code: str, language: Language) -> str:
    table = places.load()
    for year in range(places.NEWEST_DIVISION.year - 1, 2012, -1):
        try:
            return table.municipality(code, date(year, 1, 1)).name.in_language(language)
        except UnknownPlace:
            continue
    return code


def municipality_code(text: str) -> str:
    """Return the code of the municipality named by a name in any language or by its code; raises ColumnProblem.

    An ended municipality is kept as it was written: its figures and dates may belong to the old division.
    """
    table = places.load()
    digits = text.removeprefix("KU")
    if digits.isdigit() and len(digits) <= CODE_LENGTH:
        code = digits.zfill(3)
        if table.known(Division.MUNICIPALITY, code):
            return code
    found = {place.code for place in table.find_place(text, division=Division.MUNICIPALITY)}
    if len(found) == 1:
        return found.pop()
    if found:
        listed = ", ".join(sorted(found))
        raise ColumnProblem(
            Text(
                fi=f"Nimi ”{text}” sopii useaan kuntaan ({listed}). Kirjoita kuntanumero.",
                sv=f"Namnet ”{text}” passar flera kommuner ({listed}). Skriv kommunnumret.",
                en=f"The name “{text}” fits several municipalities ({listed}). Write the municipality code.",
            )
        )
    raise ColumnProblem(_several(text) or _unknown(text))


def _several(text: str) -> Text | None:
    """Say that a cell names more than one municipality, when it does."""
    parts = [part for part in BETWEEN_TOWNS.split(text) if part]
    known = [part for part in parts if places.load().find_place(part, division=Division.MUNICIPALITY)]
    if len(parts) == 1 or len(known) < len(parts):
        return None
    first, rest = known[0], ", ".join(known[1:])
    return Text(
        fi=f"Solussa on useita kuntia. Jätä tähän kotikunta, esimerkiksi {first}; muut ({rest}) kirjataan "
        "toimipaikkoina.",
        sv=f"Cellen har flera kommuner. Lämna hemkommunen här, till exempel {first}; de andra ({rest}) antecknas som "
        "verksamhetsställen.",
        en=f"The cell names several municipalities. Leave the home municipality here, for example {first}; the others "
        f"({rest}) are recorded as sites.",
    )


def _unknown(text: str) -> Text:
    return Text(
        fi=f"Kuntaa ”{text[:60]}” ei löydy. Tarkista nimi tai kirjoita kolminumeroinen kuntanumero.",
        sv=f"Kommunen ”{text[:60]}” finns inte. Kontrollera namnet eller skriv det tresiffriga kommunnumret.",
        en=f"There is no municipality “{text[:60]}”. Check the name or write the three-digit municipality code.",
    )
