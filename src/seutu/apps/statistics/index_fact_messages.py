"""What is said of the columns that an index takes of cited facts, in three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_FACT: Final = Text(
    fi="Työtilan viitatuissa luvuissa ei ole lukua {name}, jolla on kunta ja vuosi. Tuo luvut tai poista sarake.",
    sv="Arbetsytans citerade siffror har ingen siffra {name} med kommun och år. Hämta in siffrorna eller ta bort "
    "kolumnen.",
    en="The cited facts of the workspace have no figure {name} with a municipality and a year. Bring in the figures, "
    "or remove the column.",
)
UNITS: Final = Text(
    fi="{name}: viitatuissa luvuissa on eri yksiköitä ({units}), joten kuntia ei voi verrata. Muuta yksiköt samaksi "
    "tai anna luvuille eri nimet.",
    sv="{name}: de citerade siffrorna har olika enheter ({units}), så kommunerna kan inte jämföras. Gör enheterna lika "
    "eller ge siffrorna olika namn.",
    en="{name}: the cited facts have different units ({units}), so municipalities cannot be compared. Make the units "
    "the same, or give the figures different names.",
)
TWO_VALUES: Final = Text(
    fi="{name}: kunnalla {town} on vuodelta {year} kaksi eri lukua, {one} ja {other}. Korjaa toinen tai siirrä se "
    "roskakoriin.",
    sv="{name}: kommunen {town} har två olika siffror för år {year}, {one} och {other}. Rätta den ena eller lägg den i "
    "papperskorgen.",
    en="{name}: {town} has two different figures for {year}, {one} and {other}. Correct one, or move it to the trash.",
)
FEW_TOWNS: Final = Text(
    fi="{name}: vuoden {year} luku on {count} kunnalla, ja indeksi vertaa {all} kuntaa. Tarvitaan vähintään puolet. "
    "Tuo puuttuvat luvut, valitse pienempi alueryhmä tai poista sarake.",
    sv="{name}: {count} kommuner har en siffra för år {year}, och indexet jämför {all}. Minst hälften behövs. Hämta in "
    "siffrorna som saknas, välj en mindre områdesgrupp eller ta bort kolumnen.",
    en="{name}: {count} municipalities have a figure for {year}, and the index compares {all}. At least half are "
    "needed. Bring in the missing figures, choose a smaller place group, or remove the column.",
)
NOBODY: Final = Text(
    fi="viitatuissa luvuissa ei ole kunnan lukua tältä vuodelta",
    sv="de citerade siffrorna har ingen siffra för kommunen detta år",
    en="the cited facts have no figure of the municipality for this year",
)
MERGED: Final = Text(
    fi="viitattu luku koskee vain osaa nykyisestä kunnasta, eikä lukuja lasketa yhteen",
    sv="den citerade siffran gäller bara en del av dagens kommun, och siffror summeras inte",
    en="the cited fact is of a part of today's municipality only, and figures are not summed",
)
CITED: Final = Text(fi="viitattu luku", sv="citerad siffra", en="cited fact")
ABOUT: Final = Text(fi="Työtilan viitatut luvut", sv="Arbetsytans citerade siffror", en="Cited facts of the workspace")
NOT_EXACT: Final = Text(
    fi="Luvuista kaikki eivät ole tarkkoja: {told}.",
    sv="Alla siffror är inte exakta: {told}.",
    en="Not every figure is exact: {told}.",
)
