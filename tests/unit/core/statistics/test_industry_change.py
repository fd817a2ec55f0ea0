"""Jobs by industry between two years: only whole counts of one source are compared, and what is said of them."""

import pytest

from seutu.core.situation.places import PlaceHead
from seutu.core.statistics import Status
from seutu.core.statistics.industry_change import (
    IndustryChanges,
    IndustryCount,
    comparable_years,
    industry_changes,
    industry_sentence,
    write_count,
    write_difference,
    write_relative,
)
from seutu.core.text import Text

LABELS = {
    "C": Text(fi="Teollisuus", sv="Tillverkning", en="Manufacturing"),
    "F": Text(fi="Rakentaminen", sv="Byggverksamhet", en="Construction"),
    "G": Text(fi="Kauppa; ajoneuvojen korjaus", sv="Handel; reparation", en="Trade; repair"),
}
IISALMI = PlaceHead(name=Text(fi="Iisalmi", sv="Idensalmi", en="Iisalmi"), code="140", kind="municipality")
Given = dict[str, tuple[float | None, str]]


def found(first: Given, last: Given) -> IndustryChanges:
    counts = {
        year: {code: IndustryCount(value, status) for code, (value, status) in given.items()}
        for year, given in (("2012", first), ("2016", last))
    }
    changes = industry_changes(counts, ("2012", "2016"), LABELS)
    assert changes is not None
    return changes


def published(**values: float) -> Given:
    return {code.removeprefix("_"): (value, Status.PUBLISHED) for code, value in values.items()}


def test_the_industries_come_by_their_change_and_all_together_beside_them() -> None:
    changes = found(published(C=1695, F=478, G=1182, _=3355), published(C=1557, F=497, G=1182, X=9, _=3236))
    assert [(row.code, row.difference) for row in changes.rows] == [("F", 19), ("G", 0), ("C", -138)]
    assert changes.total.difference == -119
    assert [write_relative(row, "fi") for row in changes.rows] == [
        "+4,0\N{NO-BREAK SPACE}%",
        "0,0\N{NO-BREAK SPACE}%",
        "−8,1\N{NO-BREAK SPACE}%",
    ]
    assert write_relative(changes.rows[0], "en") == "+4.0%"


@pytest.mark.parametrize("status", [Status.INCOMPLETE, Status.FORMER_EXTENT, Status.NOT_PUBLISHED])
def test_a_count_that_is_not_whole_gives_no_change(status: Status) -> None:
    value = None if status is Status.NOT_PUBLISHED else 400.0
    changes = found(published(C=100, F=478), {"C": (90, Status.PUBLISHED), "F": (value, status)})
    assert [row.code for row in changes.told] == ["C"]
    hidden = changes.rows[-1]
    assert (hidden.difference, hidden.relative) == (None, None)
    assert (write_difference(hidden, "fi"), write_relative(hidden, "fi")) == ("–", "–")
    assert "akentaminen" not in industry_sentence(IISALMI, changes).fi


def test_an_industry_that_a_year_lacks_has_no_change_and_zero_is_a_count() -> None:
    changes = found(published(C=0, F=10), published(C=7))
    assert [(row.code, row.difference, row.relative) for row in changes.rows] == [("C", 7, None), ("F", None, None)]


def test_marks_tell_a_hidden_count_from_one_with_hidden_parts() -> None:
    assert write_count(IndustryCount(1370, Status.INCOMPLETE), "fi") == "≥\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}370"
    assert write_count(IndustryCount(None, Status.NOT_PUBLISHED), "fi") == ".."
    assert write_count(IndustryCount(0, Status.PUBLISHED), "fi") == "0"


@pytest.mark.parametrize(
    ("sources", "ends"),
    [
        ({"2012": "a", "2016": "a", "2017": "b"}, ("2012", "2016")),
        ({"2010": "a", "2012": "a", "2016": "b", "2017": "b", "2015": "b"}, ("2015", "2017")),
        ({"2016": "a", "2017": "b"}, None),
        ({}, None),
    ],
)
def test_only_years_of_one_source_are_compared(sources: dict[str, str], ends: tuple[str, str] | None) -> None:
    assert comparable_years(sources) == ends


def test_the_sentence_names_what_grew_and_what_shrank() -> None:
    said = industry_sentence(IISALMI, found(published(C=1695, F=478, G=5), published(C=1557, F=497, G=9)))
    assert said.fi == (
        "Iisalmessa työpaikat lisääntyivät 2012–2016 eniten toimialoilla rakentaminen (+19) sekä kauppa (+4) "
        "ja vähenivät eniten toimialalla teollisuus (−138)."
    )
    assert said.sv.startswith(
        "I Idensalmi ökade arbetsplatserna 2012–2016 mest inom byggverksamhet (+19) samt handel (+4)"
    )
    assert said.en.endswith("and fell most in manufacturing (−138), in 2012–2016.")


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (published(C=110), "Iisalmessa työpaikat lisääntyivät 2012–2016 eniten toimialalla teollisuus (+10)."),
        (published(C=90), "Iisalmessa työpaikat vähenivät 2012–2016 eniten toimialalla teollisuus (−10)."),
        (
            published(C=100),
            (
                "Iisalmessa työpaikat eivät lisääntyneet tai vähentyneet 2012–2016 millään toimialalla, "
                "jonka luvut tiedetään."
            ),
        ),
        (
            {"C": (90.0, str(Status.INCOMPLETE))},
            "Iisalmen työpaikkojen muutosta 2012–2016 toimialoittain ei voi laskea, koska lähde salaa osan luvuista.",
        ),
    ],
)
def test_the_sentence_says_only_what_happened(last: Given, told: str) -> None:
    assert industry_sentence(IISALMI, found(published(C=100), last)).fi == told


def test_without_any_industry_there_is_nothing_to_tell() -> None:
    assert industry_changes({"2012": {}, "2016": {}}, ("2012", "2016"), LABELS) is None
