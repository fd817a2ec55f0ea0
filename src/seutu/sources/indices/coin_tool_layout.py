"""Where things stand in a workbook of the COIN Tool (JRC, Excel), as COINr's import reads it. Not for reading it.

Lines count from 1, columns from 0. The places are those of the import function of COINr (R, MIT), the only public
description that was found; no workbook of the tool itself was at hand.
"""

from typing import Final

DATABASE: Final = "Database"
FRAMEWORK: Final = "Framework"
CODES: Final = "Codes"
"""Our own sheet: the codes that the tool's own (Ind.01, sp.01 …) stand for. Other programs do not look at it."""
UNIT_NAME, UNIT_CODE, FIRST_COLUMN = 1, 2, 4
WEIGHT_LINE, DIRECTION_LINE, LOWER_LINE, UPPER_LINE = 7, 8, 9, 10
NAME_LINE, CODE_LINE, FIRST_LINE = 15, 16, 17
PARENT_LINES: Final = {"sp.": 14, "p.": 13, "si.": 12, "Index": 11}
"""The line of the aggregate of each level, the lowest level first, by how its codes begin."""
MOST_UNITS, MOST_INDICATORS, MOST_AGGREGATES = 299, 99, 48
MOST_LEVELS: Final = len(PARENT_LINES)
"""Levels of aggregates, the index being one."""
FRAMEWORK_HEADER: Final = 4
FRAMEWORK_CODE, FRAMEWORK_WEIGHT, FRAMEWORK_NAME = 2, 4, 7
FRAMEWORK_TITLE: Final = "Dimension/indicator"
MISSING: Final = "n/a"
UNUSED: Final = "--"
CODES_HEADER: Final = ("code", "iCode", "unit")
