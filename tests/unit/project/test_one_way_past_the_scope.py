"""Rows of every workspace are reached by records.models.everywhere alone, and by few."""

import ast
from pathlib import Path

import pytest

from tests.unit.project.tree import SOURCE, parsed, place, python_files

DOOR = "apps/records/models.py"
# Who may ask whose rows there are: each looks for owners or ids, and reads the rows in their owner's scope. A backup
# copies everybody's; what is shown is compared with the rows of the scope's own workspace.
THROUGH_IT = {
    "apps/jobs/backups/lines.py",
    "apps/jobs/operations.py",
    "apps/records/public.py",
    "apps/records/queries.py",
    "apps/records/sharing.py",
    "apps/records/shown.py",
    "apps/statistics/surveys/queries.py",
}
UNSCOPED = {"QuerySet", "Manager", "_base_manager", "raw", "from_queryset"}


def _named(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _calls(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _named(node.func) in names]


def _past_the_scope(tree: ast.AST) -> list[ast.AST]:
    managers = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "_base_manager"]
    return [*_calls(tree, UNSCOPED), *managers]


def _inside(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_nothing_else_builds_a_queryset_past_the_scope() -> None:
    files = [path for path in python_files("src/seutu") if _inside(path) != DOOR]
    found = [place(path, node) for path, tree in parsed(files) for node in _past_the_scope(tree)]
    assert not found, "Ask records.models.everywhere, or enter a scope:\n" + "\n".join(found)


def test_few_look_past_the_scope() -> None:
    users = {_inside(path) for path, tree in parsed(python_files("src/seutu")) if _calls(tree, {"everywhere"})}
    assert users == THROUGH_IT


@pytest.mark.parametrize(
    "statement",
    [
        "rows: QuerySet[Share] = QuerySet(Share)",
        "models.QuerySet(kind.model).filter(pk=1)",
        "Actor._base_manager.all()",
        "models.Manager()",
        "Actor.objects.raw('SELECT 1')",
    ],
)
def test_a_way_past_the_scope_would_be_found(statement: str) -> None:
    assert _past_the_scope(ast.parse(statement))


@pytest.mark.parametrize("statement", ["def rows() -> QuerySet[Share]: ...", "Actor.objects.filter(pk=1)"])
def test_a_mere_annotation_is_left_alone(statement: str) -> None:
    assert not _past_the_scope(ast.parse(statement))
