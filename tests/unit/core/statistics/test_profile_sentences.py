"""What a profile says: ranks from the nearer end, ties, a missing figure, mergers, in three languages."""

from dataclasses import replace

import pytest

from seutu.core.situation import PlaceHead, Point
from seutu.core.statistics.profile_sentences import (
    division_sentence,
    figure_sentence,
    lead_of,
    rank_phrase,
    write_rank,
    write_value,
)
from seutu.core.statistics.standing import Standing
from seutu.core.text import Text
from tests.unit.reporting.example_profile import EMPLOYMENT, GROUP, JOBS, MISSING, PLACE, PROFILE

NB = "\u00a0"


def test_a_figure_with_its_ranks_in_three_languages() -> None:
    said = figure_sentence(PLACE, EMPLOYMENT, GROUP)
    assert said.fi == (
        f"Nurmeksen työllisyysaste oli 62,5{NB}% vuonna 2016, 12. korkein 55 seutukaupungista (mediaani 66,0{NB}%) "
        "ja 12. korkein 55 kunnasta."
    )
    assert said.sv == (
        f"År 2016 var sysselsättningsgraden i Nurmes 62,5{NB}%, den 12:e högsta bland 55 regionstäder "
        f"(median 66,0{NB}%) och den 12:e högsta bland 55 kommuner."
    )
    assert said.en == (
        "In Nurmes, the employment rate was 62.5% in 2016, 12th highest of 55 regional towns (median 66.0%) "
        "and 12th highest of 55 municipalities."
    )


def test_a_shared_rank_near_the_bottom_is_counted_from_there_and_a_count_has_no_unit() -> None:
    said = figure_sentence(PLACE, JOBS, GROUP).fi
    assert said == f"Nurmeksen työpaikkojen määrä oli 3{NB}100 vuonna 2016, toiseksi pienin (jaettu) 22 kunnasta."


def test_a_missing_figure_says_why_and_is_not_zero() -> None:
    assert figure_sentence(PLACE, MISSING, GROUP).fi == "Nurmes, vuokrat: lähde ei julkaise lukua."


def test_a_name_whose_form_is_not_sure_stands_uninflected() -> None:
    place = PlaceHead(name=Text.same("Vöyri"), code="946", kind="municipality")
    assert figure_sentence(place, EMPLOYMENT, GROUP).fi.startswith("Vöyri: työllisyysaste oli")
    own = replace(EMPLOYMENT, subject=None)
    assert figure_sentence(place, own, GROUP).fi.startswith(f"Vöyri: työllisyysaste 62,5{NB}% (2016), 12. korkein")


@pytest.mark.parametrize(
    ("rank", "fi", "sv", "en"),
    [
        (1, "korkein", "den högsta bland", "the highest of"),
        (2, "toiseksi korkein", "den näst högsta bland", "2nd highest of"),
        (3, "kolmanneksi korkein", "den tredje högsta bland", "3rd highest of"),
        (11, "11. korkein", "den 11:e högsta bland", "11th highest of"),
        (21, "21. korkein", "den 21:a högsta bland", "21st highest of"),
        (112, "112. korkein", "den 112:e högsta bland", "112th highest of"),
        (122, "122. korkein", "den 122:a högsta bland", "122nd highest of"),
    ],
)
def test_ordinals(rank: int, fi: str, sv: str, en: str) -> None:
    found = Standing(rank, 300, 308, 1, 1.0)
    said = {"fi": fi, "sv": sv, "en": en}
    counted = Text(fi="kunnasta", sv="kommuner", en="municipalities")
    for language, beginning in (("fi", fi), ("sv", sv), ("en", en)):
        assert rank_phrase(found, EMPLOYMENT.series, counted, language).startswith(f"{said[language]} 308"), beginning  # type: ignore[arg-type]


def test_the_division_and_who_has_joined() -> None:
    assert division_sentence(PROFILE).fi == (
        "Luvut on laskettu vuoden 2026 kuntajaolla. Mukana Nurmeksessa: Valtimo (2020–). "
        "Määrät on summattu myös liitosta edeltäviltä vuosilta."
    )
    alone = division_sentence(replace(PROFILE, merged=()))
    assert alone.en == "The figures are of the municipal division of 2026."


def test_the_lead_is_of_the_leading_figures() -> None:
    assert lead_of(PROFILE).fi == figure_sentence(PLACE, EMPLOYMENT, GROUP).fi


def test_suppressed_missing_and_zero_are_three_things() -> None:
    hidden = replace(MISSING.series, values=(Point("2016", 2016, None, "suppressed"),))
    zero = replace(MISSING.series, values=(Point("2016", 2016, 0.0),))
    assert [write_value(each, "fi") for each in (hidden, MISSING.series, zero)] == ["..", "–", "0,0"]


def test_a_written_rank_shows_a_tie() -> None:
    assert write_rank(JOBS.among_all, "fi") == "=21/22"
    assert write_rank(None, "fi") == "–"
