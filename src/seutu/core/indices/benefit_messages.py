"""What stands in the way of the benefit of the doubt, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

LACKS_PART: Final = Text(
    fi="{unit}, {code}: luku puuttuu, ja menetelmä bod tarvitsee kaikki osat. Täytä puuttuvat luvut ([impute]) tai "
    "seulo yksikkö pois ([screen]).",
    sv="{unit}, {code}: talet saknas, och metoden bod behöver alla delar. Fyll i saknade tal ([impute]) eller sålla "
    "bort enheten ([screen]).",
    en="{unit}, {code}: the figure is missing, and the method bod needs every part. Impute what is missing "
    "([impute]), or screen the unit out ([screen]).",
)
BELOW: Final = Text(
    fi="{unit}, {code}: menetelmä bod tarvitsee lukuja, jotka ovat vähintään nolla – suurempia, jos osuuksilla on "
    "alaraja – mutta luku on {figure}. Normalisoi välille, joka alkaa nollan yläpuolelta, esimerkiksi range = "
    "[1, 100].",
    sv="{unit}, {code}: metoden bod behöver tal som är minst noll – större om andelarna har en nedre gräns – men talet "
    "är {figure}. Normalisera till ett intervall som börjar över noll, till exempel range = [1, 100].",
    en="{unit}, {code}: the method bod needs figures of zero or more – above it where shares have a floor – but this "
    "is {figure}. Normalise to a range that begins above zero, for example range = [1, 100].",
)
NO_SHARES: Final = Text(
    fi="aggregate.shares: rajoilla {low} – {high} {count} osan osuudet eivät voi olla yhteensä 1. Väljennä rajoja.",
    sv="aggregate.shares: med gränserna {low} – {high} kan andelarna av {count} delar inte bli 1. Vidga gränserna.",
    en="aggregate.shares: within {low} – {high} the shares of {count} parts cannot add up to 1. Loosen the bounds.",
)
NOT_SOLVED: Final = Text(
    fi="Menetelmä bod ei löytänyt painoja. Tarkista luvut ja osuuksien rajat (aggregate.shares).",
    sv="Metoden bod fann inga vikter. Kontrollera talen och gränserna för andelarna (aggregate.shares).",
    en="The method bod found no weights. Check the figures and the bounds of shares (aggregate.shares).",
)
TOO_SLOW: Final = Text(
    fi="Menetelmä bod laskisi {count} lineaarista ohjelmaa, ja enintään {most} lasketaan. Vähennä toistoja "
    "(replicates) tai valintojen arvoja, tai vaihda keskiarvoa.",
    sv="Metoden bod skulle lösa {count} linjära program, och högst {most} löses. Minska upprepningarna (replicates) "
    "eller valens värden, eller byt medelvärde.",
    en="The method bod would solve {count} linear programs, and at most {most} are solved. Use fewer replicates or "
    "values of choices, or another mean.",
)
