"""What goes wrong in a pull from Eurostat, said in the three languages. Not for pulling (``eurostat_service``)."""

from seutu.core.text import Text


def no_code(given: str) -> Text:
    """Word a table that is no data set's code."""
    return Text(
        fi=f"”{given}” ei ole Eurostatin aineiston koodi. Anna koodi, esimerkiksi nama_10r_3gdp.",
        sv=f"”{given}” är inte koden för en datamängd hos Eurostat. Ange en kod, till exempel nama_10r_3gdp.",
        en=f"“{given}” is not the code of a data set of Eurostat. Give a code, such as nama_10r_3gdp.",
    )


def no_filter(name: str) -> Text:
    """Word a limit that is no dimension."""
    return Text(
        fi=f"--only {name}: rajaa aineiston omilla ulottuvuuksilla, esimerkiksi unit, time tai geo.",
        sv=f"--only {name}: begränsa med datamängdens egna dimensioner, till exempel unit, time eller geo.",
        en=f"--only {name}: limit by the data set's own dimensions, such as unit, time or geo.",
    )


def answered(said: str) -> Text:
    """Word what the service says instead of figures."""
    return Text(
        fi=f"Eurostat ei anna lukuja: ”{said}”. Tarkista aineiston koodi ja rajaus.",
        sv=f"Eurostat ger inga tal: ”{said}”. Kontrollera datamängdens kod och urvalet.",
        en=f"Eurostat gives no figures: “{said}”. Check the code of the data set and what was asked for.",
    )


def too_large() -> Text:
    """Word a question that cannot be made smaller by areas or years."""
    return Text(
        fi="Eurostatin vastaus on liian suuri yhdelle alueelle ja vuodellekin. Rajaa muita ulottuvuuksia: --only.",
        sv="Eurostats svar är för stort även för ett område och ett år. Begränsa andra dimensioner med --only.",
        en="The answer of Eurostat is too large even for one area and year. Limit other dimensions with --only.",
    )


def changed() -> Text:
    """Word a data set that was renewed in the middle of a pull."""
    return Text(
        fi="Eurostat päivitti aineiston kesken haun. Mitään ei tallennettu: hae uudelleen.",
        sv="Eurostat uppdaterade datamängden under hämtningen. Inget sparades: hämta på nytt.",
        en="Eurostat renewed the data set in the middle of the pull. Nothing was stored: pull again.",
    )


def no_dimension(name: str) -> Text:
    """Word a data set without areas or periods."""
    return Text(
        fi=f"Eurostatin vastauksessa ei ole ulottuvuutta {name}, joten luvuilta puuttuu alue tai aika.",
        sv=f"Eurostats svar saknar dimensionen {name}, så talen går inte att placera i område och tid.",
        en=f"The answer of Eurostat has no dimension {name}, so its figures have no place or period.",
    )


def several(names: str) -> Text:
    """Word a data set with more than one breakdown."""
    return Text(
        fi=f"Aineistossa on useita luokituksia: {names}. Valitse muista kuin yhdestä yksi luokka: --only.",
        sv=f"Datamängden har flera indelningar: {names}. Välj en klass i alla utom en med --only.",
        en=f"The data set has several breakdowns: {names}. Choose one class of all but one of them with --only.",
    )


def which_unit(units: str) -> Text:
    """Word one name for several units."""
    return Text(
        fi=f"Aineistossa on useita yksiköitä: {units}. Anna mittari yksikölle: --indicator YKSIKKÖ=MITTARI.",
        sv=f"Datamängden har flera enheter: {units}. Ange indikatorn för en enhet: --indicator ENHET=INDIKATOR.",
        en=f"The data set has several units: {units}. Name the indicator of a unit: --indicator UNIT=ID.",
    )


def other_periods(periods: str) -> Text:
    """Word periods that are no year, quarter or month."""
    return Text(
        fi=f"Nämä ajankohdat eivät ole vuosia, neljänneksiä tai kuukausia: {periods}. Ne jätettiin pois.",
        sv=f"De här tidpunkterna är inte år, kvartal eller månader: {periods}. De lämnades bort.",
        en=f"These periods are not years, quarters or months: {periods}. They were left out.",
    )


def other_areas(codes: str) -> Text:
    """Word areas of other countries."""
    return Text(
        fi=f"Nämä alueet eivät ole Suomen NUTS-alueita: {codes}. Niiden luvut jätettiin pois.",
        sv=f"De här områdena är inte NUTS-områden i Finland: {codes}. Deras tal lämnades bort.",
        en=f"These areas are not NUTS areas of Finland: {codes}. Their figures were left out.",
    )


def older_version(pairs: str) -> Text:
    """Word codes of NUTS 2021 whose areas have other codes from 2024 on."""
    return Text(
        fi=f"Alueet ovat NUTS 2021:n mukaisia. Näillä on vuodesta 2024 toinen tunnus: {pairs}. Rajat eivät ole aivan "
        "samat, joten sarjoja ei yhdistetty.",
        sv=f"Områdena följer NUTS 2021. De här har en annan kod från 2024: {pairs}. Gränserna är inte helt desamma, så "
        "serierna slogs inte ihop.",
        en=f"The areas are of NUTS 2021. These have another code from 2024 on: {pairs}. Their borders are not quite "
        "the same, so the series were not joined.",
    )


def both_versions(pairs: str) -> Text:
    """Word an answer with codes of both versions."""
    return Text(
        fi=f"Vastauksessa on sekä NUTS 2021:n että 2024:n tunnuksia: {pairs}. Kumpikin sarja on omalla tunnuksellaan.",
        sv=f"Svaret har koder ur både NUTS 2021 och 2024: {pairs}. Vardera serien står under sin egen kod.",
        en=f"The answer has codes of both NUTS 2021 and 2024: {pairs}. Each series stands under its own code.",
    )
