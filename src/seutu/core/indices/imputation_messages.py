"""What stands in the way of filling gaps by a model, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_MODEL: Final = Text(
    fi="{unit}, {code}: puuttuvaa lukua ei voi päätellä yksikön muista luvuista, koska yhteisiä lukuja on liian vähän. "
    "Anna luku tai vaihda tapaa ([impute]).",
    sv="{unit}, {code}: det saknade talet kan inte härledas ur enhetens andra tal, eftersom de gemensamma talen är för "
    "få. Ange talet eller byt metod ([impute]).",
    en="{unit}, {code}: the missing figure cannot be told from the unit's others, because too few are in common. Give "
    "it, or choose another method ([impute]).",
)
FEW_FOR_EM: Final = Text(
    fi="Täyttötapa em tarvitsee {indicators} mittariin vähintään {fewest} yksikköä, mutta niitä on {units}. Kirjoita "
    '[impute] within = "parent", jolloin mittarit käsitellään koosteittain, tai vaihda tapaa.',
    sv="Metoden em behöver minst {fewest} enheter för {indicators} indikatorer, men de är {units}. Skriv [impute] "
    'within = "parent", så behandlas indikatorerna aggregat för aggregat, eller byt metod.',
    en="The method em needs at least {fewest} units for {indicators} indicators, but there are {units}. Write [impute] "
    'within = "parent", which takes indicators aggregate by aggregate, or choose another method.',
)
NOT_SETTLED: Final = Text(
    fi="Täyttötapa em ei asettunut mittareilla {codes}. Lukuja puuttuu liikaa, tai mittarit toistavat toisiaan. Vaihda "
    "tapaa ([impute]).",
    sv="Metoden em konvergerade inte för indikatorerna {codes}. För många tal saknas, eller så upprepar indikatorerna "
    "varandra. Byt metod ([impute]).",
    en="The method em did not settle for the indicators {codes}. Too many figures are missing, or the indicators "
    "repeat one another. Choose another method ([impute]).",
)
