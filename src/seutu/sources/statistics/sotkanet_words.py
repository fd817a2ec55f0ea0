"""What goes wrong in a pull from Sotkanet, said in the three languages. Not for pulling (``sotkanet``)."""

from seutu.core.text import Text


def no_number(given: str) -> Text:
    """Word a table that is no indicator's number."""
    return Text(
        fi=f"”{given}” ei ole Sotkanetin mittarin numero. Anna numero, esimerkiksi 127.",
        sv=f"”{given}” är inte numret på en indikator i Sotkanet. Ange ett nummer, till exempel 127.",
        en=f"“{given}” is not the number of an indicator of Sotkanet. Give a number, such as 127.",
    )


def other_indicator(asked: str, came: str) -> Text:
    """Word an answer about another indicator."""
    return Text(
        fi=f"Sotkanetilta kysyttiin mittaria {asked}, mutta vastaus koskee mittaria {came}. Tarkista numero.",
        sv=f"Sotkanet tillfrågades om indikator {asked} men svaret gäller {came}. Kontrollera numret.",
        en=f"Sotkanet was asked for indicator {asked}, but its answer is about {came}. Check the number.",
    )


def not_json() -> Text:
    """Word an answer that is no JSON or is cut."""
    return Text(
        fi="Sotkanetin vastaus ei ole ehjää JSONia. Yritä hetken päästä uudelleen.",
        sv="Sotkanets svar är inte hel JSON. Försök igen om en stund.",
        en="The answer of Sotkanet is not whole JSON. Try again in a moment.",
    )


def other_form() -> Text:
    """Word JSON of another form."""
    return Text(
        fi="Sotkanetin vastaus ei ole rajapinnan 1.1 muotoa. Tarkista osoite.",
        sv="Sotkanets svar har inte formen för gränssnitt 1.1. Kontrollera adressen.",
        en="The answer of Sotkanet is not of the form of its interface 1.1. Check the address.",
    )


def no_municipalities() -> Text:
    """Word a list of regions without municipalities."""
    return Text(
        fi="Sotkanetin alueluettelossa ei ole kuntia (KUNTA), joten alueita ei voi tunnistaa. Tarkista osoite.",
        sv="Sotkanets områdeslista saknar kommuner (KUNTA), så områdena går inte att känna igen. Kontrollera adressen.",
        en="The regions of Sotkanet have no municipalities (KUNTA), so no place can be told. Check the address.",
    )


def unknown_regions(numbers: str) -> Text:
    """Word regions that the list of regions lacks."""
    return Text(
        fi=f"Näitä alueita ei ole Sotkanetin omassa luettelossa: {numbers}. Niiden luvut jätettiin pois.",
        sv=f"De här områdena finns inte i Sotkanets egen lista: {numbers}. Deras tal lämnades bort.",
        en=f"These regions are not in Sotkanet's own list: {numbers}. Their figures were left out.",
    )


def not_asked(said: str) -> Text:
    """Word a row that nobody asked for."""
    return Text(
        fi=f"Vastauksessa on rivi, jota ei kysytty ({said}). Se jätettiin pois.",
        sv=f"Svaret har en rad som ingen frågade efter ({said}). Den lämnades bort.",
        en=f"The answer has a row that was not asked for ({said}). It was left out.",
    )


def no_value(given: str) -> Text:
    """Word a value that is no number."""
    return Text(
        fi=f"”{given}” ei ole luku. Luku jätettiin pois.",
        sv=f"”{given}” är inte ett tal. Det lämnades bort.",
        en=f"“{given}” is not a number. It was left out.",
    )


def unknown_limit(name: str) -> Text:
    """Word a dimension that Sotkanet does not have."""
    return Text(
        fi=f"--only {name}: Sotkanetissa voi rajata vain vuosia (years) ja sukupuolta (genders).",
        sv=f"--only {name}: i Sotkanet går det att begränsa bara år (years) och kön (genders).",
        en=f"--only {name}: in Sotkanet only years and genders can be limited.",
    )


def unknown_gender(given: str) -> Text:
    """Word a gender that Sotkanet does not have."""
    return Text(
        fi=f"--only genders={given}: valitse total, male tai female.",
        sv=f"--only genders={given}: välj total, male eller female.",
        en=f"--only genders={given}: choose total, male or female.",
    )


def no_year(given: str) -> Text:
    """Word a year that is none."""
    return Text(
        fi=f"--only years={given}: anna vuodet neljällä numerolla, esimerkiksi 2023.",
        sv=f"--only years={given}: ange åren med fyra siffror, till exempel 2023.",
        en=f"--only years={given}: give years with four digits, such as 2023.",
    )
