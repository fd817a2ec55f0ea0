"""What can be wrong with JSON-stat, said in the three languages. Not for reading it (``json_stat``)."""

from typing import Final

from seutu.core.text import Text

_NEXT: Final = Text(
    fi="Yritä uudelleen; jos vika toistuu, kerro siitä lähteen ylläpidolle.",
    sv="Försök igen; meddela källan om felet återkommer.",
    en="Try again; if it stays, tell the source about it.",
)


def _fault(fi: str, sv: str, en: str) -> Text:
    return Text(
        fi=f"Vastaus ei ole kelvollista JSON-statia: {fi}. {_NEXT.fi}",
        sv=f"Svaret är inte giltig JSON-stat: {sv}. {_NEXT.sv}",
        en=f"The answer is not proper JSON-stat: {en}. {_NEXT.en}",
    )


def not_json(line: int | None) -> Text:
    """Return that the text is no JSON, perhaps half of one."""
    fi, sv, en = ("", "", "") if line is None else (f" (rivi {line})", f" (rad {line})", f" (line {line})")
    return _fault(
        f"JSON on rikki tai kesken{fi}", f"JSON-texten är trasig eller avbruten{sv}", f"the JSON is broken or cut{en}"
    )


def a_page() -> Text:
    """Return that a web page came."""
    return Text(
        fi="Palvelin lähetti verkkosivun eikä lukuja. Tarkista osoite.",
        sv="Servern skickade en webbsida i stället för tal. Kontrollera adressen.",
        en="The server sent a web page instead of figures. Check the address.",
    )


def too_deep() -> Text:
    """Return that the nest is too deep."""
    return _fault("rakenteita on liikaa sisäkkäin", "strukturen är för djupt nästlad", "it is nested too deeply")


def half_character() -> Text:
    """Return that a text holds half of a character."""
    return _fault(
        "tekstissä on puolikas merkki", "en text innehåller ett halvt tecken", "a text holds half a character"
    )


def no_literal(literal: str) -> Text:
    """Return that a literal is no JSON."""
    return _fault(f"{literal} ei ole luku", f"{literal} är inte ett tal", f"{literal} is not a number")


def twice(name: str) -> Text:
    """Return that a name stands twice in one object."""
    return _fault(f"nimi {name} on kahdesti", f"namnet {name} finns två gånger", f"the name {name} stands twice")


def no_data_set() -> Text:
    """Return that it is no data set."""
    return _fault("se ei ole aineisto (class: dataset)", "det är ingen datamängd (class: dataset)", "no class: dataset")


def other_version(version: str) -> Text:
    """Return that the version is another."""
    return _fault(f"versio on {version}, ei 2", f"versionen är {version}, inte 2", f"the version is {version}, not 2")


def no_ids() -> Text:
    """Return that the dimensions are not listed."""
    return _fault("ulottuvuuksien luettelo id puuttuu", "dimensionslistan id saknas", "the list id is missing")


def no_sizes(count: int) -> Text:
    """Return that the sizes do not go with the dimensions."""
    return _fault(
        f"size ei anna kokoa {count} ulottuvuudelle",
        f"size ger inte storleken för {count} dimensioner",
        f"size does not give a size for {count} dimensions",
    )


def no_dimension(name: str) -> Text:
    """Return that a dimension is listed but not there."""
    return _fault(
        f"ulottuvuuden {name} luokat puuttuvat",
        f"klasserna för dimensionen {name} saknas",
        f"the categories of the dimension {name} are missing",
    )


def unknown_id(name: str) -> Text:
    """Return that something is of a dimension that is not listed."""
    return _fault(
        f"ulottuvuus {name} ei ole luettelossa id",
        f"dimensionen {name} finns inte i listan id",
        f"the dimension {name} is not in the list id",
    )


def no_labels(name: str) -> Text:
    """Return that labels are no texts."""
    return _fault(
        f"ulottuvuuden {name} selitteet eivät ole tekstiä",
        f"etiketterna för dimensionen {name} är inte text",
        f"the labels of the dimension {name} are not texts",
    )


def no_index(name: str) -> Text:
    """Return that the order of the categories cannot be told."""
    return _fault(
        f"ulottuvuuden {name} luokkien järjestys (index) puuttuu tai on rikki",
        f"ordningen (index) för klasserna i dimensionen {name} saknas eller är trasig",
        f"the order (index) of the categories of {name} is missing or broken",
    )


def other_size(name: str, told: int, found: int) -> Text:
    """Return that a dimension has another number of categories than its size."""
    return _fault(
        f"ulottuvuuden {name} koko on {told}, mutta luokkia on {found}",
        f"dimensionen {name} har storleken {told} men {found} klasser",
        f"the size of {name} is {told}, but it has {found} categories",
    )


def unknown_category(name: str, code: str) -> Text:
    """Return that a label is of no category."""
    return _fault(
        f"ulottuvuuden {name} selitteellä {code} ei ole luokkaa",
        f"etiketten {code} i dimensionen {name} hör inte till någon klass",
        f"the label {code} of {name} is of no category",
    )


def no_roles() -> Text:
    """Return that the roles cannot be read."""
    return _fault("role on rikki", "role är trasig", "role is broken")


def too_large(cells: int, most: int) -> Text:
    """Return that there are too many cells."""
    shown = str(cells) if cells < 10**15 else "> 10^15"
    return Text(
        fi=f"Vastauksessa on {shown} lukua, enimmäismäärä on {most}. Rajaa hakua valitsimella --only.",
        sv=f"Svaret har {shown} tal, det högsta antalet är {most}. Begränsa hämtningen med --only.",
        en=f"The answer has {shown} figures, the most is {most}. Limit the pull with --only.",
    )


def other_length(what: str, found: int, size: int) -> Text:
    """Return that an array has another length than the sizes say."""
    return _fault(
        f"taulukossa {what} on {found} kohtaa, vaikka lukuja on {size}",
        f"listan {what} har {found} poster fast talen är {size}",
        f"{what} has {found} entries, though there are {size} figures",
    )


def no_values() -> Text:
    """Return that there are no values."""
    return _fault("luvut (value) puuttuvat", "talen (value) saknas", "the figures (value) are missing")


def no_number(position: str, shown: str) -> Text:
    """Return that a value is no number."""
    return _fault(
        f"kohdan {position} arvo ”{shown}” ei ole luku",
        f"värdet ”{shown}” på plats {position} är inte ett tal",
        f"the value “{shown}” at {position} is not a number",
    )


def no_position(what: str, key: str, size: int) -> Text:
    """Return that a position is outside the cells."""
    return _fault(
        f"{what}: kohtaa ”{key}” ei ole, lukuja on {size}",
        f"{what}: platsen ”{key}” finns inte, talen är {size}",
        f"{what}: there is no position “{key}” among {size} figures",
    )


def no_status() -> Text:
    """Return that the statuses cannot be read."""
    return _fault("status on rikki", "status är trasig", "status is broken")
