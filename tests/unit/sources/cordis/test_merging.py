from seutu.sources.cordis import Organisation, merge_candidates
from seutu.sources.cordis.merging import folded


def firm(identifier: str, name: str | None, **facts: str) -> Organisation:
    return Organisation(
        id=identifier,
        name=name,
        short_name=facts.get("short_name"),
        activity_type=None,
        country=facts.get("country", "FI"),
        city=facts.get("city"),
        post_code=None,
        municipality_code=facts.get("municipality_code"),
        lon=None,
        lat=None,
        business_id=facts.get("business_id"),
        url=facts.get("url"),
        programmes=("H2020",),
    )


def test_folding_leaves_out_accents_case_punctuation_and_legal_form() -> None:
    assert folded("ETELÄ-Karjalan Paja, Oy") == folded("ETELA KARJALAN PAJA LTD.")
    assert folded("Oy Ab") == "oy ab"


def test_one_business_id_under_several_names_is_the_surest() -> None:
    found = merge_candidates(
        [
            firm("3", "Paja Oy"),
            firm("1", "Ensimmäinen", business_id="0112038-9"),
            firm("2", "Toinen", business_id="0112038-9"),
            firm("4", "PAJA"),
        ]
    )
    assert [candidate.organisation_ids for candidate in found] == [("1", "2"), ("3", "4")]
    assert [candidate.likeness for candidate in found] == [1.0, 0.99]
    assert "0112038-9" in found[0].reason.fi


def test_a_short_name_counts_only_in_one_town() -> None:
    far = [
        firm("1", "Alpha", short_name="ABC", municipality_code="297"),
        firm("2", "Beta", short_name="ABC", municipality_code="564"),
    ]
    near = [*far, firm("3", "Gamma", short_name="abc", municipality_code="297")]
    assert merge_candidates(far) == []
    assert [candidate.organisation_ids for candidate in merge_candidates(near)] == [("1", "3")]


def test_one_web_site_is_a_reason() -> None:
    found = merge_candidates(
        [
            firm("1", "Alpha", url="http://www.paja.example/fi"),
            firm("2", "Beta", url="paja.example"),
            firm("3", "C", url="/x"),
        ]
    )
    assert [candidate.organisation_ids for candidate in found] == [("1", "2")]


def test_nearly_the_same_name_is_offered_but_not_another_number_or_country() -> None:
    one = firm("1", "Kuopion konepajateollisuuden kehitys")
    assert len(merge_candidates([one, firm("2", "Kuopion konepajateolisuuden kehitys")])) == 1
    assert merge_candidates([one, firm("2", "Kuopion konepajateolisuuden kehitys", country="SE")]) == []
    assert merge_candidates([firm("1", "Kehitysyhtiö Kuopio 1"), firm("2", "Kehitysyhtiö Kuopio 2")]) == []


def test_a_group_is_offered_once_and_unnamed_ones_never() -> None:
    rows = [firm(str(number), "Paja Oy", url="paja.example") for number in range(3)]
    (found,) = merge_candidates([*rows, firm("8", None), firm("9", None)])
    assert found.organisation_ids == ("0", "1", "2")
