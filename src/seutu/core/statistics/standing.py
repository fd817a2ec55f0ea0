"""Where a place stands among others in one figure: its rank from the top and from the bottom, and the median.

Not for whether more is better: an indicator does not say. Pure; ranks are of unrounded values.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank among ``of`` places that have a value of the same period.

    ``rank`` = 1 + the number of places with a higher value (1 = highest; equal values share the smallest rank);
    ``from_bottom`` the same from the lowest. ``sharing`` is how many places have the value, the place itself among
    them. ``median`` is the middle value of all ``of`` places.
    """

    rank: int
    from_bottom: int
    of: int
    sharing: int
    median: float

    @property
    def tied(self) -> bool:
        """Tell whether another place has the same value."""
        return self.sharing > 1


def standing(place: str, values: Mapping[str, float], among: Collection[str] | None = None) -> Standing | None:
    """Return the standing of ``place`` in ``values`` (place → value), of ``among`` only when it is given.

    Places without a value are not in ``values`` and not counted. ``None`` when the place has no value, or is not one
    of ``among``.
    """
    if place not in values or (among is not None and place not in among):
        return None
    own = values[place]
    listed = [value for code, value in values.items() if among is None or code in among]
    return Standing(
        rank=1 + sum(value > own for value in listed),
        from_bottom=1 + sum(value < own for value in listed),
        of=len(listed),
        sharing=sum(value == own for value in listed),
        median=float(median(listed)),
    )


def part_below(value: float, values: Mapping[str, float]) -> float:
    """Return (places with a lower value + half of those with the same) / all places: where ``value`` lies, 0 to 1.

    0.5 without any values.
    """
    if not values:
        return 0.5
    below = sum(each < value for each in values.values())
    same = sum(each == value for each in values.values())
    return (below + same / 2) / len(values)


def ranks(values: Mapping[str, float]) -> dict[str, int]:
    """Return every place's rank, 1 = highest; equal values share the smallest rank."""
    found: dict[str, int] = {}
    previous: tuple[float, int] | None = None
    for number, (code, value) in enumerate(sorted(values.items(), key=lambda item: (-item[1], item[0])), start=1):
        rank = previous[1] if previous is not None and previous[0] == value else number
        found[code], previous = rank, (value, rank)
    return found
