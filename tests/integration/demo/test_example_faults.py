"""An example folder with any fault is not loaded at all, and says which file and row is to blame."""

from pathlib import Path

import pytest

from seutu.apps.accounts.models import Workspace
from seutu.apps.demo.examples import examples, read_example
from seutu.apps.demo.exceptions import ExampleFaultError
from seutu.apps.demo.operations import add_demo_person, load_example, load_examples
from tests.integration.factories import NOON, make_workspace

pytestmark = pytest.mark.django_db
GOOD = "name,classes\nKonepaja Oy,company\n"


def folder_with(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "pieni"
    folder.mkdir()
    (folder / "workspace.toml").write_text('name = "Pieni"\n', encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_small_example_is_loaded(tmp_path: Path) -> None:
    example = read_example(folder_with(tmp_path, actors=GOOD))
    loaded = load_example(example, owner=add_demo_person(), at=NOON)
    assert (loaded.workspace.slug, loaded.workspace.is_example, loaded.counts) == ("pieni", True, {"actors": 1})


@pytest.mark.parametrize(
    ("files", "blamed", "line"),
    [
        ({"actors": GOOD + "Valimo Oy,smithy\n"}, "actors.csv", 3),
        ({"actors": GOOD + "KONEPAJA OY,company\n"}, "actors.csv", 3),
        ({"actors": GOOD, "sites": "actor,name\nTuntematon,Halli\n"}, "sites.csv", 2),
        ({"actors": GOOD, "aktors": "name\nx\n"}, "aktors.csv", None),
    ],
    ids=["a value not in the list", "the same actor twice", "a missing reference", "an unknown kind"],
)
def test_a_fault_leaves_nothing_behind(tmp_path: Path, files: dict[str, str], blamed: str, line: int | None) -> None:
    with pytest.raises(ExampleFaultError) as caught:
        load_example(read_example(folder_with(tmp_path, **files)), owner=add_demo_person(), at=NOON)
    first, *others = caught.value.problems
    assert blamed in first.message.fi
    assert [problem.line for problem in others] == [line]
    assert not Workspace.objects.filter(slug="pieni").exists()


def test_somebodys_own_workspace_is_left_alone() -> None:
    own = make_workspace("Oma Iisalmi", slug="iisalmi")
    iisalmi = [example for example in examples() if example.slug == "iisalmi"]
    person = add_demo_person()
    made = load_examples(owner=person, at=NOON, chosen=iisalmi)["iisalmi"]
    again = load_examples(owner=person, at=NOON, chosen=iisalmi)["iisalmi"]
    assert made.workspace.slug == "esimerkki-iisalmi"
    assert (again.workspace, again.fresh) == (made.workspace, False)
    own.refresh_from_db()
    assert (own.head_sequence, own.is_example) == (0, False)
