"""Sources: documents, registers, statistics and conversations that statements come from."""

from typing import Final

from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import LinkColumn
from seutu.apps.register.choices import PUBLICITIES
from seutu.apps.register.models import Source
from seutu.core.text import Text

SOURCES: Final = Kind(
    name="sources",
    model=Source,
    singular=Text(fi="lähde", sv="källa", en="source"),
    plural=Text(fi="Lähteet", sv="Källor", en="Sources"),
    purpose=Text(
        fi="Mistä tiedot ovat: asiakirjat, rekisterit, tilastot.",
        sv="Varifrån uppgifterna kommer: dokument, register, statistik.",
        en="Where the statements come from: documents, registers, statistics.",
    ),
    columns=(
        TextColumn(
            name="name", label=Text(fi="nimi", sv="namn", en="name"), required=True, searchable=True, listed=True
        ),
        TextColumn(
            name="publisher", label=Text(fi="julkaisija", sv="utgivare", en="publisher"), searchable=True, listed=True
        ),
        DateColumn(name="dated", label=Text(fi="päivätty", sv="daterad", en="dated"), listed=True),
        DateColumn(name="retrieved", label=Text(fi="haettu", sv="hämtad", en="retrieved")),
        LinkColumn(name="url", label=Text(fi="verkko-osoite", sv="webbadress", en="web address")),
        TextColumn(name="licence", label=Text(fi="käyttölupa", sv="licens", en="licence"), listed=True, max_length=200),
        ChoiceColumn(
            name="publicity", label=Text(fi="julkisuus", sv="offentlighet", en="publicity"), choices=PUBLICITIES
        ),
        TextColumn(name="note", label=Text(fi="huomautus", sv="anmärkning", en="note"), wide=True, max_length=5000),
    ),
    identity=(("name",),),
    order=("name",),
)
