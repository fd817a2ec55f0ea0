"""Whether the person-months of a work package are what its tasks and its people come to.

Not for what a document prints of them (``work_plans``).
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from seutu.core.figures.relations import Relation, Term, check_sum
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.text import Text

OF_TASKS: Final = Text(
    fi="Työpaketti {number}, tehtävien työ", sv="Arbetspaket {number}, uppgifternas arbete",
    en="Work package {number}, work of its tasks",
)  # fmt: skip
OF_PEOPLE: Final = Text(
    fi="Työpaketti {number}, tekijöille jaettu työ",
    sv="Arbetspaket {number}, arbete som fördelats på personer",
    en="Work package {number}, work given to people",
)
Named = tuple[str, Decimal | None]


def work_checks(
    number: str, stated: Decimal | None, *, tasks: Sequence[Named], people: Sequence[Named]
) -> list[Relation]:
    """Return what is said of a package's person-months beside those of its tasks and of its people.

    Nothing is said where the package states none, or none of the parts does.
    """
    if stated is None:
        return []
    total = Term(Text.same(number), stated, PERSON_MONTH)
    return [
        check_sum(
            label.filled(number=number), [Term(Text.same(name), value, PERSON_MONTH) for name, value in parts], total
        )
        for label, parts in ((OF_TASKS, tasks), (OF_PEOPLE, people))
        if any(value is not None for _name, value in parts)
    ]
