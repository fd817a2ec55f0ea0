"""Code that handles money holds no binary fraction and no rounding that does not say which way it goes."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.shared_material import ROOT
from tests.unit.project.tree import SOURCE, parsed, place, python_files

MONEY: Final = (
    "src/seutu/core/figures",
    "src/seutu/core/funding",
    "src/seutu/sources/documents",
    "src/seutu/sources/plans",
    "src/seutu/rules/funding",
    "src/seutu/apps/funding",
)
"""The folders whose figures are money. One that is not there yet is looked at when it comes."""
MONEY_REPORTS: Final = ("plan", "budget", "funding")
"""What the name of a folder or file of ``reporting`` begins with when it writes money."""
BINARY_MODULES: Final = {"math", "cmath", "statistics", "numpy"}
EXACT_TYPES: Final = {"Fraction", "Decimal"}
NOT_MONEY: Final = {
    ("src/seutu/core/funding/budgets.py", "steps * weight / sum(given)"): "both are Fraction, made the line before",
    (
        "src/seutu/core/figures/relations/sums.py",
        "min(rounded, default=Decimal(0)) * len(rounded) / 2",
    ): "Decimal halved",
    ("src/seutu/core/figures/relations/bounds.py", "last_digit(value) / 2"): "a Decimal halved is exact",
    ("src/seutu/sources/plans/reading.py", "class _Float"): "the mark of a number that a file may not hold",
    ("src/seutu/sources/plans/reading.py", "isinstance(value, float)"): "how such a number is refused",
}
"""What looks binary and is none: the file and the code, and why."""
Finding = tuple[ast.AST, str, str]


def money_files() -> list[Path]:
    reports = [
        path
        for path in python_files("src/seutu/reporting")
        if any(part.startswith(MONEY_REPORTS) for part in path.relative_to(SOURCE / "reporting").parts)
    ]
    return [*python_files(*MONEY), *reports]


def findings(tree: ast.AST) -> Iterator[Finding]:
    """Yield what is binary or rounds silently: the node, its code as an exception would name it, and what is wrong."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        yield from _binary(node, parents)
        yield from _silent(node)


def _binary(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[Finding]:
    match node:
        case ast.Constant(value=float() | complex()) if not _is_width(node, parents):
            yield node, ast.unparse(node), "a float literal"
        case ast.Name(id="float" | "complex"):
            yield node, _around(node, parents), "a float"
        case ast.Constant(value=str(text)) if text.strip() in {"float", "complex"} and _is_annotation(node, parents):
            yield node, text, "a float"
        case ast.Import(names=names) if {each.name.split(".")[0] for each in names} & BINARY_MODULES:
            yield node, ast.unparse(node), "a module of floats"
        case ast.ImportFrom(module=str(module)) if module.split(".")[0] in BINARY_MODULES:
            yield node, ast.unparse(node), "a module of floats"


def _is_width(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Return whether a number is the share of the page's width that a printed column takes: no figure of the plan."""
    keyword = parents.get(node)
    call = parents.get(keyword) if isinstance(keyword, ast.keyword) and keyword.arg == "share" else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Column"


def _silent(node: ast.AST) -> Iterator[Finding]:
    match node:
        case ast.Call(func=ast.Name(id="round")):
            yield node, ast.unparse(node), "round(), which rounds halves to even"
        case ast.Call(func=ast.Attribute(attr="quantize"), args=args, keywords=keywords):
            if len(args) < 2 and "rounding" not in {each.arg for each in keywords}:
                yield node, ast.unparse(node), "quantize() without its rounding"
        case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()) if not _is_exact(node):
            yield node, ast.unparse(node), "a division that may be of whole numbers"


def _around(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> str:
    """Return the code that an exception names: the class that is made, the call, or the name itself."""
    parent = parents.get(node)
    if isinstance(parent, ast.ClassDef):
        return f"class {parent.name}"
    return ast.unparse(parent) if isinstance(parent, ast.Call) and node in parent.args else ast.unparse(node)


def _is_annotation(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    parent = parents.get(node)
    return (
        getattr(parent, "annotation", None) is node
        or getattr(parent, "returns", None) is node
        or isinstance(parent, ast.Subscript)
    )


def _is_exact(node: ast.AST) -> bool:
    """Return whether a division is of what is made a fraction there, or joins a path."""
    exact = any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in EXACT_TYPES
        for operand in _operands(node)
        for each in _top(operand)
    )
    return exact or any(
        isinstance(each, ast.JoinedStr | ast.Constant) and not _is_number(each) for each in _operands(node)
    )


def _operands(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    return [node.value] if isinstance(node, ast.AugAssign) else []


def _top(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the factors of a product or sum: not what stands within the brackets of another call."""
    if isinstance(node, ast.BinOp):
        yield from _top(node.left)
        yield from _top(node.right)
    else:
        yield node


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def test_money_is_never_binary_and_never_rounded_silently() -> None:
    files = money_files()
    assert len(files) > 50
    excused = set()
    told = []
    for path, tree in parsed(files):
        name = path.relative_to(ROOT).as_posix()
        for node, code, wrong in findings(tree):
            if (name, code) in NOT_MONEY:
                excused.add((name, code))
            else:
                told.append(f"{place(path, node)}: {wrong}: {code}")
    assert not told, "\n".join(told)
    assert excused == set(NOT_MONEY), "exceptions that nothing needs"


@pytest.mark.parametrize(
    "planted",
    [
        "share = 0.4",
        "total = float(amount)",
        "def cost(base: float) -> None: ...",
        'def cost(base: "float") -> None: ...',
        "def cost() -> float: ...",
        "costs: list[float] = []",
        "class Amount(float): ...",
        "part = total / 3",
        "part = total * Decimal(percent(1)) / count if False else a / b",
        "total /= years",
        "printed = amount.quantize(CENT)",
        "printed = round(amount)",
        "printed = round(amount, 2)",
        "import math",
        "from math import floor",
        "import numpy as np",
        "from statistics import mean",
        "values = map(float, texts)",
        "rate = 1e-2",
        "part = abs(Fraction(1)) and count(Decimal(1)) / years",
    ],
)
def test_what_is_planted_is_found(planted: str) -> None:
    assert list(findings(ast.parse(planted)))


@pytest.mark.parametrize(
    "sound",
    [
        "share = Decimal('0.4')",
        "part = Fraction(total) / 3",
        "part = Fraction(total) * percent / 100",
        "part = total // 3",
        "printed = amount.quantize(CENT, ROUND_HALF_UP)",
        "printed = amount.quantize(CENT, rounding=ROUND_FLOOR)",
        "from seutu.core.figures.relations.rounding import rounded",
        "file = folder / 'plan.json'",
        "file = folder / f'{name}.json'",
        "text = 'a float is not exact'",
    ],
)
def test_what_is_exact_is_left_alone(sound: str) -> None:
    assert not list(findings(ast.parse(sound)))
