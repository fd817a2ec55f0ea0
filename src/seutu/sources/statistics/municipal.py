"""Readers of the municipal series saved from Statistics Finland: key figures, population, migration, jobseekers.

Source: Statistics Finland, CC BY 4.0. A blank cell is not published, which is not zero.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from seutu.core.places import Division
from seutu.core.problems import Problem
from seutu.core.statistics import Observation, Status
from seutu.core.text import Text
from seutu.sources.statistics.reading import Line, Reading, examples

_MUNICIPALITY: Final = Division.MUNICIPALITY.value

KEY_FIGURES: Final[Mapping[str, str]] = {
    "X15_64_vuotiaiden_osuus_vaestosta": "age_15_64_share",
    "Alkutuotannon_tyopaikkojen_osuus": "primary_jobs_share",
    "Alle_15_vuotiaiden_osuus_vaestosta": "age_under_15_share",
    "Alueella_asuvan_tyollisen_tyovoiman_maara": "employed_residents",
    "Alueella_olevien_tyopaikkojen_lukumaara": "workplaces",
    "Asuinkunnassaan_tyossakayvien_osuus": "work_in_own_municipality_share",
    "Asuntokuntien_lukumaara": "households",
    "Elakelaisten_osuus_vaestosta": "pensioners_share",
    "Jalostuksen_tyopaikkojen_osuus": "secondary_jobs_share",
    "Konsernin_lainakanta_euroa_asukas": "group_loans_per_inhabitant",
    "Korkea_asteen_tutkinnon_suorittaneiden_osuus_15_vuotta_tayttaneista": "tertiary_education_share",
    "Kuntien_valinen_muuttovoitto_tappio_henkiloa": "net_migration_between_municipalities",
    "Lainakanta_euroa_asukas": "loans_per_inhabitant",
    "Opetus_ja_kulttuuritoiminta_yhteensa_nettokayttokustannukset_euroa_asukas": "education_cost_per_inhabitant",
    "Palvelujen_tyopaikkojen_osuus": "service_jobs_share",
    "Perheiden_lukumaara": "families",
    "Rivi_ja_pientaloissa_asuvien_asuntokuntien_osuus": "houses_share",
    "Ruotsinkielisten_osuus_vaestosta": "swedish_speakers_share",
    "Sosiaali_ja_terveystoiminta_yhteensa_nettokayttokustannukset_euroa_asukas": "social_health_cost_per_inhabitant",
    "Syntyneiden_enemmyys_henkiloa": "natural_increase",
    "Taajama_aste": "urbanisation_degree",
    "Taloudellinen_huoltosuhde": "economic_dependency_ratio",
    "Tyollisyysaste": "employment_rate",
    "Tyopaikkaomavaraisuus": "job_self_sufficiency",
    "Tyottomien_osuus_tyovoimasta": "unemployment_rate",
    "Ulkomaan_kansalaisten_osuus_vaestosta": "foreign_citizens_share",
    "Vahintaan_toisen_asteen_tutkinnon_suorittaneiden_osuus_15_vuotta_tayttaneista": "secondary_education_share",
    "Vakiluku": "population_key_figures",
    "Vakiluvun_muutos_edellisesta_vuodesta": "population_change_rate",
    "Vuokra_asunnoissa_asuvien_asuntokuntien_osuus": "rented_share",
    "Vuosikate_euroa_asukas": "annual_margin_per_inhabitant",
    "Yli_64_vuotiaiden_osuus_vaestosta": "age_over_64_share",
}
_MIGRATION: Final = {"tulomuutto": "in_migration", "lahtomuutto": "out_migration", "nettomuutto": "net_migration"}
_MIGRATION_RATES: Final = frozenset({"tulomuuttoaste", "lahtomuuttoaste", "nettomuuttoaste"})
_JOBSEEKERS: Final = {
    "TYOTTOMATLOPUSSA": "unemployed_jobseekers",
    "TYOVOIMATK": "labour_force",
    "AVPAIKATLOPUSSA": "open_vacancies",
}
_AREAS: Final = {
    "KU": Division.MUNICIPALITY,
    "SK": Division.SUB_REGION,
    "MK": Division.REGION,
    "ELY": Division.ELY_CENTRE,
}


def observed(indicator: str, code: str, period: str, value: float | None, breakdown: str = "") -> Observation:
    """Return the observation of a municipality; a blank is marked as not published."""
    status = Status.NOT_PUBLISHED if value is None else Status.PUBLISHED
    return Observation(indicator, _MUNICIPALITY, code, period, value, breakdown, status)


def read_key_figures(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read the key figures: a row a municipality and year, a column an indicator. Unknown columns are problems."""
    told: set[str] = set()
    for line, row in rows:
        code, year = row["kunta_koodi"].zfill(3), row["vuosi"]
        for column, text in row.items():
            if column in KEY_FIGURES:
                yield observed(KEY_FIGURES[column], code, year, reading.number(text, line, column))
            elif column not in {"kunta_koodi", "kunta_nimi", "vuosi"} and column not in told:
                told.add(column)
                reading.problems.append(Problem(_unknown_column(column), line=1, column=column))


def read_sotkanet_population(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read Sotkanet indicator 127 with municipality codes: municipality_code, population, year."""
    for line, row in rows:
        value = reading.number(row["population"], line, "population")
        yield observed("population", row["municipality_code"].zfill(3), row["year"], value)


def read_population(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read population and 15–64-year-olds since 1972, by name of municipality; ``KOKO MAA`` is the country."""
    columns = {"vakiluku": "population_long_series", "vaki_15_64": "population_aged_15_64"}
    for line, row in rows:
        country = row["alue"] == "KOKO MAA"
        code = "SSS" if country else reading.municipality(row["alue"], line, "alue")
        if code is None:
            continue
        kind = Division.COUNTRY.value if country else _MUNICIPALITY
        for column, indicator in columns.items():
            value = reading.number(row[column], line, column)
            status = Status.NOT_PUBLISHED if value is None else Status.PUBLISHED
            yield Observation(indicator, kind, code, row["time"], value, "", status)


def read_migration(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read in-, out- and net migration. The saver's own rates are not kept: they are computed from the counts."""
    rates: set[str] = set()
    unknown: set[str] = set()
    for line, row in rows:
        code, year = row["kunta_no"].zfill(3), row["Vuosi"]
        indicator = _MIGRATION.get(row["Tiedot"])
        if indicator is None:
            (rates if row["Tiedot"] in _MIGRATION_RATES else unknown).add(row["Tiedot"])
            continue
        yield observed(indicator, code, year, reading.number(row["values"], line, "values"))
        if indicator == "in_migration":
            yield observed("migration_population", code, year, reading.number(row["vakiluku"], line, "vakiluku"))
    if rates:
        reading.problems.append(Problem(_computed(rates), value=", ".join(sorted(rates))))
    if unknown:
        reading.problems.append(Problem(_left_out(unknown), column="Tiedot", value=", ".join(sorted(unknown))))


def read_jobseekers_by_municipality(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read unemployed, labour force and vacancies by month (``2006M01``): an older saving, a column a figure."""
    columns = {
        "Tyottomat": "unemployed_jobseekers",
        "Tyovoima": "labour_force",
        "Avoimet_tyopaikat": "open_vacancies",
        "Tyottomien_osuus": "jobseeker_rate",
    }
    for line, row in rows:
        period = row["Kuukausi"].replace("M", "-")
        for column, indicator in columns.items():
            yield observed(indicator, row["Knro"].zfill(3), period, reading.number(row[column], line, column))


def read_jobseekers(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read table 12r5 by month (``2006-01``): country, municipalities, sub-regions, regions, ELY centres.

    Table 12ti is the same by occupation (ISCO-08): ``isco08:2512``, its total without a breakdown.
    """
    unknown: set[str] = set()
    for line, row in rows:
        place = area_of_code(row["alue"])
        indicator = _JOBSEEKERS.get(row["tiedot"])
        if place is None or indicator is None:
            unknown.add(row["alue"] if place is None else row["tiedot"])
            continue
        value = reading.number(row["value"], line, "value")
        status = Status.NOT_PUBLISHED if value is None else Status.PUBLISHED
        occupation = row.get("ammattiryhma", "SSS")
        breakdown = "" if occupation == "SSS" else f"isco08:{occupation}"
        yield Observation(indicator, place[0].value, place[1], row["time"], value, breakdown, status)
    if unknown:
        reading.problems.append(Problem(_left_out(unknown), column="alue", value=", ".join(sorted(unknown))))


def area_of_code(code: str) -> tuple[Division, str] | None:
    """Return the division and plain code of a prefixed one (``KU091``, ``SK011``, ``MK01``, ``ELY01``, ``SSS``)."""
    if code == "SSS":
        return Division.COUNTRY, code
    for prefix, division in _AREAS.items():
        if code.startswith(prefix):
            plain = code.removeprefix(prefix)
            return division, str(int(plain)) if division is Division.ELY_CENTRE and plain.isdigit() else plain
    return None


def _unknown_column(column: str) -> Text:
    return Text(
        fi=f"Sarakkeelle {column} ei ole mittaria. Sarake jätettiin pois.",
        sv=f"Det finns ingen indikator för kolumnen {column}. Kolumnen lämnades bort.",
        en=f"There is no indicator for the column {column}. It was left out.",
    )


def _left_out(names: set[str]) -> Text:
    shown = examples(names)
    return Text(
        fi=f"Näitä ei tunneta: {shown}. Niiden rivejä ei tallennettu. Tarkista koodit, jos niiden pitäisi olla mukana.",
        sv=f"De här är okända: {shown}. Deras rader lagrades inte. Kontrollera koderna om de borde vara med.",
        en=f"These are not known: {shown}. Their rows were not stored. Check the codes if they should be there.",
    )


def _computed(names: set[str]) -> Text:
    shown = examples(names)
    return Text(
        fi=f"Näitä ei tallenneta: {shown}. Osuudet lasketaan lukumääristä, kun niitä kysytään.",
        sv=f"De här lagras inte: {shown}. Andelar räknas ur antalen när de efterfrågas.",
        en=f"These are not stored: {shown}. Rates are computed from the counts when they are asked.",
    )
