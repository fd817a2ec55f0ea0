"""What a picture says in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from seutu.core.situation import (
    ActorFact,
    Coded,
    PlaceHead,
    Point,
    age_notice,
    change_sentence,
    compose,
    finding,
    lead_sentence,
)
from seutu.core.situation.places import PlaceKind
from seutu.core.text import LANGUAGES, Text
from tests.unit.reporting.example_picture import (
    FIGURES,
    JOBS,
    MIGRATION,
    PLACE,
    POPULATION,
    TAX,
    UNEMPLOYMENT,
    points,
)

COMPANY = Coded("company", Text(fi="Yritys", sv="Företag", en="Company"))
NBSP = "\u00a0"


def actors(count: int) -> list[ActorFact]:
    return [ActorFact(str(number), "A", classes=(COMPANY,) if number % 3 else ()) for number in range(count)]


def test_the_lead_answers_in_a_sentence() -> None:
    lead = lead_sentence(PLACE, compose(actors(1200)))
    assert lead.fi == f"Rekisterissä on 1{NBSP}200 toimijaa Iisalmessa; yleisin luokka on yritys (67{NBSP}%)."
    assert (
        lead.sv == f"I registret finns 1{NBSP}200 aktörer i Idensalmi; den vanligaste klassen är företag (67{NBSP}%)."
    )
    assert lead.en == f"The register has 1{NBSP}200 actors in Iisalmi; the most common class is company (67%)."


def test_the_lead_goes_on_with_the_first_known_figure() -> None:
    lead = lead_sentence(PLACE, compose(actors(2)), (TAX, POPULATION))
    assert lead.fi.endswith(f"Väkiluku: 21{NBSP}767{NBSP}henkeä (2016), −2,5{NBSP}% vuodesta 2006.")


@pytest.mark.parametrize(
    ("count", "fi", "sv", "en"),
    [
        (
            0,
            "Rekisterissä ei ole vielä toimijoita Iisalmessa.",
            "I registret finns ännu inga aktörer i Idensalmi.",
            "The register has no actors in Iisalmi yet.",
        ),
        (
            1,
            "Rekisterissä on 1 toimija Iisalmessa.",
            "I registret finns 1 aktör i Idensalmi.",
            "The register has 1 actor in Iisalmi.",
        ),
    ],
)
def test_none_and_one_are_said_rightly(count: int, fi: str, sv: str, en: str) -> None:
    assert lead_sentence(PLACE, compose(actors(count))) == Text(fi=fi, sv=sv, en=en)


def test_a_name_without_a_sure_form_is_not_inflected() -> None:
    place = PlaceHead(Text(fi="Vöyri", sv="Vörå", en="Vöyri"), "946", "municipality")
    assert lead_sentence(place, compose(actors(1))).fi == "Vöyri: rekisterissä on 1 toimija."
    assert lead_sentence(place, compose([])).fi == "Vöyri: rekisterissä ei ole vielä toimijoita."


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (
            "sub_region",
            Text(fi="Tampere", sv="Tammerfors", en="Tampere"),
            Text(
                fi="Rekisterissä on 1 toimija Tampereen seutukunnassa.",
                sv="I registret finns 1 aktör i Tammerfors ekonomiska region.",
                en="The register has 1 actor in the Tampere sub-region.",
            ),
        ),
        (
            "sub_region",
            Text(fi="Kotka-Hamina", sv="Kotka-Fredrikshamn", en="Kotka-Hamina"),
            Text(
                fi="Kotka-Hamina: rekisterissä on 1 toimija.",
                sv="I registret finns 1 aktör i Kotka-Fredrikshamns ekonomiska region.",
                en="The register has 1 actor in the Kotka-Hamina sub-region.",
            ),
        ),
        (
            "region",
            Text(fi="Varsinais-Suomi", sv="Egentliga Finland", en="Southwest Finland"),
            Text(
                fi="Rekisterissä on 1 toimija Varsinais-Suomessa.",
                sv="I registret finns 1 aktör i Egentliga Finland.",
                en="The register has 1 actor in Southwest Finland.",
            ),
        ),
        (
            "country",
            Text(fi="Koko maa", sv="Hela landet", en="Whole country"),
            Text(
                fi="Rekisterissä on 1 toimija koko maassa.",
                sv="I registret finns 1 aktör i hela landet.",
                en="The register has 1 actor in the whole country.",
            ),
        ),
        (
            "group",
            Text(fi="Seutukaupungit", sv="Regionstäder", en="Regional towns"),
            Text(
                fi="Seutukaupungit: rekisterissä on 1 toimija.",
                sv="Regionstäder: i registret finns 1 aktör.",
                en="Regional towns: the register has 1 actor.",
            ),
        ),
    ],
)
def test_each_kind_of_place_is_said_in_its_own_way(kind: PlaceKind, name: Text, said: Text) -> None:
    assert lead_sentence(PlaceHead(name, "1", kind), compose(actors(1))) == said


def test_a_rate_changes_in_percentage_points_and_is_read_against_the_country() -> None:
    sentence = change_sentence(UNEMPLOYMENT)
    assert sentence.fi == (
        f"Työttömien osuus työvoimasta: 15,1{NBSP}% (2016), +1,0{NBSP}%-yks. vuodesta 2006; koko maassa 13,6{NBSP}%."
    )
    assert (
        sentence.en
        == "Unemployed of the labour force: 15.1% (2016), +1.0\u00a0pp since 2006; in the whole country 13.6%."
    )


def test_a_balance_has_no_change_and_a_missing_figure_says_why() -> None:
    assert change_sentence(MIGRATION).fi == f"Kuntien välinen nettomuutto: −142{NBSP}henkeä (2016)."
    assert (
        change_sentence(TAX).fi
        == "Kunnallisveroprosentti: Verotietoja ei ole vielä haettu. Hae ne Verohallinnon taulukosta."
    )


def test_the_title_of_a_chart_is_its_finding() -> None:
    assert finding(POPULATION).fi == f"Väkiluku: laskua 2,5{NBSP}% vuodesta 2006, koko maassa kasvua 4,3{NBSP}%"
    assert finding(POPULATION).sv == (
        f"Folkmängd: minskning med 2,5{NBSP}% sedan 2006, i hela landet ökning med 4,3{NBSP}%"
    )
    assert finding(POPULATION).en == "Population: down 2.5% since 2006, in the whole country up 4.3%"
    assert finding(TAX) == TAX.label


def test_a_change_that_rounds_to_nothing_is_no_change() -> None:
    flat = replace(UNEMPLOYMENT, values=points(["10.00", "10.04"]), comparisons=())
    assert finding(flat).fi == "Työttömien osuus työvoimasta: ei muutosta vuodesta 2006"
    assert change_sentence(flat).fi.endswith(f"10,0{NBSP}% (2007), 0,0{NBSP}%-yks. vuodesta 2006.")


def test_the_country_is_compared_over_the_same_periods_only() -> None:
    later = replace(JOBS.comparisons[0], points=points([100, 200], first=2015))
    assert "koko maassa" not in finding(replace(JOBS, comparisons=(later,))).fi


def test_a_month_is_not_called_a_year() -> None:
    monthly = replace(
        UNEMPLOYMENT,
        values=(Point("5/2026", 2026.3, Decimal("9.0")), Point("6/2026", 2026.4, Decimal("9.5"))),
        comparisons=(),
    )
    assert change_sentence(monthly).fi.endswith(f"+0,5{NBSP}%-yks. 5/2026 jälkeen.")


def test_old_material_is_told_of() -> None:
    notice = age_notice(FIGURES, date(2026, 11, 22))
    assert notice is not None
    assert notice.fi == "Luvut ovat vuodelta 2016. Tilanne on voinut muuttua sen jälkeen."
    newer = replace(POPULATION, values=points(["1", "2"], first=2025))
    later = age_notice((*FIGURES, newer), date(2026, 11, 22))
    assert later is not None
    assert later.fi == "Luvut ovat vuosilta 2016–2026. Tilanne on voinut muuttua niiden jälkeen."
    assert age_notice(FIGURES, date(2018, 12, 31)) is None
    assert age_notice((TAX,), date(2026, 1, 1)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_unsaid_in_any_language(language: str) -> None:
    for series in FIGURES:
        for text in (finding(series), change_sentence(series)):
            assert text.as_dict()[language].strip()
            assert "None" not in text.as_dict()[language]
