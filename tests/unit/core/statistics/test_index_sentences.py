"""What is said of a town in an index: whole ranks of the interval, score, chance, strong and weak indicators."""

from dataclasses import replace

from seutu.core.statistics.index_sentences import index_sentences, write_ranks
from tests.unit.reporting.example_profile import PLACE, STANDING

NB = "\u00a0"


def test_a_standing_is_said_with_interval_score_chance_and_what_is_strong_and_weak() -> None:
    assert index_sentences(PLACE, STANDING, "fi") == (
        (
            "Nurmes, Elinvoima: sija 12/55, pisteet 56,3. Yhdeksässä laskelmassa kymmenestä sija on 9–17, kun "
            "painoja ja laskutapaa vaihdellaan."
        ),
        f"Todennäköisyys kuulua kymmenen ensimmäisen joukkoon on 20{NB}%.",
        "Vahvinta: Työpaikat (3/54).",
        "Heikointa: Vuokrat (50/55), Palkat (49/55).",
        "Indeksi vertaa kaikkia kuntia.",
    )
    assert index_sentences(PLACE, STANDING, "sv")[0] == (
        "Nurmes, Elinvoima: plats 12/55, poäng 56,3. I nio beräkningar av tio är platsen 9–17 när vikterna och "
        "beräkningssättet varieras."
    )
    assert index_sentences(PLACE, STANDING, "en")[:2] == (
        (
            "Nurmes, Elinvoima: rank 12/55, score 56.3. In nine calculations out of ten the rank is 9–17 when the "
            "weights and the method are varied."
        ),
        "The chance of being among the first ten is 20%.",
    )


def test_without_weak_indicators_nothing_is_said_of_them() -> None:
    assert len(index_sentences(PLACE, replace(STANDING, weakest=()), "en")) == 4


def test_whom_an_index_compares_and_whose_it_is_are_said() -> None:
    shared = replace(STANDING, group="Nimetyt", owner="Verkosto")
    assert index_sentences(PLACE, shared, "fi")[-1] == (
        "Indeksi vertaa ryhmän ”Nimetyt” kuntia. Indeksin on jakanut Verkosto."
    )


def test_an_interval_is_widened_to_whole_ranks_and_one_that_is_missing_is_a_dash() -> None:
    assert write_ranks(2.6, 4.1, "fi") == "2–5"
    assert write_ranks(3.0, 3.0, "fi") == "3"
    assert write_ranks(float("nan"), 3.0, "fi") == "–"
