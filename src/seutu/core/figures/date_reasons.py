"""The questions and reasons that the readers of dates and periods answer with, in three languages.

Not for numbers and amounts (``questions``).
"""

from calendar import monthrange
from collections.abc import Sequence

from seutu.core.figures.calendar_words import MONTH_NAMES
from seutu.core.text import LANGUAGES, Text

_MONTHS = 12


def which_time(text: str, ways: Sequence[Text]) -> Text:
    """Ask which of the ways of reading a date or period is meant; ``ways`` are written out in each language."""
    fi, sv, en = (
        f"{', '.join(way.in_language(language) for way in ways[:-1])} {word} {ways[-1].in_language(language)}"
        for language, word in zip(LANGUAGES, ("vai", "eller", "or"), strict=True)
    )
    return Text(
        fi=f"Ajan ”{text}” voi lukea eri tavoin. Mikä on oikein: {fi}?",
        sv=f"Tiden ”{text}” kan läsas på flera sätt. Vilket är rätt: {sv}?",
        en=f"The time “{text}” can be read in more than one way. Which is right: {en}?",
    )


NO_DATE = Text(
    fi="Päivämäärä puuttuu. Kirjoita se muodossa 15.3.2024.",
    sv="Datumet saknas. Skriv det i formen 15.3.2024.",
    en="The date is missing. Write it in the form 15.3.2024.",
)
NOT_A_DATE = Text(
    fi="Tätä ei voi lukea päivämääränä. Kirjoita päivä, kuukausi ja vuosi muodossa 15.3.2024.",
    sv="Det här kan inte läsas som ett datum. Skriv dag, månad och år i formen 15.3.2024.",
    en="This cannot be read as a date. Write the day, month and year in the form 15.3.2024.",
)
NO_YEAR = Text(
    fi="Päivämäärästä puuttuu vuosi. Kirjoita se muodossa 15.3.2024.",
    sv="Året saknas i datumet. Skriv det i formen 15.3.2024.",
    en="The date has no year. Write it in the form 15.3.2024.",
)
PERIOD_NOT_DATE = Text(
    fi="Tässä on ajanjakso, ei yksi päivä. Kirjoita yksi päivämäärä muodossa 15.3.2024.",
    sv="Det här är en period, inte en dag. Skriv ett enda datum i formen 15.3.2024.",
    en="This is a period, not one day. Write one date in the form 15.3.2024.",
)
NOT_A_PERIOD = Text(
    fi="Tätä ei voi lukea ajanjaksona. Kirjoita esimerkiksi 2024, 5/2024, Q3/2024 tai 1.9.2024–31.12.2025.",
    sv="Det här kan inte läsas som en period. Skriv till exempel 2024, 5/2024, Q3/2024 eller 1.9.2024–31.12.2025.",
    en="This cannot be read as a period. Write for example 2024, 5/2024, Q3/2024 or 1.9.2024–31.12.2025.",
)
NO_PERIOD = Text(
    fi="Ajanjakso puuttuu. Kirjoita esimerkiksi 2024, 5/2024 tai 1.9.2024–31.12.2025.",
    sv="Perioden saknas. Skriv till exempel 2024, 5/2024 eller 1.9.2024–31.12.2025.",
    en="The period is missing. Write for example 2024, 5/2024 or 1.9.2024–31.12.2025.",
)
OPEN_ENDED = Text(
    fi="Jaksolta puuttuu alku tai loppu. Anna molemmat, esimerkiksi 1.9.2024–31.12.2025.",
    sv="Perioden saknar början eller slut. Ange båda, till exempel 1.9.2024–31.12.2025.",
    en="The period has no beginning or no end. Give both, for example 1.9.2024–31.12.2025.",
)
BACKWARDS = Text(
    fi="Jakso päättyy ennen kuin se alkaa. Tarkista päivät ja kirjoita molempiin vuosi.",
    sv="Perioden slutar innan den börjar. Kontrollera datumen och skriv året i båda.",
    en="The period ends before it begins. Check the dates and write the year in both.",
)
NO_SUCH_PART = Text(
    fi="Tällaista jaksoa ei ole: vuodessa on 4 neljännestä, 2 puolivuotta, 12 kuukautta ja 52 tai 53 viikkoa. Tarkista "
    "numero.",
    sv="Det finns ingen sådan period: året har 4 kvartal, 2 halvår, 12 månader och 52 eller 53 veckor. Kontrollera "
    "numret.",
    en="There is no period with that number: a year has 4 quarters, 2 half-years, 12 months and 52 or 53 weeks. Check "
    "the number.",
)
WRONG_WEEKDAY = Text(
    fi="Viikonpäivä ja päivämäärä eivät sovi yhteen. Tarkista, kumpi on oikein, ja poista viikonpäivä.",
    sv="Veckodagen och datumet stämmer inte överens. Kontrollera och skriv datumet utan veckodag.",
    en="The weekday and the date do not match. Check which is right and write the date without the weekday.",
)


def impossible_clock(clock: str) -> Text:
    """Say that a clock time does not exist."""
    return Text(
        fi=f"Kellonaikaa {clock} ei ole. Kirjoita aika väliltä 0.00–23.59.",
        sv=f"Klockslaget {clock} finns inte. Skriv en tid mellan 0.00 och 23.59.",
        en=f"There is no time {clock}. Write a time from 0:00 to 23:59.",
    )


def impossible_day(year: int, month: int, day: int) -> Text:
    """Say why a day does not exist: no such month, or the month has fewer days."""
    if not 1 <= month <= _MONTHS:
        return Text(
            fi=f"Kuukautta {month} ei ole. Kuukauden numero on 1–12, ja päivä kirjoitetaan ennen kuukautta.",
            sv=f"Månaden {month} finns inte. Månadens nummer är 1–12, och dagen skrivs före månaden.",
            en=f"There is no month {month}. The number of the month is 1–12, and the day is written before the month.",
        )
    days = monthrange(year, month)[1]
    name = MONTH_NAMES[month - 1]
    return Text(
        fi=f"Päivää {day}.{month}.{year} ei ole: {name.fi}ssa {year} on {days} päivää. Tarkista päivämäärä.",
        sv=f"Dagen {day}.{month}.{year} finns inte: {name.sv} {year} har {days} dagar. Kontrollera datumet.",
        en=f"There is no day {day}.{month}.{year}: {name.en} {year} has {days} days. Check the date.",
    )
