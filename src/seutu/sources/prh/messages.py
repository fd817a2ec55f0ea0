"""What the reader of business register files says about a file, a record or an odd value.

Not for deciding anything: every value or function only words one finding in the three languages.
"""

from typing import Final

from seutu.core.text import Text

RETIRED_FORM: Final = Text(
    fi="Tiedosto on PRH:n vanhentunutta versiota 1. Hae yritykset uudelleen YTJ:n avoimen datan versiosta 3.",
    sv="Filen har PRS föråldrade version 1. Hämta företagen på nytt ur version 3 av FODS öppna data.",
    en="The file is in the retired version 1 of PRH. Fetch the companies again from version 3 of the YTJ open data.",
)
BAD_BUSINESS_ID: Final = Text(
    fi="Y-tunnuksen tarkistusnumero ei täsmää. Y-tunnus jätettiin tyhjäksi: tarkista se YTJ:stä.",
    sv="FO-numrets kontrollsiffra stämmer inte. FO-numret lämnades tomt: kontrollera det i FODS.",
    en="The check digit of the business ID does not match. The ID was left empty: check it in YTJ.",
)
TWO_MUNICIPALITIES: Final = Text(
    fi="Osoitteella on kaksi eri kuntaa. Kunta jätettiin tyhjäksi.",
    sv="Adressen har två olika kommuner. Kommunen lämnades tom.",
    en="The address has two different municipalities. The municipality was left empty.",
)
BAD_DATE: Final = Text(
    fi="Tämä ei ole päivä muodossa 2021-05-31. Se jätettiin tyhjäksi.",
    sv="Det här är inget datum av formen 2021-05-31. Det lämnades tomt.",
    en="This is not a date of the form 2021-05-31. It was left empty.",
)
NOT_A_COMPANY: Final = Text(
    fi="Tietueessa ei ole Y-tunnusta eikä nimeä. Se jätettiin pois.",
    sv="Posten har varken FO-nummer eller namn. Den lämnades bort.",
    en="The record has neither a business ID nor a name. It was left out.",
)

BUSY: Final = Text(
    fi="PRH:n palvelu on ruuhkainen: sen 300 kyselyä minuutissa ovat kaikille yhteiset. Mitään ei tuotu. "
    "Yritä myöhemmin tai tuo koko aineiston tiedosto.",
    sv="PRS tjänst är upptagen: dess 300 frågor i minuten delas av alla. Inget togs in. Försök senare eller ta in "
    "filen med hela materialet.",
    en="The service of PRH is busy: its 300 calls a minute are shared by everybody. Nothing was brought in. Try "
    "later, or bring in the bulk file.",
)
ANSWER_CUT: Final = Text(
    fi="PRH:n vastaus ei ole ehjää JSONia. Yritä hetken päästä uudelleen.",
    sv="PRS svar är inte hel JSON. Försök igen om en stund.",
    en="The answer of PRH is not whole JSON. Try again in a moment.",
)
ANSWER_OF_ANOTHER_FORM: Final = Text(
    fi="PRH:n vastaus ei ole rajapinnan version 3 muotoa (totalResults, companies). Tarkista osoite.",
    sv="PRS svar har inte formen för gränssnittets version 3 (totalResults, companies). Kontrollera adressen.",
    en="The answer of PRH is not of the form of its version 3 (totalResults, companies). Check the address.",
)


def no_filter(given: str, known: str) -> Text:
    """Word a filter that the service does not have."""
    return Text(
        fi=f"PRH:sta ei voi hakea ehdolla ”{given}”. Anna kunta tai jokin ehdoista {known}.",
        sv=f"Hos PRS går det inte att söka med ”{given}”. Ange en kommun eller något av villkoren {known}.",
        en=f"PRH cannot be asked by “{given}”. Give a town, or one of {known}.",
    )


def too_many(total: int, most: int) -> Text:
    """Word a question that is too wide for the service."""
    return Text(
        fi=f"Hakuun osuu {total} yritystä ja palvelusta haetaan enintään {most}. Rajaa hakua tai tuo koko aineiston "
        "tiedosto.",
        sv=f"Sökningen ger {total} företag, och högst {most} hämtas ur tjänsten. Begränsa sökningen eller ta in "
        "filen med hela materialet.",
        en=f"{total} companies match, and at most {most} are fetched from the service. Narrow the question, or bring "
        "in the bulk file.",
    )


def fewer(came: int, total: int) -> Text:
    """Word a service that stops before its own total."""
    return Text(
        fi=f"PRH lupasi {total} yritystä mutta lähetti {came}. Mitään ei tuotu. Yritä uudelleen.",
        sv=f"PRS utlovade {total} företag men skickade {came}. Inget togs in. Försök igen.",
        en=f"PRH promised {total} companies but sent {came}. Nothing was brought in. Try again.",
    )


def unreadable(name: str) -> Text:
    """Word a file that cannot be opened, or a zip without JSON in it."""
    return Text(
        fi=f"Tiedostoa {name} ei voi lukea. Anna PRH:n JSON-tiedosto tai zip, jossa se on.",
        sv=f"Filen {name} kan inte läsas. Ange JSON-filen från PRS eller en zip med den.",
        en=f"The file {name} cannot be read. Give the JSON file from PRH, or a zip that holds it.",
    )


def other_form(name: str) -> Text:
    """Word JSON that holds no companies."""
    return Text(
        fi=f"Tiedostossa {name} ei ole yritysluetteloa (companies). Tarkista, että se on YTJ:n versiota 3.",
        sv=f"Filen {name} saknar företagslista (companies). Kontrollera att den har FODS version 3.",
        en=f"The file {name} holds no list of companies. Check that it is version 3 of YTJ.",
    )


def broken_json(after: int, line: int | None, column: int | None) -> Text:
    """Word JSON that breaks off; the place is exact for small files, else told by the last sound company."""
    if line is not None and column is not None:
        return Text(
            fi=f"JSON katkeaa tai on rikki rivillä {line}, merkissä {column} (eheitä yrityksiä sitä ennen {after}). "
            "Lataa tiedosto uudelleen.",
            sv=f"JSON är avbruten eller trasig på rad {line}, tecken {column} (hela företag före det: {after}). "
            "Hämta filen på nytt.",
            en=f"The JSON breaks on line {line}, character {column} (sound companies before it: {after}). "
            "Download the file again.",
        )
    return Text(
        fi=f"JSON katkeaa tai on rikki yrityksen numero {after} jälkeen. Lataa tiedosto uudelleen.",
        sv=f"JSON är avbruten eller trasig efter företag nummer {after}. Hämta filen på nytt.",
        en=f"The JSON breaks after company number {after}. Download the file again.",
    )
