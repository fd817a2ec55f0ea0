"""What is said of the columns that an index takes of a wave, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_WAVE: Final = Text(
    fi="Indeksin kyselysaraketta {code} ei löydy: kyselykierros on poistettu tai se ei ole tässä työtilassa. Poista "
    "sarake tai valitse toinen.",
    sv="Indexets enkätkolumn {code} hittas inte: enkätomgången är borttagen eller finns inte i den här arbetsytan. Ta "
    "bort kolumnen eller välj en annan.",
    en="The survey column {code} of the index is not found: the wave was removed, or is not in this workspace. Remove "
    "the column, or choose another.",
)
OPEN_WAVE: Final = Text(
    fi="{name}: kierros ottaa vielä vastauksia. Sulje se, niin indeksi lasketaan kaikista vastauksista.",
    sv="{name}: omgången tar fortfarande emot svar. Stäng den, så räknas indexet på alla svar.",
    en="{name}: the wave still takes answers. Close it, and the index is worked out from all of them.",
)
NO_MEASURE: Final = Text(
    fi="{name}: kyselyssä ei ole kuntia koskevaa lukua {measure}. Poista sarake tai valitse toinen.",
    sv="{name}: enkäten har inget tal {measure} om kommuner. Ta bort kolumnen eller välj en annan.",
    en="{name}: the survey has no figure {measure} of municipalities. Remove the column, or choose another.",
)
FEW_TOWNS: Final = Text(
    fi="{name}: kyselyssä on näytettävä luku {count} kunnasta, ja indeksi vertaa {all} kuntaa. Tarvitaan vähintään "
    "puolet. Valitse pienempi alueryhmä tai poista sarake.",
    sv="{name}: enkäten har ett tal som får visas för {count} kommuner, och indexet jämför {all}. Minst hälften "
    "behövs. Välj en mindre områdesgrupp eller ta bort kolumnen.",
    en="{name}: the survey has a figure that may be shown of {count} municipalities, and the index compares {all}. At "
    "least half are needed. Choose a smaller place group, or remove the column.",
)
ALL_ALIKE: Final = Text(
    fi="{name}: kysely ei erota kuntia toisistaan, sillä erot eivät ole suurempia kuin sattuma tuottaa. Poista sarake "
    "indeksistä.",
    sv="{name}: enkäten skiljer inte kommunerna åt, för skillnaderna är inte större än slumpen ger. Ta bort kolumnen "
    "ur indexet.",
    en="{name}: the survey tells no municipality from another, for they differ by no more than chance. Remove the "
    "column from the index.",
)
HIDDEN: Final = Text(
    fi="vastauksia on vähän, joten luku on piilotettu",
    sv="svaren är få, så talet är dolt",
    en="answers are few, so the figure is hidden",
)
NOBODY: Final = Text(
    fi="kyselyssä ei ole vastauksia kunnasta",
    sv="enkäten har inga svar om kommunen",
    en="the survey has no answers of the municipality",
)
DRAWN_IN: Final = Text(
    fi="kyselyn arvio {estimate}, vastauksia {count}; tasoitettu kuntien keskiarvoa kohti",
    sv="enkätens skattning {estimate}, antal svar {count}; dragen mot kommunernas medelvärde",
    en="estimate of the survey {estimate}, {count} answers; drawn towards the mean of the municipalities",
)
ANSWERS: Final = Text(
    fi="Vastauksia {count}. {weighting}", sv="Svar: {count}. {weighting}", en="{count} answers. {weighting}"
)
ONE_LOOK: Final = Text(
    fi="Jokaisella vastauksella on sama paino kuin tuloksissa, sillä niissä on piilotettuja lukuja. Jos haluat "
    "painottaa, valitse painotus kierrokselle.",
    sv="Alla svar har samma vikt som i resultaten, för där finns dolda tal. Välj viktning för omgången om du vill "
    "väga.",
    en="Every answer has the same weight as in the results, for figures are hidden there. To weight them, choose a "
    "weighting for the wave.",
)
COLUMN: Final = Text(fi="{question} – {how}", sv="{question} – {how}", en="{question} – {how}")
MEAN: Final = Text(fi="keskiarvo", sv="medelvärde", en="mean")
TOP: Final = Text(fi="osuus {low}–{high}", sv="andel {low}–{high}", en="share of {low}–{high}")
OPTION: Final = Text(fi="osuus: {option}", sv="andel: {option}", en="share: {option}")
ABOUT: Final = Text(
    fi="{wave}; vastaajien näkemys kunnasta",
    sv="{wave}; respondenternas syn på kommunen",
    en="{wave}; what respondents say of the municipality",
)
OWN: Final = Text(
    fi="{wave}; kunnassa asuvien vastaukset",
    sv="{wave}; svaren från dem som bor i kommunen",
    en="{wave}; answers of those who live in the municipality",
)
