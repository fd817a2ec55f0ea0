"""What can be wrong with a plan in a workbook: which cell, what it holds, why it cannot be used, what to do.

Only the wording; when to say it is in the readers of sheets.
"""

from typing import Final

from seutu.core.text import Text

NO_SHEETS: Final = Text(
    fi="Tiedosto ei ole suunnitelma: siinä ei ole yhtään välilehteä {names}. Vie suunnitelma ensin XLSX-tiedostoksi ja "
    "täytä se.",
    sv="Filen är ingen plan: inget av bladen {names} finns. Exportera först planen som XLSX och fyll i den.",
    en="The file is no plan: it has none of the sheets {names}. Export the plan as XLSX first and fill it in.",
)
SHEET_TWICE: Final = Text(
    fi="Välilehdet ”{first}” ja ”{second}” tarkoittavat samaa. Jätä tiedostoon toinen niistä.",
    sv="Bladen ”{first}” och ”{second}” betyder samma sak. Behåll bara det ena.",
    en="The sheets “{first}” and “{second}” mean the same. Keep one of them in the file.",
)
SHEET_UNKNOWN: Final = Text(
    fi="Välilehteä ei tunneta, eikä sitä luettu.",
    sv="Bladet är okänt och lästes inte.",
    en="The sheet is not known and was not read.",
)
HEADER_UNKNOWN: Final = Text(
    fi="Solu {cell}: saraketta ”{header}” ei tunneta. Tunnetut sarakkeet ovat {known}. Korjaa otsikko "
    "tai poista sarake.",
    sv="Cell {cell}: kolumnen ”{header}” är okänd. De kända kolumnerna är {known}. Rätta rubriken "
    "eller ta bort kolumnen.",
    en="Cell {cell}: the column “{header}” is not known. The known columns are {known}. Mend the header or remove the "
    "column.",
)
HEADER_TWICE: Final = Text(
    fi="Solu {cell}: sarake ”{header}” tarkoittaa samaa kuin ”{other}”. Poista toinen sarake.",
    sv="Cell {cell}: kolumnen ”{header}” betyder samma som ”{other}”. Ta bort den ena kolumnen.",
    en="Cell {cell}: the column “{header}” means the same as “{other}”. Remove one of the columns.",
)
HEADER_MISSING: Final = Text(
    fi="Sarake ”{header}” puuttuu riviltä {line}. Lisää otsikko ja sarakkeen arvot.",
    sv="Kolumnen ”{header}” saknas på rad {line}. Lägg till rubriken och kolumnens värden.",
    en="The column “{header}” is missing on row {line}. Add the header and the values of the column.",
)
PERCENTS: Final = Text(
    fi="Sarakkeen {letter} soluja näytetään prosentteina. Tiedostossa 80 % on silloin 0,8, eikä kaikkien solujen "
    "muotoa tiedetä. Muuta solut luvuiksi ja kirjoita esimerkiksi 80.",
    sv="Celler i kolumn {letter} visas som procent. I filen är 80 % då 0,8, och det är inte känt vilka celler det "
    "gäller. Gör cellerna till tal och skriv till exempel 80.",
    en="Cells of column {letter} are shown as percents. In the file 80% is then 0.8, and it is not known of which "
    "cells. Turn the cells into numbers and type, for example, 80.",
)
TEXT_FOR_FIGURE: Final = Text(
    fi="Solu {cell}: tässä on tekstiä ”{value}”, vaikka sarakkeeseen kuuluu luku. Kirjoita soluun pelkkä luku, "
    "esimerkiksi 125977,20.",
    sv="Cell {cell}: här står texten ”{value}”, men kolumnen tar tal. Skriv bara talet i cellen, till exempel "
    "125977,20.",
    en="Cell {cell}: here is the text “{value}”, but the column takes numbers. Type only the number into the cell, "
    "for example 125977.20.",
)
NO_FIGURE: Final = Text(
    fi="Solu {cell}: arvo {value} ei ole luku vaan päivä tai totuusarvo. Muuta solun muodoksi luku ja kirjoita luku "
    "uudelleen.",
    sv="Cell {cell}: värdet {value} är inget tal utan ett datum eller sanningsvärde. Ändra cellens format till tal "
    "och skriv talet på nytt.",
    en="Cell {cell}: the value {value} is no number but a date or a truth value. Format the cell as a number and type "
    "the number again.",
)
NEGATIVE: Final = Text(
    fi="Solu {cell}: luku {value} on negatiivinen. Suunnitelman summat ja osuudet ovat nolla tai enemmän. Korjaa luku.",
    sv="Cell {cell}: talet {value} är negativt. Planens belopp och andelar är noll eller mer. Rätta talet.",
    en="Cell {cell}: the figure {value} is negative. Amounts and shares of a plan are zero or more. Mend the figure.",
)
ABSURD: Final = Text(
    fi="Solu {cell}: luku {value} on liian suuri hankkeen suunnitelmaan. Tarkista nollat.",
    sv="Cell {cell}: talet {value} är för stort för en projektplan. Kontrollera nollorna.",
    en="Cell {cell}: the figure {value} is too large for the plan of a project. Check the zeros.",
)
TOO_FINE: Final = Text(
    fi="Solu {cell}: luvussa {value} on yli {most} desimaalia, eikä sitä pyöristetä puolestasi. Pyöristä luku "
    "taulukossa, esimerkiksi sentteihin.",
    sv="Cell {cell}: talet {value} har över {most} decimaler och avrundas inte åt dig. Avrunda det i kalkylbladet, "
    "till exempel till cent.",
    en="Cell {cell}: the figure {value} has over {most} decimals and is not rounded for you. Round it in the sheet, "
    "for example to the cent.",
)
NO_WORD: Final = Text(
    fi="Solu {cell}: ”{value}” ei käy sarakkeeseen. Valitse jokin näistä: {known}. Jos rivi on summarivi, poista se.",
    sv="Cell {cell}: ”{value}” passar inte i kolumnen. Välj något av följande: {known}. Om raden är en summarad, "
    "ta bort den.",
    en="Cell {cell}: “{value}” does not fit the column. Choose one of: {known}. If the row is a total, remove it.",
)
NO_CODE: Final = Text(
    fi="Solu {cell} on tyhjä. Valitse jokin näistä: {known}. Jos rivi on summarivi, poista se.",
    sv="Cell {cell} är tom. Välj något av följande: {known}. Om raden är en summarad, ta bort den.",
    en="Cell {cell} is empty. Choose one of: {known}. If the row is a total, remove it.",
)
NO_TEXT: Final = Text(
    fi="Solu {cell}: tähän kuuluu tekstiä, mutta solussa on päivä tai totuusarvo {value}. Muuta solun muodoksi teksti "
    "ja kirjoita arvo uudelleen.",
    sv="Cell {cell}: här ska stå text, men cellen har datumet eller sanningsvärdet {value}. Ändra cellens format till "
    "text och skriv värdet på nytt.",
    en="Cell {cell}: this takes text, but the cell holds the date or truth value {value}. Format the cell as text and "
    "type the value again.",
)
NO_DAY: Final = Text(
    fi="Solu {cell}: ”{value}” ei ole päivä. Kirjoita päivä muodossa 1.6.2026.",
    sv="Cell {cell}: ”{value}” är inget datum. Skriv datumet i formen 1.6.2026.",
    en="Cell {cell}: “{value}” is no date. Type the date in the form 1.6.2026.",
)
FACT_UNKNOWN: Final = Text(
    fi="Solu {cell}: tietoa ”{value}” ei tunneta. Tunnetut tiedot ovat {known}. Korjaa nimi tai poista rivi.",
    sv="Cell {cell}: uppgiften ”{value}” är okänd. De kända uppgifterna är {known}. Rätta namnet eller ta bort raden.",
    en="Cell {cell}: the fact “{value}” is not known. The known facts are {known}. Mend the name or remove the row.",
)
FACT_TWICE: Final = Text(
    fi="Solu {cell}: tieto ”{value}” on kahdella rivillä. Jätä niistä toinen.",
    sv="Cell {cell}: uppgiften ”{value}” finns på två rader. Behåll den ena.",
    en="Cell {cell}: the fact “{value}” stands on two rows. Keep one of them.",
)
OTHER_TOTAL: Final = Text(
    fi="Solu {cell}: laskettuna summana on {stated}, mutta luvut ovat yhteensä {sum}. Summaa ei luettu; korjaa se tai "
    "vie suunnitelma uudelleen.",
    sv="Cell {cell}: den beräknade summan är {stated}, men talen är sammanlagt {sum}. Summan lästes inte; rätta den "
    "eller exportera planen på nytt.",
    en="Cell {cell}: the computed total is {stated}, but the figures add up to {sum}. The total was not read; mend it "
    "or export the plan again.",
)
NO_TOTAL: Final = Text(
    fi="Solu {cell}: laskettu summa ”{value}” ei ole luku, joten sitä ei tarkistettu.",
    sv="Cell {cell}: den beräknade summan ”{value}” är inget tal och kontrollerades inte.",
    en="Cell {cell}: the computed total “{value}” is no number and was not checked.",
)
