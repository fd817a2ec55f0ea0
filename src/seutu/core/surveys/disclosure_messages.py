"""What is wrong with a table whose small cells are to be hidden, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_COUNT: Final = Text(
    fi="Taulukon luku {place} on {count}. Vastaajien määrä on nolla tai positiivinen kokonaisluku: korjaa luku.",
    sv="Tabellens tal {place} är {count}. Antalet respondenter är noll eller ett positivt heltal: rätta talet.",
    en="Number {place} of the table is {count}. A number of respondents is zero or a positive whole number: correct "
    "it.",
)
NO_SUM: Final = Text(
    fi="Taulukon luku {place} on {whole}, mutta sen osien summa on {parts}. Korjaa luvut ennen kuin pieniä ryhmiä "
    "piilotetaan.",
    sv="Tabellens tal {place} är {whole}, men summan av delarna är {parts}. Rätta talen innan små grupper döljs.",
    en="Number {place} of the table is {whole}, but its parts sum to {parts}. Correct the numbers before small groups "
    "are "
    "hidden.",
)
