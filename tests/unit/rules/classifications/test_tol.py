import pytest

from seutu.rules.classifications import section_of, sections, tol2008


def test_the_sections_are_a_to_u_and_unknown_in_three_languages() -> None:
    assert "".join(section.code for section in sections()) == "ABCDEFGHIJKLMNOPQRSTUX"
    assert all(len({s.name.fi, s.name.sv, s.name.en}) == 3 for s in sections())


@pytest.mark.parametrize(
    ("code", "section"), [("25110", "C"), ("25.11", "C"), ("62", "J"), ("A", "A"), ("01110", "A"), ("84", "O")]
)
def test_the_section_of_a_code_of_any_level(code: str, section: str) -> None:
    found = section_of(code)
    assert found is not None
    assert found.code == section


def test_a_code_that_is_none_has_no_section() -> None:
    assert section_of("?") is None


def test_every_class_leads_up_to_a_section() -> None:
    for industry in tol2008().values():
        found = section_of(industry.code)
        assert found is not None
        assert found.level == 1
        assert industry.name.fi
    assert len([i for i in tol2008().values() if i.level == 2]) == 88 + 1
