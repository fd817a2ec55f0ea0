import ast
import statistics

from tests.shared_material import ROOT
from tests.unit.project.tree import parsed, python_files

FILE_LINES = 400
TEST_FILE_LINES = 800
FUNCTION_LINES_P90 = 30
FUNCTION_LINES = 60


def test_no_file_is_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines, at most {most}"
        for path in python_files("src", "tests", "tools", "benchmarks", "docs")
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > (most := TEST_FILE_LINES if path.is_relative_to(ROOT / "tests") else FILE_LINES)
    ]
    assert not long, "\n".join(long)


def _functions() -> list[tuple[int, str]]:
    return [
        ((node.end_lineno or node.lineno) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
        for path, tree in parsed(python_files("src", "tools"))
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_functions_are_short() -> None:
    lengths = [length for length, _ in _functions()]
    assert statistics.quantiles(lengths, n=10)[-1] <= FUNCTION_LINES_P90


def test_no_function_is_very_long() -> None:
    # The style book's functions are its content: one page each, written out as data.
    counted = [each for each in _functions() if not each[1].startswith("tools/stylebook/")]
    long = [f"{where}: {length} lines" for length, where in counted if length > FUNCTION_LINES]
    assert not long, "\n".join(long)
