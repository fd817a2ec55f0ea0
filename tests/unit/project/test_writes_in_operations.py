"""Rows are changed by operations alone, which write the trace; a view or query that updates a queryset leaves none."""

import ast
from pathlib import Path

import pytest

from tests.unit.project.tree import SOURCE, parsed, place, python_files

WRITES = {"update", "bulk_update", "bulk_create", "update_or_create", "get_or_create", "aupdate", "adelete"}
PARTS = ("src/seutu/apps", "src/seutu/web", "src/seutu/api", "src/seutu/cli")
# What is named like a queryset's method and is none: dictionaries, sets, hashes, sessions.
QUERYSET_WORDS = {"objects", "filter", "exclude", "all", "unscoped", "in_bulk", "select_for_update", "order_by"}


def _may_write(path: Path) -> bool:
    """Operations write; so do the records machinery (trace, undo, import) and the job queue's own rows."""
    inside = path.relative_to(SOURCE)
    in_operations = "operations" in inside.parts or inside.stem.endswith("operations")
    return in_operations or inside.parts[:2] in {("apps", "records"), ("apps", "jobs")}


def _words(node: ast.expr) -> set[str]:
    """Return the names along a chain of attributes and calls."""
    words: set[str] = set()
    while True:
        if isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Attribute):
            words.add(node.attr)
            node = node.value
        else:
            return words | ({node.id} if isinstance(node, ast.Name) else set())


def _faults(tree: ast.AST) -> list[ast.Call]:
    found: list[ast.Call] = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        chain = _words(node.func.value)
        if node.func.attr in WRITES | {"delete"} and chain & QUERYSET_WORDS:
            found.append(node)
    return found


def test_only_operations_write_rows() -> None:
    found = [
        f"{place(path, node)} {ast.unparse(node.func)[:80]}"
        for path, tree in parsed([path for path in python_files(*PARTS) if not _may_write(path)])
        for node in _faults(tree)
    ]
    assert not found, "Move the write to an operation of the app:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "statement",
    [
        "Actor.objects.filter(pk=1).update(name='x')",
        "Actor.objects.all().delete()",
        "Actor.objects.bulk_update(rows, ['name'])",
    ],
)
def test_a_write_would_be_found(statement: str) -> None:
    assert _faults(ast.parse(statement))


@pytest.mark.parametrize("statement", ["seen.update(names)", "request.session.update({})", "digest.update(b'')"])
def test_other_updates_are_left_alone(statement: str) -> None:
    assert not _faults(ast.parse(statement))
