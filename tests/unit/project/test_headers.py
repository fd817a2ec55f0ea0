import ast

from tests.shared_material import ROOT
from tests.unit.project.tree import parsed, python_files

VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "data", "stuff"}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path, tree in parsed(python_files("src", "tools", "benchmarks"))
        if not ast.get_docstring(tree)
    ]
    assert not silent, "\n".join(silent)


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [str(path.relative_to(ROOT)) for path in python_files("src", "tests", "tools") if path.stem in VAGUE]
    vague += [
        str(path.parent.relative_to(ROOT))
        for path in python_files("src")
        if path.name == "__init__.py" and path.parent.name in VAGUE
    ]
    assert not vague, "\n".join(vague)
