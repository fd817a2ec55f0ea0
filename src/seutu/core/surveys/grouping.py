"""The groups that respondents belong to, and the checks that their weights and answers pass before anything is counted.

Not for what is made of them (``weighting``, ``estimates``).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import respondent_messages as say
from seutu.core.text import Text

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
JOINED_BY = " × "


@dataclass(frozen=True)
class Groups:
    """A grouping of respondents, its ``name`` for people. ``positions``, ``(respondents,)``, point into ``labels``.

    A label may have no respondent. Every respondent has a group: what is not known is a label of its own, or a fault.
    """

    name: str
    labels: tuple[str, ...]
    positions: Ints

    def sums(self, figures: Floats | None = None) -> Floats:
        """Return the sum of the figures of each group, ``(groups,)``; without figures the number of respondents."""
        return np.bincount(self.positions, figures, minlength=len(self.labels)).astype(np.float64)

    def place(self, label: str) -> int:
        """Return the position of a label."""
        return self.labels.index(label)


def groups_of(codes: Iterable[object], *, name: str, known: Sequence[str] = ()) -> Groups:
    """Return the groups of respondents' codes; labels are ``known`` in its order, else the codes there are, sorted.

    Raises ``InputProblem`` for no respondents, for a blank code (None, NaN or an empty text) and for one that is not
    known, each fault once with the first respondent that has it, counted from 1, and how many have it.
    """
    written = ["" if code is None or (isinstance(code, float) and math.isnan(code)) else str(code) for code in codes]
    if not written:
        raise InputProblem(Problem(say.NO_RESPONDENTS.filled(name=name), column=name))
    blank = [row for row, code in enumerate(written, 1) if not code.strip()]
    if blank:
        message = say.NO_GROUP.filled(row=blank[0], name=name, count=len(blank))
        raise InputProblem(Problem(message, column=name))
    places = {label: place for place, label in enumerate(known or sorted(set(written)))}
    strange = [row for row, code in enumerate(written, 1) if code not in places]
    if strange:
        code = written[strange[0] - 1]
        message = say.NO_SUCH_GROUP.filled(row=strange[0], name=name, code=code, count=len(strange))
        raise InputProblem(Problem(message, column=name, value=code))
    return Groups(name, tuple(places), np.array([places[code] for code in written], dtype=np.int64))


def crossed(*groups: Groups) -> Groups:
    """Return the groups that some groupings make together; only combinations that somebody has are labels."""
    keys = np.column_stack([each.positions for each in groups])
    distinct, back = np.unique(keys, axis=0, return_inverse=True)
    labels = tuple(
        JOINED_BY.join(each.labels[place] for each, place in zip(groups, row, strict=True)) for row in distinct.tolist()
    )
    return Groups(JOINED_BY.join(each.name for each in groups), labels, back.reshape(-1).astype(np.int64))


def whole(count: int, *, name: str = "") -> Groups:
    """Return one group of all respondents, its label blank."""
    return Groups(name, ("",), np.zeros(count, dtype=np.int64))


def checked_weights(weights: ArrayLike | None, respondents: int) -> Floats:
    """Return the weights as doubles, 1 for each respondent where there are none.

    Raises ``InputProblem`` where there are more or fewer than respondents, one is missing, infinite or negative, or all
    are zero.
    """
    if weights is None:
        return np.ones(respondents)
    held = np.asarray(weights, dtype=np.float64)
    _refuse_length("weight", held, respondents)
    unknown, negative = np.flatnonzero(~np.isfinite(held)), np.flatnonzero(held < 0)
    if len(unknown):
        _refuse(say.NO_WEIGHT.filled(row=unknown[0] + 1, count=len(unknown)), "weight")
    if len(negative):
        facts = {"row": negative[0] + 1, "weight": f"{held[negative[0]]:g}", "count": len(negative)}
        _refuse(say.NEGATIVE_WEIGHT.filled(**facts), "weight")
    if not held.any():
        _refuse(say.ALL_WEIGHTLESS, "weight")
    return held


def checked_answers(answers: ArrayLike, respondents: int, *, question: str, share: bool = False) -> Floats:
    """Return the answers to one question as doubles, NaN where there is none.

    Raises ``InputProblem`` where there are more or fewer than respondents, one is infinite, or, for a share, one is
    neither 0 nor 1.
    """
    held = np.asarray(answers, dtype=np.float64)
    _refuse_length(question, held, respondents)
    infinite = np.flatnonzero(np.isinf(held))
    if len(infinite):
        facts = {"row": infinite[0] + 1, "question": question, "count": len(infinite)}
        _refuse(say.INFINITE_ANSWER.filled(**facts), question)
    strange = np.flatnonzero(~np.isnan(held) & (held != 0) & (held != 1))
    if share and len(strange):
        first = int(strange[0])
        facts = {"row": first + 1, "question": question, "answer": f"{held[first]:g}", "count": len(strange)}
        _refuse(say.NOT_A_SHARE.filled(**facts), question)
    return held


def _refuse_length(name: str, held: Floats, respondents: int) -> None:
    if held.shape != (respondents,):
        _refuse(say.LENGTHS.filled(name=name, count=len(held), respondents=respondents), name)


def _refuse(message: Text, column: str) -> None:
    raise InputProblem(Problem(message, column=column))
