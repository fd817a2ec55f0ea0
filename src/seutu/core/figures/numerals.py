"""What a run of digits, spaces, points and commas can mean: one value or several, never a guess.

Not for signs, multipliers, units or words around the digits (``figure_parts``).

Rules. A *mark* is a point or a comma; a *group* is three digits.

=====================  ======================  ==================================  ==================================
written                Finnish, Swedish        English                             language not known
=====================  ======================  ==================================  ==================================
1 234 (any space, ')   1234                    1234                                1234
1.5  0,123  12,8000    the mark is decimal     the mark is decimal                 the mark is decimal
1.234.567              1234567                 1234567                             1234567
1.234,56  1,234.56     the last is decimal     the last is decimal                 the last is decimal
1,234                  1.234                   1234                                asked
1.234                  asked                   1.234                               asked
1.234 of whole units   1234                    asked                               asked
1,234 of whole units   asked                   1234                                asked
1 234,567              1234.567                asked                               asked
1 234.567              asked                   1234.567                            asked
1234,567               1234.567                asked                               asked
=====================  ======================  ==================================  ==================================

*Whole units* are euros and pieces at their own scale: nobody prints them with exactly three decimals, so the mark is a
thousands mark unless the language says it is the decimal mark, and then it is asked. The meaning without a language is
by construction every meaning that some language gives. Groups must be exact; four or more groups set apart by plain
spaces may be two columns run together and are asked. The old Finnish habit of 651.200 for whole euros is why a library
reader is not used: it gives 651.2, a thousandth.
"""

import re
from decimal import Decimal

from seutu.core.figures import questions
from seutu.core.figures.marks import APOSTROPHES, FIXED_SPACES
from seutu.core.text import Language, Text

Values = tuple[Decimal, ...]

_RUNS = re.compile(r"[0-9]+")
_GROUP = 3
_MOST_PLAIN_GROUPS = 3


def numeral_values(body: str, languages: tuple[Language, ...], *, whole: bool) -> Values | Text:
    """Return every value ``body`` can have in any of ``languages``, likeliest first, or why it has none.

    ``body`` begins with a digit and holds only digits and separators; ``whole`` says that the unit is printed with no
    decimals or two.
    """
    runs = _RUNS.findall(body)
    gaps = _RUNS.split(body)[1:-1]
    if not body[-1].isascii() or not body[-1].isdigit():
        return questions.CUT_SHORT
    kinds = [_kind(gap) for gap in gaps]
    if kinds and "?" not in kinds and kinds[-1] in ".,":
        return _with_mark(runs, kinds, languages, whole=whole)
    return _grouped_by_spaces(runs, kinds)


def _kind(gap: str) -> str:
    if len(gap) != 1:
        return "?"
    if gap in FIXED_SPACES:
        return "fixed"
    return "'" if gap in APOSTROPHES else gap


def _grouped_by_spaces(runs: list[str], kinds: list[str]) -> Values | Text:
    whole = Decimal("".join(runs))
    if not kinds:
        return (whole,)
    if not _are_groups(runs) or not set(kinds) <= {" ", "fixed", "'"}:
        return questions.UNEVEN_GROUPS
    if len(set(kinds)) == 1 and not _may_be_columns(runs, kinds):
        return (whole,)
    half = (len(runs) + 1) // 2
    return _distinct(whole, Decimal("".join(runs[:half])), Decimal("".join(runs[half:])))


def _may_be_columns(groups: list[str], kinds: list[str]) -> bool:
    """Return whether plain spaces set so many groups apart that they may be two numbers side by side."""
    return " " in kinds and len(groups) > _MOST_PLAIN_GROUPS


def _with_mark(runs: list[str], kinds: list[str], languages: tuple[Language, ...], *, whole: bool) -> Values | Text:
    """Return the values of a numeral whose last separator is a point or a comma."""
    mark, before = kinds[-1], set(kinds[:-1])
    grouped, decimal = Decimal("".join(runs)), Decimal("".join(runs[:-1]) + "." + runs[-1])
    if not before:
        return _distinct(*(v for lang in languages for v in _one_mark(runs, mark, lang, whole=whole)))
    groups = runs if before == {mark} else runs[:-1]
    if len(before) > 1 or not _are_groups(groups):
        return questions.UNEVEN_GROUPS
    if before == {mark}:
        return (grouped,)
    surely_decimal = all(mark == _decimal_mark(language) for language in languages) and not whole
    values = (decimal,) if before <= {".", ","} or len(runs[-1]) != _GROUP or surely_decimal else (decimal, grouped)
    if not _may_be_columns(groups, kinds):
        return values
    half = (len(groups) + 1) // 2
    return _distinct(*values, Decimal("".join(groups[:half])), Decimal("".join(groups[half:]) + "." + runs[-1]))


def _one_mark(runs: list[str], mark: str, language: Language, *, whole: bool) -> Values:
    """Return the values of digits, one mark, digits in one language."""
    grouped, decimal = Decimal("".join(runs)), Decimal(".".join(runs))
    is_decimal_mark = mark == _decimal_mark(language)
    if len(runs[1]) != _GROUP or runs[0].startswith("0"):
        return (decimal,)
    if len(runs[0]) > _GROUP:
        return (decimal, grouped) if language == "en" and mark == "," else (decimal,)
    if is_decimal_mark:
        return (decimal, grouped) if whole else (decimal,)
    return (grouped,) if whole or language == "en" else (grouped, decimal)


def _decimal_mark(language: Language) -> str:
    return "." if language == "en" else ","


def _are_groups(runs: list[str]) -> bool:
    first, *rest = runs
    if not rest:
        return True
    return len(first) <= _GROUP and not first.startswith("0") and all(len(run) == _GROUP for run in rest)


def _distinct(*values: Decimal) -> Values:
    return tuple(dict.fromkeys(values))
