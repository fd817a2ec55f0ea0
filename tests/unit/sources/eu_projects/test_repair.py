"""Any row whose names are split at their commas comes back as it was written, or is refused: never wrong."""

from hypothesis import given
from hypothesis import strategies as st

from seutu.sources.eu_projects.columns import default_column_map, recognise
from seutu.sources.eu_projects.repair import readings

HEADER = (
    "Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,"
    "Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,"
    "Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä"
)
COLUMNS = default_column_map()
LAYOUT = recognise(HEADER, COLUMNS)

word = st.text("abcdeåäö -", min_size=1, max_size=6).filter(lambda text: bool(text.strip(" -")))
name = st.lists(word | st.integers(0, 2030).map(str), min_size=1, max_size=5).map(",".join)
organisation = st.lists(word, min_size=1, max_size=3).map(",".join)
amount = st.integers(-500, 10**6).map(str) | st.decimals(0, 10**6, places=2).map(str)


@given(name, organisation, organisation, st.tuples(amount, amount, amount, amount))
def test_a_split_row_is_joined_as_it_was_or_refused(
    title: str, authority: str, implementer: str, amounts: tuple[str, ...]
) -> None:
    cells = ("A70001", "EAKR", title, "3", authority, "Toiminnassa", "1.3.2015", "28.2.2017", implementer, *amounts)
    found = readings(",".join(cells).split(","), LAYOUT, COLUMNS)
    assert found
    if len(found) == 1:
        assert found[0].cells == cells


def test_the_one_reading_is_found() -> None:
    fields = ["A70001", "EAKR", *"abc", "3", *"de", "Toiminnassa", "1.3.2015", "28.2.2017", *"fg", *"1234"]
    (found,) = readings(fields, LAYOUT, COLUMNS)
    assert found.cells[2] == "a,b,c"
    assert found.cells[4] == "d,e"
    assert found.cells[8] == "f,g"
    assert found.joined == (2, 4, 8)
