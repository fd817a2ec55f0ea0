"""What stands in the way of a four-field table, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

UNLIKE: Final = Text(
    fi="Toistoja on eri määrä: {first} {one}, {second} {other}. Laske molemmat samalla määrällä.",
    sv="Upprepningarna är olika många: {first} {one}, {second} {other}. Räkna båda med lika många.",
    en="The numbers of replicates differ: {first} {one}, {second} {other}. Work both out with the same number.",
)
NOBODY: Final = Text(
    fi="Millään yksiköllä ei ole sekä lukua {first} että lukua {second}. Tarkista, että luvut koskevat samoja "
    "yksiköitä.",
    sv="Ingen enhet har både {first} och {second}. Kontrollera att talen gäller samma enheter.",
    en="No unit has both {first} and {second}. Check that the figures are of the same units.",
)
