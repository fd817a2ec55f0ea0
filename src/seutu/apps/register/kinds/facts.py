"""Cited facts: figures with their source, time and place."""

from typing import Final

from seutu.apps.records.sheets.columns import ChoiceColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.choices import ORIGINS, QUALIFIERS
from seutu.apps.register.kinds.shared_columns import MUNICIPALITY, NAME, NOTE, SOURCE, SOURCE_PLACE
from seutu.apps.register.models import Fact
from seutu.core.text import Text

FACTS: Final = Kind(
    name="facts",
    model=Fact,
    singular=Text(fi="viitattu luku", sv="citerad siffra", en="cited fact"),
    plural=Text(fi="Viitatut luvut", sv="Citerade siffror", en="Cited facts"),
    purpose=Text(
        fi="Luvut lähteineen, vuosineen ja alueineen. Ristiriitaiset luvut jäävät rinnakkain.",
        sv="Siffror med källa, år och område. Motstridiga siffror står sida vid sida.",
        en="Figures with source, year and area. Conflicting figures stand side by side.",
    ),
    columns=(
        NAME,
        ChoiceColumn(
            name="qualifier", choices=QUALIFIERS, label=Text(fi="tarkkuus", sv="precision", en="qualifier"), listed=True
        ),
        NumberColumn(name="value", label=Text(fi="arvo", sv="värde", en="value"), listed=True),
        TextColumn(name="unit", label=Text(fi="yksikkö", sv="enhet", en="unit"), listed=True, max_length=60),
        TextColumn(name="period", label=Text(fi="aika", sv="tid", en="period"), listed=True, max_length=60),
        ChoiceColumn(name="origin", choices=ORIGINS, label=Text(fi="alkuperä", sv="ursprung", en="origin")),
        MUNICIPALITY,
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "municipality", "unit", "period", "source", "source_place"),),
    order=("name",),
    area="material",
)
