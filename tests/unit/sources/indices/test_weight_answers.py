"""Answers on weights out of tables: what is read, and each cell that cannot be."""

from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.indices import read_recipe
from tests.unit.core.indices.small import structure

POINTS = "stakeholder;iCode;Points\nkunta;vitality;60\nkunta;pull;40\nyritys;vitality;72,5\nyritys;pull;27,5\n"
PAIRS = "stakeholder,first,second,times\nkunta,vitality,pull,3\nyritys,vitality,pull,1/3\n"
VARIED = """
[[uncertainty.choice]]
name = "weights"
path = "aggregate.weighting"
values = [{ method = "budget_allocation", file = "points.csv" }, { method = "ahp", file = "pairs.csv" }]
"""
NOISE = """
[[uncertainty.choice]]
name = "noise"
path = "aggregate.weights"
noise = { levels = [2], factor = 0.25, draws = 5 }
"""


def folder(tmp_path: Path, recipe: str, points: str = POINTS, pairs: str = PAIRS) -> Path:
    for name, text in (("points.csv", points), ("pairs.csv", pairs), ("recipe.toml", recipe)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "recipe.toml"


def refused(path: Path) -> list[tuple[int | None, str]]:
    with pytest.raises(InputProblem) as problem:
        read_recipe(path, structure())
    return [(each.line, each.message.en.split(".")[0]) for each in problem.value.problems]


def test_files_stand_in_the_recipe_as_they_were_answered(tmp_path: Path) -> None:
    told = '[aggregate.weighting]\nmethod = "ahp"\nfile = "pairs.csv"\n'
    recipe = read_recipe(folder(tmp_path, told + VARIED), structure())
    pairs = {"kunta": [["vitality", "pull", 3.0]], "yritys": [["vitality", "pull", 1 / 3]]}
    points = {"kunta": {"vitality": 60.0, "pull": 40.0}, "yritys": {"vitality": 72.5, "pull": 27.5}}
    assert recipe.told["aggregate"]["weighting"] == {"method": "ahp", "comparisons": pairs}
    assert recipe.choices[0].values == (
        {"method": "budget_allocation", "points": points},
        {"method": "ahp", "comparisons": pairs},
    )


def test_each_cell_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    points = "stakeholder;iCode;Points\nkunta;kuu;60\n;pull;40\nkunta;jobs;-1\nkunta;away;5\nkunta;away;6\n"
    told = '[aggregate.weighting]\nmethod = "budget_allocation"\nfile = "points.csv"\n'
    assert refused(folder(tmp_path, told, points)) == [
        (2, "The code kuu among the weights is not in the structure"),
        (3, "The row has no stakeholder"),
        (4, "Points are a number of zero or more"),
        (6, "kunta: the part away has points twice"),
    ]
    pairs = "stakeholder,first,second,times\nkunta,vitality,kuu,3\nkunta,vitality,pull,1/0\nkunta,vitality,pull,0\n"
    pairs += "".join(f"kunta,vitality,pull,{'9' * digits}/1\n" for digits in (400, 5000))
    told = '[aggregate.weighting]\nmethod = "ahp"\nfile = "pairs.csv"\n'
    assert [line for line, _ in refused(folder(tmp_path, told, pairs=pairs))] == [2, 3, 4, 5, 6]


def test_a_file_of_answers_belongs_to_two_methods(tmp_path: Path) -> None:
    told = '[aggregate.weighting]\nmethod = "pca"\nfile = "points.csv"\n'
    assert [said for _, said in refused(folder(tmp_path, told))] == ["A file of answers (points"]


def test_weights_are_not_varied_where_they_are_worked_out(tmp_path: Path) -> None:
    for recipe in ('[aggregate.weighting]\nmethod = "equal"\n' + NOISE, VARIED + NOISE):
        ((_, said),) = refused(folder(tmp_path, recipe))
        assert said == "The choice noise varies the weights, and the recipe works them out ([aggregate"
    assert len(read_recipe(folder(tmp_path, NOISE), structure()).choices) == 1
