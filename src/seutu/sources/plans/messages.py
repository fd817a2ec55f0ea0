"""What can be wrong with a plan file, said once in the three languages."""

from typing import Final

from seutu.core.text import Text

NOT_JSON: Final = Text(
    fi="Tiedosto ei ole kelvollista JSONia ({where}). Korjaa tiedosto tai vie suunnitelma uudelleen.",
    sv="Filen är inte giltig JSON ({where}). Rätta filen eller exportera planen på nytt.",
    en="The file is not valid JSON ({where}). Mend the file or export the plan again.",
)
AT: Final = Text(
    fi="vika on rivillä {line}, merkissä {column}",
    sv="felet finns på rad {line}, tecken {column}",
    en="the fault is on line {line}, character {column}",
)
NESTED: Final = Text(
    fi="sulkeita on liian monta sisäkkäin", sv="för många parenteser i varandra", en="too many brackets in one another"
)
NO_UTF8: Final = Text(fi="se ei ole UTF-8-tekstiä", sv="den är inte UTF-8-text", en="it is not UTF-8 text")
LONG_NUMBER: Final = Text(
    fi="siinä on kohtuuttoman pitkä luku", sv="den har ett orimligt långt tal", en="it has a number of absurd length"
)
NO_PLAN: Final = Text(
    fi="Tiedosto on JSONia muttei suunnitelma: siinä on oltava cost_lines, funding tai total.",
    sv="Filen är JSON men ingen plan: den ska innehålla cost_lines, funding eller total.",
    en="The file is JSON but no plan: it must hold cost_lines, funding or total.",
)
FLOAT: Final = Text(
    fi='Luku on liukuluku, joka ei ole sentilleen tarkka. Kirjoita se lainausmerkeissä: "125977.20".',
    sv='Talet är ett flyttal som inte är exakt på centen. Skriv det inom citattecken: "125977.20".',
    en='The figure is a float, which is not exact to the cent. Write it in quotes: "125977.20".',
)
NO_NUMBER: Final = Text(
    fi='Tämän pitäisi olla luku, kuten "125977" tai "19.32": numerot, piste desimaalien edessä, ei välejä.',
    sv='Detta ska vara ett tal, som "125977" eller "19.32": siffror, punkt före decimalerna, inga mellanslag.',
    en='This should be a figure, such as "125977" or "19.32": digits, a point before the decimals, no spaces.',
)
NEGATIVE: Final = Text(
    fi="Luku on negatiivinen. Suunnitelman summat ja osuudet ovat nolla tai enemmän.",
    sv="Talet är negativt. Planens belopp och andelar är noll eller mer.",
    en="The figure is negative. Amounts and shares of a plan are zero or more.",
)
ABSURD: Final = Text(
    fi="Luku on liian suuri hankkeen suunnitelmaan. Tarkista nollat.",
    sv="Talet är för stort för en projektplan. Kontrollera nollorna.",
    en="The figure is too large for the plan of a project. Check the zeros.",
)
NO_CODE: Final = Text(
    fi="Tämän pitäisi olla jokin näistä: {known}.",
    sv="Detta ska vara något av följande: {known}.",
    en="This should be one of: {known}.",
)
NO_DATE: Final = Text(
    fi="Tämän pitäisi olla päivä muodossa 2026-06-01.",
    sv="Detta ska vara ett datum i formen 2026-06-01.",
    en="This should be a day in the form 2026-06-01.",
)
NO_TEXT: Final = Text(fi="Tämän pitäisi olla tekstiä.", sv="Detta ska vara text.", en="This should be a text.")
NO_LIST: Final = Text(fi="Tämän pitäisi olla luettelo.", sv="Detta ska vara en lista.", en="This should be a list.")
NO_OBJECT: Final = Text(
    fi="Tämän pitäisi olla aaltosulkeissa oleva olio.", sv="Detta ska vara ett objekt.", en="This should be an object."
)
REPEATED: Final = Text(
    fi="Kenttä {key} on samassa oliossa kahdesti. Poista toinen, jotta arvo on yksiselitteinen.",
    sv="Fältet {key} finns två gånger i samma objekt. Ta bort det ena, så att värdet är entydigt.",
    en="The field {key} is twice in one object. Remove one of them, so that its value is certain.",
)
CIRCULAR: Final = Text(
    fi="Työpaketit odottavat toisiaan kehässä: {circle}. Poista jokin näistä riippuvuuksista.",
    sv="Arbetspaketen väntar på varandra i en cirkel: {circle}. Ta bort något av beroendena.",
    en="The work packages wait for one another in a circle: {circle}. Remove one of these dependencies.",
)
NO_PACKAGE: Final = Text(
    fi="Työpakettia {number} ei ole suunnitelmassa. Korjaa numero tai poista riippuvuus.",
    sv="Arbetspaket {number} finns inte i planen. Rätta numret eller ta bort beroendet.",
    en="The plan has no work package {number}. Mend the number or remove the dependency.",
)
UNKNOWN_KEY: Final = Text(
    fi="Kenttää ei tunneta, eikä sitä luettu.",
    sv="Fältet är okänt och lästes inte.",
    en="The field is not known and was not read.",
)
TOO_LARGE: Final = Text(
    fi="Tiedosto on suurempi kuin {limit} Mt. Suunnitelma on enintään muutamia kilotavuja.",
    sv="Filen är större än {limit} MB. En plan är högst några kilobyte.",
    en="The file is larger than {limit} MB. A plan is a few kilobytes at most.",
)
