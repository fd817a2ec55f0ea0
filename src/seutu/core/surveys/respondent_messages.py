"""What is wrong with the respondents, weights and answers of a survey, in the three languages. Not for deciding."""

from typing import Final

from seutu.core.text import Text

NO_RESPONDENTS: Final = Text(
    fi="{name}: vastauksia ei ole yhtään. Tarkista, että valitsit oikean kyselykierroksen.",
    sv="{name}: det finns inga svar. Kontrollera att du valde rätt omgång av enkäten.",
    en="{name}: there are no answers. Check that you chose the right wave of the survey.",
)
NO_GROUP: Final = Text(
    fi="Vastaajalta {row} puuttuu {name} (tällaisia vastaajia on {count}). Täydennä tieto tai jätä vastaajat pois.",
    sv="För respondent {row} saknas {name} (sådana är {count}). Fyll i uppgiften eller lämna respondenterna utanför.",
    en="Respondent {row} has no {name} (there are {count} such). Fill it in, or leave them out.",
)
NO_SUCH_GROUP: Final = Text(
    fi="Vastaajalla {row} {name} on {code}, jota luettelossa ei ole (tällaisia on {count}). Korjaa koodi tai lisää se "
    "luetteloon.",
    sv="Respondent {row} har {name} {code}, som inte finns i förteckningen (sådana är {count}). Rätta "
    "koden eller lägg till den i förteckningen.",
    en="Respondent {row} has the {name} {code}, which is not on the list (there are {count} such). Correct the code, "
    "or "
    "add it to the list.",
)
LENGTHS: Final = Text(
    fi="{name}: tietoja on {count}, mutta vastaajia {respondents}. Anna yksi tieto vastaajaa kohti.",
    sv="{name}: uppgifterna är {count}, men respondenterna {respondents}. Ge en uppgift per respondent.",
    en="{name}: there are {count} entries but {respondents} respondents. Give one for each respondent.",
)
NEGATIVE_WEIGHT: Final = Text(
    fi="Vastaajan {row} paino on {weight} (negatiivisia on kaikkiaan {count}). Paino on nolla tai suurempi: korjaa "
    "painot.",
    sv="Respondent {row} har vikten {weight} (negativa är sammanlagt {count}). En vikt är noll eller större: rätta "
    "vikterna.",
    en="Respondent {row} has the weight {weight} (negative ones are {count} in all). A weight is zero or more: correct "
    "the weights.",
)
NO_WEIGHT: Final = Text(
    fi="Vastaajan {row} paino puuttuu tai on ääretön (tällaisia on {count}). Anna jokaiselle vastaajalle paino.",
    sv="Respondent {row} saknar vikt eller har en oändlig (sådana är {count}). Ge varje respondent en vikt.",
    en="Respondent {row} has no weight or an infinite one (there are {count} such). Give every respondent a weight.",
)
ALL_WEIGHTLESS: Final = Text(
    fi="Kaikkien vastaajien paino on nolla, joten mitään ei voi laskea. Tarkista painot.",
    sv="Alla respondenter har vikten noll, så ingenting kan räknas. Kontrollera vikterna.",
    en="The weight of every respondent is zero, so nothing can be calculated. Check the weights.",
)
INFINITE_ANSWER: Final = Text(
    fi="Vastaajan {row} vastaus kysymykseen {question} on ääretön (tällaisia on {count}). Puuttuva vastaus jätetään "
    "tyhjäksi.",
    sv="Respondent {row} har ett oändligt svar på frågan {question} (sådana är {count}). Ett svar som saknas lämnas "
    "tomt.",
    en="Respondent {row} has an infinite answer to {question} (there are {count} such). A missing answer is left "
    "blank.",
)
NOT_A_SHARE: Final = Text(
    fi="Vastaajan {row} vastaus kysymykseen {question} on {answer} (muita kuin 0 ja 1 on {count}). Osuus lasketaan "
    "nollista ja ykkösistä: valitse keskiarvo tai kerro, mikä vastaus lasketaan ykköseksi.",
    sv="Respondent {row} har svaret {answer} på frågan {question} (andra än 0 och 1 är {count}). En andel räknas av "
    "nollor och ettor: välj medelvärde eller ange vilket svar som räknas som etta.",
    en="Respondent {row} answered {answer} to {question} (answers other than 0 and 1 are {count}). A share is worked "
    "out "
    "from zeros and ones: choose a mean, or tell which answer counts as one.",
)
SMALL_POPULATION: Final = Text(
    fi="{stratum}: vastaajia on {count}, mutta perusjoukossa vain {population}. Korjaa perusjoukon koko.",
    sv="{stratum}: respondenterna är {count}, men populationen bara {population}. Rätta populationens storlek.",
    en="{stratum}: there are {count} respondents but a population of only {population}. Correct the population.",
)
