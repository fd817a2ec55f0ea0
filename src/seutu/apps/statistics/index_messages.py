"""What is in the way of an index of municipalities, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

UNKNOWN_INDICATOR: Final = Text(
    fi="Mittaria {code} ei ole tilastovarastossa. Valitse mittari luettelosta tai tuo sen luvut ensin.",
    sv="Indikatorn {code} finns inte i statistiklagret. Välj en indikator ur listan eller hämta in dess tal först.",
    en="The indicator {code} is not in the statistical store. Choose one from the list, or bring in its figures first.",
)
NO_FIGURES: Final = Text(
    fi="{name}: yhdeltäkään vuodelta ei ole lukua vähintään puolelle kunnista. Poista mittari tai tuo sen luvut.",
    sv="{name}: inget år har tal för minst hälften av kommunerna. Ta bort indikatorn eller hämta in dess tal.",
    en="{name}: no year has a figure for at least half of the municipalities. Remove the indicator, or bring in its "
    "figures.",
)
NO_COMMON_YEAR: Final = Text(
    fi="Mittareilla ei ole yhteistä vuotta. {name}: {first}–{last}. Valitse kunkin mittarin uusin vuosi tai toiset "
    "mittarit.",
    sv="Indikatorerna har inget gemensamt år. {name}: {first}–{last}. Välj varje indikators nyaste år eller andra "
    "indikatorer.",
    en="The indicators have no year in common. {name}: {first}–{last}. Choose each one's newest year, or other "
    "indicators.",
)
NO_SUCH_YEAR: Final = Text(
    fi="{name}: vuodelta {year} ei ole lukuja vähintään puolelle kunnista. Lukuja on vuosilta {first}–{last}. Vaihda "
    "vuosi.",
    sv="{name}: för år {year} finns inga tal för minst hälften av kommunerna. Det finns tal för {first}–{last}. Byt "
    "år.",
    en="{name}: the year {year} has no figures for at least half of the municipalities. There are figures of "
    "{first}–{last}. Choose another year.",
)
NOT_IN_STORE: Final = Text(
    fi="lukua ei ole tilastovarastossa", sv="talet finns inte i statistiklagret", en="not in the statistical store"
)
HIDDEN: Final = Text(fi="lähde on salannut luvun", sv="källan har dolt talet", en="suppressed by the source")
NO_STRUCTURE: Final = Text(
    fi="Indeksissä ei ole vielä mittareita. Valitse vähintään yksi.",
    sv="Indexet har inga indikatorer än. Välj åtminstone en.",
    en="The index has no indicators yet. Choose at least one.",
)
NOT_JSON: Final = Text(
    fi="Teksti ei ole JSON-muotoinen: {reason}. Tarkista sulkeet ja lainausmerkit.",
    sv="Texten är inte JSON: {reason}. Kontrollera parenteserna och citattecknen.",
    en="The text is not JSON: {reason}. Check the brackets and quotes.",
)
TOO_LONG: Final = Text(
    fi="Teksti on liian pitkä: {count} merkkiä, enintään {most}. Lyhennä sitä.",
    sv="Texten är för lång: {count} tecken, högst {most}. Förkorta den.",
    en="The text is too long: {count} characters, at most {most}. Shorten it.",
)
NOT_AN_OBJECT: Final = Text(
    fi='Resepti on JSON-olio, esimerkiksi {{"normalise": {{"method": "prank"}}}}.',
    sv='Receptet är ett JSON-objekt, till exempel {{"normalise": {{"method": "prank"}}}}.',
    en='A recipe is a JSON object, for example {{"normalise": {{"method": "prank"}}}}.',
)
YEAR_NEEDED: Final = Text(
    fi="Anna vuosi neljällä numerolla, kun kaikki luvut ovat yhdeltä vuodelta.",
    sv="Ange året med fyra siffror när alla tal är från ett år.",
    en="Give the year in four digits when all figures are of one year.",
)
FEW_TOWNS: Final = Text(
    fi="Alueryhmässä on {count} kuntaa. Indeksi tarvitsee vähintään {fewest}. Lisää ryhmään kuntia.",
    sv="Områdesgruppen har {count} kommuner. Ett index behöver minst {fewest}. Lägg till kommuner i gruppen.",
    en="The place group has {count} municipalities. An index needs at least {fewest}. Add municipalities to the group.",
)
ROUND_CHANGED: Final = Text(
    fi="Kierroksen {number} sisältö ei vastaa tarkistussummaansa, joten sitä ei verrata.",
    sv="Innehållet i omgång {number} stämmer inte med sin kontrollsumma och jämförs därför inte.",
    en="The content of round {number} does not match its digest, so it is not compared.",
)
