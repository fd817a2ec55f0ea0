"""What is wrong with the structure of an index, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_CODE: Final = Text(
    fi="Rivillä ei ole tunnusta (iCode). Anna jokaiselle riville oma tunnus.",
    sv="Raden saknar kod (iCode). Ge varje rad en egen kod.",
    en="The row has no code (iCode). Give each row a code of its own.",
)
CODE_TWICE: Final = Text(
    fi="Tunnus {code} on rakenteessa {count} kertaa. Anna jokaiselle riville oma tunnus.",
    sv="Koden {code} finns {count} gånger i strukturen. Ge varje rad en egen kod.",
    en="The code {code} stands in the structure {count} times. Give each row a code of its own.",
)
NO_LEVEL: Final = Text(
    fi="Tasoa (Level) ei ole annettu: {code}. Mittarien taso on 1, ja koosteen taso on yhtä suurempi kuin sen osien.",
    sv="Nivå (Level) saknas: {code}. Indikatorer har nivå 1 och ett aggregat en nivå mer än sina delar.",
    en="No level is given: {code}. Indicators have level 1, and an aggregate one more than its parts.",
)
WRONG_LEVEL: Final = Text(
    fi="{code}: taso on {level}. Mittarit ovat tasolla 1 ja koosteet tasolla 2 tai ylempänä. Korjaa taso tai laji.",
    sv="{code}: nivån är {level}. Indikatorer står på nivå 1 och aggregat på nivå 2 eller högre. Rätta nivån eller "
    "slaget.",
    en="{code}: the level is {level}. Indicators stand at level 1, aggregates at level 2 or above. Correct the level "
    "or "
    "the type.",
)
TOO_MANY_LEVELS: Final = Text(
    fi="{code}: taso on {level}. Rakenteessa on enintään {most} tasoa. Yhdistä tasoja.",
    sv="{code}: nivån är {level}. En struktur har högst {most} nivåer. Slå ihop nivåer.",
    en="{code}: the level is {level}. A structure has at most {most} levels. Join some of them.",
)
NO_PARENT: Final = Text(
    fi="{code} kuuluu koosteeseen {parent}, jota rakenteessa ei ole. Lisää kooste tai korjaa tunnus.",
    sv="{code} hör till aggregatet {parent}, som saknas i strukturen. Lägg till aggregatet eller rätta koden.",
    en="{code} belongs to the aggregate {parent}, which the structure does not have. Add it or correct the code.",
)
NOT_ABOVE: Final = Text(
    fi="{code} on tasolla {level} ja sen kooste {parent} tasolla {above}. Koosteen on oltava tasan yhtä tasoa "
    "ylempänä.",
    sv="{code} står på nivå {level} och dess aggregat {parent} på nivå {above}. Ett aggregat ska stå exakt en nivå "
    "högre.",
    en="{code} stands at level {level} and its aggregate {parent} at level {above}. An aggregate stands exactly one "
    "level "
    "above its parts.",
)
NO_INDICATORS: Final = Text(
    fi="Rakenteessa ei ole yhtään mittaria (Type = Indicator). Lisää mittarit.",
    sv="Strukturen har inga indikatorer (Type = Indicator). Lägg till dem.",
    en="The structure has no indicators (Type = Indicator). Add them.",
)
NO_TOP: Final = Text(
    fi="Rakenteella ei ole huippua: jokaisella rivillä on kooste (Parent). Jätä indeksin oma Parent tyhjäksi.",
    sv="Strukturen saknar topp: varje rad har ett aggregat (Parent). Lämna indexets egen Parent tom.",
    en="The structure has no top: every row has a parent. Leave the parent of the index itself blank.",
)
SECOND_TOP: Final = Text(
    fi="{code} ei kuulu mihinkään koosteeseen, mutta huippu on {top}. Anna sille kooste (Parent) tai poista rivi.",
    sv="{code} hör inte till något aggregat, men toppen är {top}. Ge raden ett aggregat (Parent) eller ta bort den.",
    en="{code} belongs to no aggregate, but the top is {top}. Give it a parent or remove the row.",
)
NO_CHILDREN: Final = Text(
    fi="Koosteessa {code} ei ole yhtään osaa. Lisää sille osia tai poista se.",
    sv="Aggregatet {code} har inga delar. Lägg till delar eller ta bort det.",
    en="The aggregate {code} has no parts. Add parts to it or remove it.",
)
DIRECTION: Final = Text(
    fi="{code}: suunta (Direction) on 1, kun suurempi on parempi, ja -1, kun pienempi on parempi. Korjaa suunta.",
    sv="{code}: riktningen (Direction) är 1 när mer är bättre och -1 när mindre är bättre. Rätta riktningen.",
    en="{code}: the direction is 1 where more is better and -1 where less is better. Correct the direction.",
)
WEIGHT: Final = Text(
    fi="{code}: paino on {weight}. Painon on oltava luku väliltä 0 – 1e75.",
    sv="{code}: vikten är {weight}. Vikten ska vara ett tal mellan 0 och 1e75.",
    en="{code}: the weight is {weight}. A weight is a number from 0 to 1e75.",
)
NO_WEIGHT: Final = Text(
    fi="Koosteen {parent} osien painot ovat kaikki nollia. Anna ainakin yhdelle paino.",
    sv="Alla vikter under aggregatet {parent} är noll. Ge åtminstone en del en vikt.",
    en="The weights under the aggregate {parent} are all zero. Give at least one part a weight.",
)
NO_DENOMINATOR: Final = Text(
    fi="{code} jaetaan luvulla {denominator}, jota ei ole rakenteen nimittäjissä (Type = Denominator). Lisää se.",
    sv="{code} divideras med {denominator}, som inte finns bland strukturens nämnare (Type = Denominator). Lägg till "
    "den.",
    en="{code} is divided by {denominator}, which is not among the denominators of the structure. Add it there.",
)
