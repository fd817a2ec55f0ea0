"""The questions and reasons that the readers of numbers and amounts answer with, in three languages.

Not for dates and periods (``date_reasons``).
"""

from collections.abc import Sequence

from seutu.core.text import LANGUAGES, Text


def which_number(text: str, ways: Sequence[Text]) -> Text:
    """Ask which of the ways of reading ``text`` is meant; ``ways`` are the readings as written in each language."""
    fi, sv, en = (
        _listed([way.in_language(language) for way in ways], word)
        for language, word in zip(LANGUAGES, ("vai", "eller", "or"), strict=True)
    )
    return Text(
        fi=f"Luvun ”{text}” voi lukea eri tavoin. Kumpi on oikein: {fi}?"
        if len(ways) == 2  # noqa: PLR2004 - two ways have their own pronoun in Finnish
        else f"Luvun ”{text}” voi lukea eri tavoin. Mikä on oikein: {fi}?",
        sv=f"Talet ”{text}” kan läsas på flera sätt. Vilket är rätt: {sv}?",
        en=f"The number “{text}” can be read in more than one way. Which is right: {en}?",
    )


def _listed(ways: Sequence[str], word: str) -> str:
    return f"{', '.join(ways[:-1])} {word} {ways[-1]}"


EMPTY = Text(
    fi="Luku puuttuu. Tyhjä ei ole nolla: kirjoita 0, jos tarkoitat nollaa.",
    sv="Talet saknas. Tomt är inte noll: skriv 0 om du menar noll.",
    en="The number is missing. Blank is not zero: write 0 if you mean zero.",
)
ONLY_A_DASH = Text(
    fi="Pelkkä viiva voi tarkoittaa nollaa tai puuttuvaa tietoa. Kirjoita 0 tai jätä kohta tyhjäksi.",
    sv="Bara ett streck kan betyda noll eller att uppgiften saknas. Skriv 0 eller lämna fältet tomt.",
    en="A dash alone can mean zero or a missing figure. Write 0 or leave the place empty.",
)
FOREIGN_DIGITS = Text(
    fi="Luvussa on muita numeromerkkejä kuin 0–9. Kirjoita luku numeroilla 0–9.",
    sv="Talet innehåller andra siffertecken än 0–9. Skriv talet med siffrorna 0–9.",
    en="The number has digits other than 0–9. Write it with the digits 0–9.",
)
TOO_LONG = Text(
    fi="Teksti on liian pitkä luvuksi. Kirjoita tähän yksi luku.",
    sv="Texten är för lång för ett tal. Skriv ett enda tal här.",
    en="The text is too long for a number. Write one number here.",
)
UNEVEN_GROUPS = Text(
    fi="Luvun numeroryhmät eivät ole kolmen numeron ryhmiä, joten siitä voi puuttua numeroita tai siinä on kaksi "
    "lukua. Tarkista luku lähteestä ja kirjoita se esimerkiksi 12 500,50.",
    sv="Talets siffergrupper har inte tre siffror, så siffror kan saknas eller så är det två tal. Kontrollera talet i "
    "källan och skriv det till exempel 12 500,50.",
    en="The digit groups are not groups of three, so digits may be missing or these are two numbers. Check the number "
    "in the source and write it for example 12 500.50.",
)
CUT_SHORT = Text(
    fi="Luku päättyy pisteeseen tai pilkkuun, joten siitä voi puuttua numeroita. Tarkista luku ja poista lopun merkki.",
    sv="Talet slutar med punkt eller komma, så siffror kan saknas. Kontrollera talet och ta bort tecknet i slutet.",
    en="The number ends in a point or a comma, so digits may be missing. Check the number and remove the mark.",
)
NOT_A_NUMBER = Text(
    fi="Tätä ei voi lukea lukuna. Kirjoita yksi luku, esimerkiksi 12 500 tai 12,5.",
    sv="Det här kan inte läsas som ett tal. Skriv ett enda tal, till exempel 12 500 eller 12,5.",
    en="This cannot be read as a number. Write one number, for example 12 500 or 12.5.",
)
A_RANGE = Text(
    fi="Tässä on vaihteluväli, ei yksi luku. Anna alaraja ja yläraja erikseen.",
    sv="Det här är ett intervall, inte ett enda tal. Ange den nedre och den övre gränsen var för sig.",
    en="This is a range, not one number. Give its lower and upper end separately.",
)
NOT_A_RANGE = Text(
    fi="Tätä ei voi lukea vaihteluvälinä. Kirjoita pienempi luku, ajatusviiva ja suurempi luku, esimerkiksi 10–15 %.",
    sv="Det här kan inte läsas som ett intervall. Skriv det mindre talet, ett tankstreck och det större talet, till "
    "exempel 10–15 %.",
    en="This cannot be read as a range. Write the smaller number, a dash and the larger number, for example 10–15%.",
)
QUALIFIED = Text(
    fi="Tähän tarvitaan tarkka luku ilman sanoja kuten noin, yli tai enintään. Kirjoita tarkka luku tai tallenna tieto "
    "määränä, jolla on tarkenne.",
    sv="Här behövs ett exakt tal utan ord som omkring, över eller högst. Skriv det exakta talet eller spara uppgiften "
    "som ett belopp med precisering.",
    en="An exact number is needed here, without words such as about, over or at most. Write the exact number or save "
    "the figure as an amount with a qualifier.",
)


def unknown_words(words: str) -> Text:
    """Say that the words after the number are not a unit that is known."""
    return Text(
        fi=f"Luvun perässä on ”{words}”, joka ei ole tuttu yksikkö. Jätä vain luku ja yksikkö, esimerkiksi 12 500 €.",
        sv=f"Efter talet står ”{words}”, som inte är en känd enhet. Skriv bara talet och enheten, t.ex. 12 500 €.",
        en=f"The number is followed by “{words}”, which is not a known unit. Leave only the number and its unit, for "
        "example 12 500 €.",
    )


def other_unit(found: Text, expected: Text) -> Text:
    """Say that the figure has another unit than its place asks for."""
    return Text(
        fi=f"Luvun yksikkö on {found.fi}, mutta tähän kuuluu {expected.fi}. Tarkista luku ja sen paikka.",
        sv=f"Talets enhet är {found.sv}, men här ska den vara {expected.sv}. Kontrollera talet och dess plats.",
        en=f"The unit of the number is {found.en}, but {expected.en} is expected here. Check the number and its place.",
    )


def unit_not_wanted(found: Text) -> Text:
    """Say that a plain number was expected and a unit found."""
    return Text(
        fi=f"Tähän tarvitaan luku ilman yksikköä, mutta luvulla on yksikkö {found.fi}. Poista yksikkö.",
        sv=f"Här behövs ett tal utan enhet, men talet har enheten {found.sv}. Ta bort enheten.",
        en=f"A number without a unit is needed here, but the number has the unit {found.en}. Remove the unit.",
    )
