"""What a read SPSS file consists of: variables with their labels, sets of variables, rows. Only the shapes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

SpssValue = float | str | date | None
"""None is the system-missing value, or a text of spaces; a user-missing value stands as it is."""


@dataclass(frozen=True, slots=True)
class SpssVariable:
    """One variable. ``labels`` name its values; ``missing`` are its user-missing ranges, both ends included."""

    name: str
    label: str
    labels: Mapping[float | str, str]
    missing: tuple[tuple[float | str, float | str], ...] = ()

    def is_missing(self, value: SpssValue) -> bool:
        """Return whether a value is declared user-missing."""
        for low, high in self.missing:
            if isinstance(value, str) and value == low:
                return True
            if (
                isinstance(value, float)
                and not isinstance(low, str)
                and not isinstance(high, str)
                and low <= value <= high
            ):
                return True
        return False


@dataclass(frozen=True, slots=True)
class SpssSet:
    """Variables that are one question of several answers.

    ``counted``: the value that means chosen, of a set with a variable for each option; None of a set whose variables
    hold the options chosen.
    """

    name: str
    label: str
    variables: tuple[str, ...]
    counted: str | None


@dataclass(frozen=True, slots=True)
class SpssFile:
    """A read file. ``weight`` is the variable that cases are weighted by, or empty. Rows hold a value per variable."""

    name: str
    variables: tuple[SpssVariable, ...]
    sets: tuple[SpssSet, ...]
    weight: str
    rows: tuple[tuple[SpssValue, ...], ...]
