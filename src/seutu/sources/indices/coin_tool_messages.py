"""What is wrong with a workbook of the COIN Tool, in the three languages. Not for deciding anything."""

from typing import Final

from seutu.core.text import Text

NO_SHEET: Final = Text(
    fi="Työkirjassa ei ole taulukkoa {sheet}, joka COIN Toolin tiedostossa on. Siinä on {known}. Valitse COIN Toolin "
    "tiedosto.",
    sv="Arbetsboken saknar bladet {sheet}, som en COIN Tool-fil har. Den har {known}. Välj en fil från COIN Tool.",
    en="The workbook lacks the sheet {sheet} that a COIN Tool file has. It has {known}. Choose a file of the "
    "COIN Tool.",
)
SHIFTED: Final = Text(
    fi="Solussa {cell} pitäisi olla {what}. Taulukon rivit tai sarakkeet ovat siirtyneet: palauta ne COIN Toolin "
    "paikoille.",
    sv="I cellen {cell} ska {what} stå. Bladets rader eller kolumner har flyttats: ställ tillbaka dem där COIN Tool "
    "har dem.",
    en="The cell {cell} should hold {what}. The rows or columns of the sheet have moved: put them back where the COIN "
    "Tool has them.",
)
FIRST_CODE: Final = Text(
    fi="ensimmäisen mittarin tunnus", sv="den första indikatorns kod", en="the code of the first indicator"
)
FIRST_UNIT: Final = Text(fi="ensimmäisen yksikön tunnus", sv="den första enhetens kod", en="the code of the first unit")
NO_NUMBER: Final = Text(
    fi="Solussa {cell} ei ole lukua. Kirjoita luku, tai n/a, jos luku puuttuu.",
    sv="Cellen {cell} har inget tal. Skriv ett tal, eller n/a om talet saknas.",
    en="The cell {cell} holds no number. Write a number, or n/a where it is missing.",
)
NO_DIRECTION: Final = Text(
    fi="Solussa {cell} on mittarin suunta. Anna 1 tai -1.",
    sv="Cellen {cell} har indikatorns riktning. Ange 1 eller -1.",
    en="The cell {cell} holds the direction of an indicator. Give 1 or -1.",
)
CODE_TWICE: Final = Text(
    fi="Solun {cell} tunnus {code} on jo solussa {other}. Anna toiselle oma tunnus.",
    sv="Koden {code} i cellen {cell} finns redan i cellen {other}. Ge den ena en egen kod.",
    en="The code {code} of the cell {cell} stands already in the cell {other}. Give one of them a code of its own.",
)
NO_CODE: Final = Text(
    fi="Solu {cell} on tyhjä, mutta sen vieressä on lukuja. Kirjoita soluun tunnus.",
    sv="Cellen {cell} är tom men det finns tal bredvid. Skriv en kod i cellen.",
    en="The cell {cell} is blank, but there are figures beside it. Write a code into it.",
)
NO_FIGURES: Final = Text(
    fi="Solun {cell} mittarilla {code} ei ole yhtään lukua. Lisää luvut tai poista mittari.",
    sv="Indikatorn {code} i cellen {cell} har inte ett enda tal. Lägg till tal eller ta bort indikatorn.",
    en="The indicator {code} of the cell {cell} has no figure. Add figures, or remove the indicator.",
)
BEYOND: Final = Text(
    fi="Solu {cell} on COIN Toolin alueen ulkopuolella: siihen mahtuu {units} yksikköä ja {indicators} mittaria. "
    "Poista ylimääräiset tai käytä iData- ja iMeta-tiedostoja.",
    sv="Cellen {cell} ligger utanför COIN Tools område, som rymmer {units} enheter och {indicators} indikatorer. "
    "Ta bort det som är för mycket eller använd filerna iData och iMeta.",
    en="The cell {cell} lies outside the range of the COIN Tool, which holds {units} units and {indicators} "
    "indicators. Remove what is too much, or use the files iData and iMeta.",
)
OTHER_LEVEL: Final = Text(
    fi="Solussa {cell} on {code}, mutta rivin tunnukset alkavat {begins}. Siirrä tunnus omalle riville tai korjaa se.",
    sv="Cellen {cell} har {code}, men radens koder börjar med {begins}. Flytta koden till rätt rad eller rätta den.",
    en="The cell {cell} holds {code}, but the codes of the row begin with {begins}. Move it to its own row, or correct "
    "it.",
)
NO_PARENT: Final = Text(
    fi="Solu {cell} on tyhjä, vaikka muilla mittareilla on tällä rivillä kooste. Kirjoita mittarin koosteen tunnus.",
    sv="Cellen {cell} är tom, fast andra indikatorer har ett aggregat på raden. Skriv koden för indikatorns aggregat.",
    en="The cell {cell} is blank, though other indicators have an aggregate in this row. Write the code of its own.",
)
TWO_PARENTS: Final = Text(
    fi="Solun {cell} kooste {code} on eri sarakkeissa eri koosteiden alla: {first} ja {second}. Korjaa toinen.",
    sv="Aggregatet {code} i cellen {cell} står i olika kolumner under olika aggregat: {first} och {second}. "
    "Rätta det ena.",
    en="The aggregate {code} of the cell {cell} stands under different aggregates in different columns: {first} and "
    "{second}. Correct one of them.",
)
NOT_IN_FRAMEWORK: Final = Text(
    fi="Solun {cell} koostetta {code} ei ole taulukossa Framework. Lisää se sinne tai korjaa tunnus.",
    sv="Aggregatet {code} i cellen {cell} finns inte på bladet Framework. Lägg till det där eller rätta koden.",
    en="The aggregate {code} of the cell {cell} is not on the sheet Framework. Add it there, or correct the code.",
)
TOO_MANY: Final = Text(
    fi="Indeksissä on {count} {what}, ja COIN Tooliin mahtuu {most}. Kirjoita indeksi iData- ja iMeta-tiedostoina.",
    sv="Indexet har {count} {what}, och COIN Tool rymmer {most}. Skriv indexet som filerna iData och iMeta.",
    en="The index has {count} {what}, and the COIN Tool holds {most}. Write the index as the files iData and iMeta.",
)
OF_UNITS: Final = Text(fi="yksikköä", sv="enheter", en="units")
OF_INDICATORS: Final = Text(fi="mittaria", sv="indikatorer", en="indicators")
OF_AGGREGATES: Final = Text(fi="koostetta", sv="aggregat", en="aggregates")
OF_LEVELS: Final = Text(fi="koosteiden tasoa", sv="nivåer av aggregat", en="levels of aggregates")
BARE_UNIT: Final = Text(
    fi="Yksiköllä {unit} ei ole yhtään lukua, ja COIN Toolin tuonti sekoittaisi rivit. Poista yksikkö ensin.",
    sv="Enheten {unit} har inte ett enda tal, och importen av COIN Tool skulle blanda ihop raderna. Ta bort enheten "
    "först.",
    en="The unit {unit} has no figure, and the import of the COIN Tool would mix up the rows. Remove the unit first.",
)
PANEL: Final = Text(
    fi="Indeksissä on {count} kierrosta, ja COIN Tooliin mahtuu yksi. Kirjoita indeksi iData- ja iMeta-tiedostoina.",
    sv="Indexet har {count} omgångar, och COIN Tool rymmer en. Skriv indexet som filerna iData och iMeta.",
    en="The index has {count} rounds, and the COIN Tool holds one. Write the index as the files iData and iMeta.",
)
DIVIDED: Final = Text(
    fi="COIN Toolin tiedostossa ei ole nimittäjiä: luvut on kirjoitettu nimittäjillä jaettuina ({codes}).",
    sv="En COIN Tool-fil har inga nämnare: talen är skrivna dividerade med sina nämnare ({codes}).",
    en="A COIN Tool file has no denominators: the figures are written divided by them ({codes}).",
)
LEFT_OUT: Final = Text(
    fi="Tiedostoon eivät mahdu: {what}.", sv="Det som inte ryms i filen: {what}.", en="The file does not hold: {what}."
)
GOALPOSTS: Final = Text(
    fi="Tiedoston tavoiterajoja (rivit 9 ja 10) ei otettu mukaan. Anna ne reseptissä: normalise, goalposts.",
    sv="Filens målstolpar (raderna 9 och 10) togs inte med. Ange dem i receptet: normalise, goalposts.",
    en="The goalposts of the file (rows 9 and 10) were not taken. Give them in the recipe: normalise, goalposts.",
)
ALONE: Final = Text(
    fi="Tason ainoa kooste on {codes}. COINr pitää sellaista tasoa tyhjänä ja jättää sen pois; indeksin luvut pysyvät.",
    sv="Nivåns enda aggregat är {codes}. COINr håller en sådan nivå för tom och utelämnar den; indexets tal "
    "ändras inte.",
    en="The only aggregate of its level is {codes}. COINr takes such a level for an unused one and leaves it out; the "
    "figures of the index stay.",
)
