import ast

import pytest

from tests.unit.project.tree import parsed, place, python_files

NAMES = {
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "npgettext",
    "npgettext_lazy",
}


def _called_name(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_built(argument: ast.expr) -> bool:
    """Tell whether the text is put together before it is looked up, so that no translation can match it."""
    if isinstance(argument, ast.JoinedStr):
        return True
    if isinstance(argument, ast.BinOp):
        return isinstance(argument.op, ast.Mod | ast.Add)
    return isinstance(argument, ast.Call) and _called_name(argument) == "format"


def _faults(tree: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called_name(node) in NAMES and any(_is_built(word) for word in node.args)
    ]


def test_texts_to_translate_are_written_whole() -> None:
    found = [place(path, node) for path, tree in parsed(python_files("src")) for node in _faults(tree)]
    assert not found, "Look the text up first, fill it in after:\n" + "\n".join(found)


@pytest.mark.parametrize("call", ['_(f"{n} rows")', '_("%s rows" % n)', 'gettext("{} rows".format(n))', '_("a" + b)'])
def test_a_built_text_would_be_found(call: str) -> None:
    assert _faults(ast.parse(call))


def test_filling_in_afterwards_is_right() -> None:
    assert not _faults(ast.parse('_("%(n)s rows") % {"n": n}'))
