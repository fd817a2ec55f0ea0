"""What is wrong with a plan of weighting as it was typed, and what the weights tell, in the three languages."""

from typing import Final

from seutu.core.text import Text

NO_LINES: Final = Text(
    fi="Painotus tarvitsee perusjoukon luvut. Kirjoita rivi luokkaa kohti, esimerkiksi town; 140; 20300.",
    sv="Viktningen behöver populationens tal. Skriv en rad per klass, till exempel town; 140; 20300.",
    en="Weighting needs the population. Write a line for each class, for example town; 140; 20300.",
)
TOO_LARGE: Final = Text(
    fi="Perusjoukon tiedosto on yli 200 kilotavua, joten sitä ei luettu. Jätä siihen vain luokkien rivit.",
    sv="Filen med populationen är över 200 kilobyte, så den lästes inte. Lämna bara klassernas rader i den.",
    en="The file of the population is over 200 kilobytes and was not read. Leave the lines of the classes only in it.",
)
NOT_THREE: Final = Text(
    fi="Perusjoukon rivi {line} ”{text}”: rivillä on kolme kenttää, kysymys; luokka; luku. Korjaa rivi.",
    sv="Populationens rad {line} ”{text}”: raden har tre fält, fråga; klass; tal. Rätta raden.",
    en="Line {line} of the population “{text}”: a line has three fields, question; class; number. Mend the line.",
)
NO_NUMBER: Final = Text(
    fi="Perusjoukon rivi {line}: ”{text}” ei ole luku. Kirjoita luokan koko numeroin.",
    sv="Populationens rad {line}: ”{text}” är inget tal. Skriv klassens storlek med siffror.",
    en="Line {line} of the population: “{text}” is no number. Write the size of the class in figures.",
)
CLASS_TWICE: Final = Text(
    fi="Perusjoukon rivi {line}: luokka {cell} on jo annettu. Poista toinen rivi.",
    sv="Populationens rad {line}: klassen {cell} är redan angiven. Ta bort den ena raden.",
    en="Line {line} of the population: the class {cell} was given already. Remove one of the lines.",
)
SEVERAL_GROUPINGS: Final = Text(
    fi="Jälkiositus tehdään yhden luokituksen mukaan, mutta luvuissa on {names}. Valitse sovitus reunajakaumiin "
    "tai yhdistä luokitukset merkillä ×, esimerkiksi town × group; 140 × residents; 1200.",
    sv="Efterstratifiering görs efter en indelning, men talen har {names}. Välj kalibrering mot marginaler "
    "eller förena indelningarna med ×, till exempel town × group; 140 × residents; 1200.",
    en="Post-stratification is by one grouping, but the figures have {names}. Choose raking, or join the groupings "
    "with ×, for example town × group; 140 × residents; 1200.",
)
NO_MERGE: Final = Text(
    fi="Yhdistämisen rivi {line} ”{text}”: kirjoita kysymys; luokka = luokka, johon se yhdistetään.",
    sv="Sammanslagningens rad {line} ”{text}”: skriv fråga; klass = klassen som den förs till.",
    en="Line {line} of the merges “{text}”: write question; class = the class that takes it in.",
)
MERGE_ELSEWHERE: Final = Text(
    fi="Yhdistämisissä on {name}, mutta perusjoukon luvuissa sitä ei ole. Tarkista kysymyksen tunnus.",
    sv="Sammanslagningarna har {name}, men populationens tal har den inte. Kontrollera frågans kod.",
    en="The merges have {name} but the population has not. Check the question’s code.",
)
BAD_CAP: Final = Text(
    fi="Painojen ylärajaksi on annettu ”{text}”. Anna luku, joka on suurempi kuin 1, tai jätä kenttä tyhjäksi.",
    sv="Vikternas övre gräns är ”{text}”. Ange ett tal som är större än 1 eller lämna fältet tomt.",
    en="The cap of the weights is “{text}”. Give a number above 1, or leave the field empty.",
)
NO_QUESTION: Final = Text(
    fi="{name} ei ole tämän lomakkeen yhden vaihtoehdon kysymys. Painottaa voi näillä: {known}.",
    sv="{name} är ingen fråga med ett alternativ i formuläret. Det går att vikta med: {known}.",
    en="{name} is no single choice of this questionnaire. Weighting can be by: {known}.",
)
NO_CLASS: Final = Text(
    fi="{name}: luokkaa {cell} ei ole. Luokat ovat: {known}.",
    sv="{name}: klassen {cell} finns inte. Klasserna är: {known}.",
    en="{name}: there is no class {cell}. The classes are: {known}.",
)
AGES_MISFIT: Final = Text(
    fi="Tilastovaraston ikäluokka {ages} ei mahdu kokonaan yhteenkään kysymyksen {question} luokkaan. Syötä "
    "väkiluvut itse.",
    sv="Statistiklagrets åldersklass {ages} ryms inte helt i någon klass i frågan {question}. Ange folkmängderna "
    "själv.",
    en="The store’s class of age {ages} lies in no single class of the question {question}. Give the populations "
    "yourself.",
)
NOT_TOLD_KEPT: Final = Text(
    fi="{name}: {count} vastaajan luokka ei ole tiedossa. Heidän osuutensa painoista pysyy samana kuin vastauksissa.",
    sv="{name}: klassen är okänd för {count} respondenter. Deras andel av vikterna är densamma som i svaren.",
    en="{name}: the class of {count} respondent(s) is not known. Their share of the weights stays as in the answers.",
)
SOME_NOT_TOLD: Final = Text(
    fi="{name}: kaikkien vastaajien luokka ei ole tiedossa. Näiden osuus painoista pysyy samana kuin vastauksissa.",
    sv="{name}: klassen är inte känd för alla respondenter. Dessas andel av vikterna är densamma som i svaren.",
    en="{name}: the class of some respondents is not known. Their share of the weights stays as in the answers.",
)
SOME_TRIMMED: Final = Text(
    fi="Suurimpia painoja leikattiin.", sv="De största vikterna kapades.", en="The largest weights were trimmed."
)
PLANNED_CELLS: Final = Text(
    fi="Vastaukset on painotettu jälkiosituksella: {names}.{source}",
    sv="Svaren är vägda med efterstratifiering: {names}.{source}",
    en="Answers are weighted by post-stratification: {names}.{source}",
)
PLANNED_RAKING: Final = Text(
    fi="Vastaukset on painotettu sovittamalla reunajakaumiin: {names}.{source}",
    sv="Svaren är vägda med kalibrering mot marginaler: {names}.{source}",
    en="Answers are weighted by raking: {names}.{source}",
)
PLAN_FAILED: Final = Text(
    fi="Kierrokselle valittua painotusta ei voi laskea, joten jokaisella vastauksella on sama paino. {why}",
    sv="Viktningen som valts för omgången kan inte räknas, så alla svar har samma vikt. {why}",
    en="The weighting chosen for the wave cannot be worked out, so every answer has the same weight. {why}",
)
