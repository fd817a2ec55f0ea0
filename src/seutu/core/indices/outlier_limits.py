"""The least and the greatest figure that a range is made of, where outliers are left out of it.

Not for moving outliers before normalising (``treatment``).
"""

from collections.abc import Iterator

import numpy as np

from seutu.core.indices.recipes import Normalise, Rounds, Scaling
from seutu.core.indices.unit_tables import Floats, UnitTable


def ends_within(figures: Floats, sds: float | None) -> tuple[float, float]:
    """Return the least and the greatest of the figures, of those within mean ± ``sds`` standard deviations if told.

    ``sds`` is 1 or more, so that some are always within.
    The mean and the sample standard deviation are of all figures there are. Source: the annexes on method of the
    European and the Regional Innovation Scoreboard (European Commission).
    """
    held = figures
    if sds is not None:
        away = np.abs(figures - np.nanmean(figures))
        held = figures[away <= sds * np.nanstd(figures, ddof=1)]
    return float(np.nanmin(held)), float(np.nanmax(held))


def figures_beyond(table: UnitTable, normalise: Normalise) -> Iterator[tuple[int, str]]:
    """Yield the row and the code of each figure that min-max cuts, since it lies beyond the limit of outliers."""
    stretches = [np.ones(len(table.units), dtype=np.bool_)]
    for members in stretches if normalise.rounds is Rounds.TOGETHER else table.members():
        for place, code in enumerate(table.columns):
            scale = normalise.scale_of(code)
            if (
                scale.method is not Scaling.MINMAX
                or scale.within_sd is None
                or np.isnan(table.values[members, place]).all()
            ):
                continue
            low, high = ends_within(table.values[members, place], scale.within_sd)
            beyond = (table.values[:, place] < low) | (table.values[:, place] > high)
            yield from ((int(row), code) for row in np.flatnonzero(members & beyond))
