"""Rows are changed by operations alone, which write the trace; a view or query that updates a queryset leaves none."""

import ast
from pathlib import Path

import pytest

from tests.unit.project.tree import SOURCE, parsed, place, python_files

WRITES = {"update", "bulk_update", "bulk_create", "update_or_create", "get_or_create", "create", "delete"}
WRITES |= {f"a{name}" for name in WRITES}
SAVES = {"save", "asave"}
PARTS = ("src/seutu/apps", "src/seutu/web", "src/seutu/api", "src/seutu/cli")
# What is named like a queryset's method and is none: dictionaries, sets, hashes, sessions.
QUERYSET_WORDS = {"objects", "filter", "exclude", "all", "unscoped", "select_for_update", "order_by", "everywhere"}
# Of a queryset they make what is none: a dictionary, a number, a truth.
NO_ROWS = {"in_bulk", "aggregate", "count", "exists"}
# What has a save() of its own: a session, a form, a file that is written.
OTHER_SAVES = {"session", "form", "book", "workbook", "document", "image"}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def _may_write(path: Path) -> bool:
    """Operations write; so do the records machinery (trace, undo, import) and the job queue's own rows."""
    inside = path.relative_to(SOURCE)
    in_operations = "operations" in inside.parts or inside.stem.endswith("operations")
    return in_operations or inside.parts[:2] in {("apps", "records"), ("apps", "jobs")}


def _words(node: ast.expr) -> tuple[set[str], str]:
    """Return the names along a chain of attributes, calls and slices, and the name it begins with."""
    words: set[str] = set()
    while True:
        match node:
            case ast.Call(func=inner) | ast.Subscript(value=inner):
                node = inner
            case ast.Attribute(attr=word, value=inner):
                words.add(word)
                node = inner
            case ast.Name(id=first):
                return {*words, first}, first
            case _:
                return words, ""


def _is_queryset(node: ast.expr | None, held: set[str]) -> bool:
    """Return whether a value is a queryset or a row of one, by its words or by the name that holds such."""
    words, first = _words(node) if node else (set(), "")
    return (first in held or bool(words & QUERYSET_WORDS)) and not words & NO_ROWS


def _held(function: ast.AST) -> set[str]:
    """Return the names in a function that hold a queryset or one of its rows: given, assigned, or gone through."""
    held: set[str] = set()
    if isinstance(function, FUNCTIONS):
        given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        held |= {each.arg for each in given if each.annotation and "QuerySet[" in ast.unparse(each.annotation)}
    before = -1
    while before != len(held):
        before = len(held)
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_queryset(value, held):
                    held.add(name)
                case ast.AnnAssign(target=ast.Name(id=name), value=value) if _is_queryset(value, held):
                    held.add(name)
                case ast.NamedExpr(target=ast.Name(id=name), value=value) if _is_queryset(value, held):
                    held.add(name)
                case ast.For(target=ast.Name(id=name), iter=value) if _is_queryset(value, held):
                    held.add(name)
    return held


def _saves_a_row(node: ast.Call, receiver: ast.expr) -> bool:
    """Return whether a save() is a model's: it takes names alone, and ``using`` in Django's own managers."""
    if node.args or any(keyword.arg == "using" for keyword in node.keywords):
        return False
    return not any(word in other for word in OTHER_SAVES for other in _words(receiver)[0])


def _faults(tree: ast.AST) -> list[ast.Call]:
    found: list[ast.Call] = []
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    for part in (tree, *functions):
        held = _held(part) if part is not tree else set()
        for node in ast.walk(part):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)) or node in found:
                continue
            name, receiver = node.func.attr, node.func.value
            writes = name in WRITES and _is_queryset(receiver, held)
            if writes or (name in SAVES and _saves_a_row(node, receiver)):
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
        "Actor.objects.create(name='x')",
        "async def f(): await Actor.objects.acreate(name='x')",
        "everywhere(Actor).filter(pk=1).delete()",
        "actor.save()",
        "actor.save(update_fields=['name'])",
        "def f():\n    rows = Actor.objects.filter(pk=1)\n    rows.update(name='x')",
        "def f():\n    rows: QuerySet[Actor] = Actor.objects.all()\n    some = rows[:5]\n    some.delete()",
        "def f():\n    if found := Actor.objects.filter(pk=1).first():\n        found.delete()",
        "def f():\n    for actor in Actor.objects.all():\n        actor.delete()",
        "def f(rows: QuerySet[Actor]):\n    rows.update(name='x')",
        "def f(rows: QuerySet[Actor]):\n    chosen = rows.filter(pk=1)\n    chosen.update(name='x')",
    ],
)
def test_a_write_would_be_found(statement: str) -> None:
    assert _faults(ast.parse(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "seen.update(names)",
        "request.session.update({})",
        "digest.update(b'')",
        "request.session.save()",
        "workbook.save(stream)",
        "act.create(kind, values)",
        "def f(rows: QuerySet[Actor]):\n    self.rows.update(names)",
        "def f():\n    found = Actor.objects.in_bulk(ids)\n    found.update(others)",
        "def f():\n    names = {each.name for each in Actor.objects.all()}\n    names.update(others)",
        "def f():\n    found = dict(Actor.objects.values_list('pk', 'name'))\n    found.update(others)",
    ],
)
def test_other_updates_are_left_alone(statement: str) -> None:
    assert not _faults(ast.parse(statement))
