"""Where the keys of a recipe stand in its file."""

import pytest

from seutu.sources.indices.recipe_lines import line_of, lines_of

TEXT = '''# comment = 1
[normalise]
method = "minmax"
"range" = [
  1, 100,
]
[ treat . own . "a b" ]
note = """
winmax = 9
"""
winmax = 2
[[uncertainty.choice]]
name = "one"
[[uncertainty.choice]]
name = "two"
noise.levels = [2]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("normalise", 2),
        ("normalise.range", 4),
        ("normalise.mean", 2),
        ("treat.own.a b.winmax", 11),
        ("uncertainty.choice 1.name", 13),
        ("uncertainty.choice 2.noise.levels", 16),
        ("uncertainty.choice 2.noise.draws", 14),
        ("aggregate.method", None),
        ("", None),
    ],
)
def test_a_key_has_its_line_or_that_of_the_table_above(path: str, line: int | None) -> None:
    assert line_of(path, lines_of(TEXT)) == line
