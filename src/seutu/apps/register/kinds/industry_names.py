"""Names of TOL 2025 codes, loaded by the workspace from the list of Statistics Finland."""

import re
from dataclasses import dataclass
from typing import Final

from seutu.apps.records.sheets.columns import ColumnProblem, Reading, TextColumn, Value, said
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.apps.register.models import IndustryName
from seutu.core.text import Text
from seutu.sources.tables import CellValue

CODE: Final = re.compile(r"[A-Z]|\d{2,5}")


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeColumn(TextColumn):
    """An industry code. The official files wrap it in apostrophes so that no program drops its zeros."""

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the code without apostrophes and points; raises ColumnProblem when it is none."""
        text = said(cell).replace("'", "").replace(".", "").strip()
        if not CODE.fullmatch(text):
            raise ColumnProblem(
                Text(
                    fi=f"”{text[:20]}” ei ole toimialakoodi. Koodi on kirjain tai 2–5 numeroa, esimerkiksi 01110.",
                    sv=f"”{text[:20]}” är ingen näringsgrenskod. Koden är en bokstav eller 2–5 siffror, t.ex. 01110.",
                    en=f"“{text[:20]}” is no industry code. A code is a letter or 2–5 digits, for example 01110.",
                )
            )
        return text


def _name(language: str, label: Text, *, required: bool = False) -> TextColumn:
    synonyms = ("nimi", "nimike", "otsikko", "name") if language == "fi" else ()
    return TextColumn(
        name=f"name_{language}", label=label, synonyms=synonyms, required=required, searchable=True, listed=True
    )


INDUSTRY_NAMES: Final = Kind(
    name="industry-names",
    model=IndustryName,
    singular=Text(fi="toimialan nimi", sv="namn på näringsgren", en="industry name"),
    plural=Text(
        fi="Toimialojen nimet (TOL 2025)", sv="Näringsgrenarnas namn (TOL 2025)", en="Industry names (TOL 2025)"
    ),
    purpose=Text(
        fi="TOL 2025 -koodien nimet. Lataa luettelo Tilastokeskukselta ja tuo se tähän.",
        sv="Namnen på koderna i TOL 2025. Hämta listan från Statistikcentralen och importera den här.",
        en="The names of TOL 2025 codes. Get the list from Statistics Finland and bring it in here.",
    ),
    columns=(
        CodeColumn(
            name="code",
            label=Text(fi="koodi", sv="kod", en="code"),
            synonyms=("tunnus", "toimialakoodi"),
            required=True,
            searchable=True,
            listed=True,
            max_length=10,
        ),
        _name("fi", Text(fi="nimi suomeksi", sv="namn på finska", en="name in Finnish"), required=True),
        _name("sv", Text(fi="nimi ruotsiksi", sv="namn på svenska", en="name in Swedish")),
        _name("en", Text(fi="nimi englanniksi", sv="namn på engelska", en="name in English")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("code",),),
    order=("code",),
)
