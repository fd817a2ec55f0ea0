"""The fixed words of town profiles, their reports and the catalogue of indicators, in the three languages."""

from typing import Final

from seutu.core.text import Text

PROFILE: Final = Text(fi="Kaupunkiprofiili", sv="Stadsprofil", en="Town profile")
REPORT: Final = Text(fi="Tilastoraportti", sv="Statistikrapport", en="Statistical report")
JOINT_REPORT: Final = Text(fi="Yhteisraportti", sv="Gemensam rapport", en="Joint report")
CHOSEN_TOWNS: Final = Text(fi="Valitut kaupungit", sv="Valda städer", en="Chosen towns")
MADE: Final = Text(
    fi="Seutu · tilastoraportti {}", sv="Seutu · statistikrapport {}", en="Seutu · statistical report {}"
)
FIGURE: Final = Text(fi="Mittari", sv="Indikator", en="Indicator")
TOPIC: Final = Text(fi="Aihe", sv="Ämne", en="Topic")
VALUE: Final = Text(fi="Arvo", sv="Värde", en="Value")
UNIT: Final = Text(fi="Yksikkö", sv="Enhet", en="Unit")
YEAR: Final = Text(fi="Vuosi", sv="År", en="Year")
PERIOD: Final = Text(fi="Uusin aika", sv="Senaste period", en="Newest period")
CHANGE: Final = Text(fi="Muutos", sv="Förändring", en="Change")
RANK: Final = Text(fi="Sija", sv="Rang", en="Rank")
RANK_ALL: Final = Text(fi="Sija koko maassa", sv="Rang i hela landet", en="Rank in the country")
RANK_GROUP: Final = Text(fi="Sija ryhmässä", sv="Rang i gruppen", en="Rank in the group")
GROUP_MEDIAN: Final = Text(fi="Ryhmän mediaani", sv="Gruppens median", en="Group median")
INTERVAL: Final = Text(fi="Väli", sv="Intervall", en="Interval")
MUNICIPALITY: Final = Text(fi="Kunta", sv="Kommun", en="Municipality")
CODE: Final = Text(fi="Kuntanumero", sv="Kommunnummer", en="Municipality code")
CLASS: Final = Text(fi="Luokka", sv="Klass", en="Class")
MUNICIPALITIES: Final = Text(fi="Kuntia", sv="Kommuner", en="Municipalities")
INDUSTRY: Final = Text(fi="Toimiala", sv="Näringsgren", en="Industry")
JOBS_BY_INDUSTRY: Final = Text(
    fi="Työpaikat toimialoittain", sv="Arbetsplatser efter näringsgren", en="Jobs by industry"
)
PARTS_HIDDEN: Final = Text(
    fi="Vuodet ovat samasta lähteestä: toisen lähteen luvut on voitu laskea toisin. ≥: lähde salaa osan luvusta, "
    "joten muutosta ei lasketa. ..: luku on kokonaan salattu.",
    sv="Åren är ur samma källa: en annan källa kan ha räknat på annat sätt. ≥: källan döljer en del av talet, "
    "och därför räknas ingen förändring. ..: talet är helt dolt.",
    en="Both years are of one source: another one may have counted otherwise. ≥: the source hides a part of the "
    "figure, so no change is worked out. ..: the figure is wholly hidden.",
)
COVERAGE: Final = Text(fi="Kattavuus", sv="Täckning", en="Coverage")
SOURCE: Final = Text(fi="Lähde", sv="Källa", en="Source")
LICENCE: Final = Text(fi="Lisenssi", sv="Licens", en="Licence")
RETRIEVED: Final = Text(fi="Haettu", sv="Hämtad", en="Retrieved")
DEFINITION: Final = Text(fi="Määritelmä", sv="Definition", en="Definition")
FORMULA: Final = Text(fi="Laskukaava", sv="Formel", en="Formula")
TABLE: Final = Text(fi="Lähteen taulu", sv="Källans tabell", en="Table of the source")
AS_PUBLISHED: Final = Text(
    fi="Lähteen julkaisema sellaisenaan.", sv="Publicerat av källan som sådant.", en="As the source publishes it."
)
SOURCES: Final = Text(fi="Lähteet", sv="Källor", en="Sources")
HOW_TO_READ: Final = Text(fi="Näin luet lukuja", sv="Så läser du siffrorna", en="How to read the figures")
PLACE_IN_RANK: Final = Text(
    fi="Paikka kaikkien kuntien järjestyksessä",
    sv="Plats i ordningen mellan alla kommuner",
    en="Place among all municipalities",
)
STANDING_KEY: Final = Text(
    fi="Piste: {}. Poikkiviiva: mediaani, {}.",
    sv="Punkten: {}. Tvärstrecket: medianen, {}.",
    en="Dot: {}. Line across: the median, {}.",
)
TOWNS: Final = Text(fi="Kaupunkeja: {}", sv="Städer: {}", en="Towns: {}")
INDEX: Final = Text(fi="Sija indeksissä", sv="Plats i index", en="Rank in an index")
SURVEYS: Final = Text(fi="Mitä kyselyt kertovat", sv="Vad enkäterna säger", en="What surveys tell")
SUMMARY: Final = Text(fi="Kaupungit rinnakkain", sv="Städerna sida vid sida", en="The towns side by side")
RANK_NOTE: Final = Text(
    fi="Sija 1 on suurin arvo. Se ei kerro, onko suuri hyvä. = tarkoittaa jaettua sijaa.",
    sv="Rang 1 är det största värdet. Det säger inte om stort är bra. = betyder delad rang.",
    en="Rank 1 is the largest value, which does not say whether large is good. = means a shared rank.",
)
NOT_YET: Final = Text(fi="ei vielä lukuja", sv="inga siffror ännu", en="no figures yet")
IN_PARTS: Final = Text(fi="vain jaoteltuna", sv="bara uppdelad", en="broken down only")
PLACE_KINDS: Final = {
    "municipality": Text(fi="kuntaa", sv="kommuner", en="municipalities"),
    "sub_region": Text(fi="seutukuntaa", sv="ekonomiska regioner", en="sub-regions"),
    "region": Text(fi="maakuntaa", sv="landskap", en="regions"),
    "nuts3": Text(fi="NUTS 3 -aluetta", sv="NUTS 3-områden", en="NUTS 3 regions"),
    "country": Text(fi="maata", sv="land", en="country"),
}
