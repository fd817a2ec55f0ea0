"""The fixed words of the situation picture's documents, in the three languages."""

from typing import Final

from seutu.core.text import Text

PICTURE: Final = Text(fi="Tilannekuva", sv="Lägesbild", en="Situation picture")
ECOSYSTEM: Final = Text(fi="Ekosysteemikuvaus", sv="Ekosystembeskrivning", en="Ecosystem description")
MADE: Final = Text(fi="Seutu · tilannekuva {}", sv="Seutu · lägesbild {}", en="Seutu · situation picture {}")

KEY_FIGURES: Final = Text(fi="Avainluvut", sv="Nyckeltal", en="Key figures")
ON_THE_MAP: Final = Text(fi="Toimijat kartalla", sv="Aktörerna på kartan", en="Actors on the map")
WHO_IS_HERE: Final = Text(fi="Keitä täällä on", sv="Vilka som finns här", en="Who is here")
NETWORK: Final = Text(
    fi="Kuka tekee yhteistyötä kenen kanssa", sv="Vem som samarbetar med vem", en="Who works with whom"
)
OVER_TIME: Final = Text(fi="Lukujen kehitys", sv="Siffrornas utveckling", en="The figures over time")
MISSING: Final = Text(fi="Mitä aineistosta puuttuu", sv="Vad som saknas i materialet", en="What the material lacks")
SOURCES: Final = Text(fi="Lähteet", sv="Källor", en="Sources")
ACTORS: Final = Text(fi="Toimijat", sv="Aktörer", en="Actors")
LINKS: Final = Text(fi="Yhteydet", sv="Kopplingar", en="Links")
NODES: Final = Text(fi="Verkoston toimijat", sv="Nätverkets aktörer", en="Actors of the network")

BY_CLASS: Final = Text(fi="Luokat", sv="Klasser", en="Classes")
BY_INDUSTRY: Final = Text(fi="Toimialat", sv="Näringsgrenar", en="Industries")
BY_SIZE: Final = Text(fi="Kokoluokat", sv="Storleksklasser", en="Size classes")
BY_TAG: Final = Text(fi="Tunnisteet", sv="Taggar", en="Tags")

FIGURE: Final = Text(fi="Luku", sv="Siffra", en="Figure")
VALUE: Final = Text(fi="Arvo", sv="Värde", en="Value")
PERIOD: Final = Text(fi="Aika", sv="Tid", en="Period")
CHANGE: Final = Text(fi="Muutos", sv="Förändring", en="Change")
STATUS: Final = Text(fi="Tila", sv="Status", en="Status")
UNIT: Final = Text(fi="Yksikkö", sv="Enhet", en="Unit")
PLACE: Final = Text(fi="Alue", sv="Område", en="Place")
SOURCE: Final = Text(fi="Lähde", sv="Källa", en="Source")
LABEL: Final = Text(fi="Nimi", sv="Namn", en="Name")
CODE: Final = Text(fi="Koodi", sv="Kod", en="Code")
COUNT: Final = Text(fi="Toimijoita", sv="Aktörer", en="Actors")
SHARE: Final = Text(fi="Osuus", sv="Andel", en="Share")
CLASS: Final = Text(fi="Luokka", sv="Klass", en="Class")
INDUSTRY: Final = Text(fi="Toimiala", sv="Näringsgren", en="Industry")
SIZE: Final = Text(fi="Koko", sv="Storlek", en="Size")
TAGS: Final = Text(fi="Tunnisteet", sv="Taggar", en="Tags")
TITLE: Final = Text(fi="Aineisto", sv="Material", en="Material")
PUBLISHER: Final = Text(fi="Julkaisija", sv="Utgivare", en="Publisher")
LICENCE: Final = Text(fi="Lisenssi", sv="Licens", en="Licence")
RETRIEVED: Final = Text(fi="Haettu", sv="Hämtad", en="Retrieved")
ADDRESS: Final = Text(fi="Osoite", sv="Adress", en="Address")
FROM: Final = Text(fi="Toimija", sv="Aktör", en="Actor")
TO: Final = Text(fi="Kumppani", sv="Partner", en="Partner")
SHARED: Final = Text(fi="Yhteisiä", sv="Gemensamma", en="Shared")
EVIDENCE: Final = Text(fi="Mihin perustuu", sv="Grundar sig på", en="Based on")
PARTNERS: Final = Text(fi="Kumppaneita", sv="Partner", en="Partners")
COMMUNITY: Final = Text(fi="Ryhmä", sv="Grupp", en="Group")
GAP: Final = Text(fi="Puute", sv="Brist", en="Gap")
NEXT: Final = Text(fi="Mitä seuraavaksi", sv="Vad som görs härnäst", en="What next")
LONGITUDE: Final = Text(fi="Pituusaste", sv="Longitud", en="Longitude")
LATITUDE: Final = Text(fi="Leveysaste", sv="Latitud", en="Latitude")

DEFINITION: Final = Text(fi="Määritelmä", sv="Definition", en="Definition")
FORMULA: Final = Text(fi="Laskukaava", sv="Formel", en="Formula")
NO_SOURCE: Final = Text(fi="Lähdettä ei ole kirjattu", sv="Källan har inte antecknats", en="No source recorded")
NO_ACTORS_NEXT: Final = Text(
    fi="Tuo toimijat taulukosta tai lisää ensimmäinen käsin.",
    sv="Importera aktörerna ur en tabell eller lägg till den första för hand.",
    en="Import the actors from a spreadsheet or add the first one by hand.",
)
NO_MAP: Final = Text(
    fi="Kartalle ei ole vielä sijainteja.",
    sv="Det finns inga lägesuppgifter för kartan ännu.",
    en="There are no locations to map yet.",
)
NOTHING_KNOWN: Final = Text(
    fi="Ei tiedossa yhdestäkään toimijasta: {}.",
    sv="Uppgift saknas för alla aktörer: {}.",
    en="Not known for any actor: {}.",
)
CODES: Final = {
    "municipality": Text(fi="kuntanumero {}", sv="kommunnummer {}", en="municipality code {}"),
    "sub_region": Text(fi="seutukuntanumero {}", sv="ekonomisk region nr {}", en="sub-region code {}"),
    "region": Text(fi="maakuntanumero {}", sv="landskapsnummer {}", en="region code {}"),
}
NO_MUNICIPALITY: Final = Text(fi="Ilman kuntaa", sv="Utan kommun", en="Without a municipality")
ELSEWHERE: Final = Text(
    fi="Rekisterin toimijoita ilman kuntaa: {}. Niitä voi kuulua myös tälle alueelle.",
    sv="Aktörer i registret utan kommun: {}. En del kan höra hit.",
    en="Actors of the register without a municipality: {}. Some may belong here.",
)
NO_GAPS: Final = Text(fi="Ei puutteita.", sv="Inga brister.", en="No gaps.")
REST_IN_TABLES: Final = Text(
    fi="Näkyvissä {} riviä {} rivistä. Loput ovat taulukkotiedostossa (XLSX).",
    sv="{} av {} rader visas. Resten finns i tabellfilen (XLSX).",
    en="{} of {} rows are shown. The rest are in the spreadsheet (XLSX).",
)
# Pairs: what is said of one, and of many or none.
ON_MAP_OF_ALL: Final = (
    Text(fi="Kartalla {} kaikkiaan {} toimijasta", sv="{} av {} aktör på kartan", en="{} of {} actor on the map"),
    Text(fi="Kartalla {} kaikkiaan {} toimijasta", sv="{} av {} aktörer på kartan", en="{} of {} actors on the map"),
)
AND_MORE: Final = (
    Text(fi="ja {} muu", sv="och {} till", en="and {} more"),
    Text(fi="ja {} muuta", sv="och {} till", en="and {} more"),
)
OF_ALL: Final = (
    Text(fi="{} kaikkiaan {} toimijasta", sv="{} av {} aktör", en="{} of {} actor"),
    Text(fi="{} kaikkiaan {} toimijasta", sv="{} av {} aktörer", en="{} of {} actors"),
)
STATUSES: Final = {
    "final": Text(fi="lopullinen", sv="slutlig", en="final"),
    "preliminary": Text(fi="ennakko", sv="preliminär", en="preliminary"),
    "estimated": Text(fi="arvio", sv="uppskattad", en="estimated"),
    "suppressed": Text(fi="salattu", sv="sekretessbelagd", en="suppressed"),
    "missing": Text(fi="puuttuu", sv="saknas", en="missing"),
}

DAY: Final = Text(fi="Päivä", sv="Datum", en="Date")
LEAD: Final = Text(fi="Lyhyesti", sv="I korthet", en="In short")
NOTICE: Final = Text(fi="Huomaa", sv="Obs", en="Note")
NUMBER: Final = Text(fi="Nro", sv="Nr", en="No.")
KIND: Final = Text(fi="Yhteyden laji", sv="Typ av koppling", en="Kind of link")
BREAKDOWN: Final = Text(fi="Jaottelu", sv="Indelning", en="Breakdown")
MISSING_SHEET: Final = Text(fi="Puutteet", sv="Brister", en="Gaps")
