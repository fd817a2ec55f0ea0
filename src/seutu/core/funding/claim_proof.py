"""Whether the claimed figure that was entered is what the costs give, and if not, which costs explain the difference.

Not for working the claim out (``claims``), or for the words (``claim_words``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.figures.qualifiers import Origin, Qualifier
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, check_ceiling
from seutu.core.figures.relations.sentences import figure, joined
from seutu.core.figures.units import EUR
from seutu.core.funding import claim_words as say
from seutu.core.funding.budgets import CENT
from seutu.core.funding.claims import Advance, Spending, WorkedClaim, aid_of, shares_of
from seutu.core.funding.spending import REJECTED, FlatRate, Placed, flat_amount, is_base, is_of_base, total
from seutu.core.text import LANGUAGES, Text

NEAR: Final = Decimal(1)
"""A claim in whole euros is within this of the one to the cent."""
MOST_TOGETHER: Final = 2
"""So many reasons together are tried as an explanation."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that would make the claim another: its words, and how many euros of costs it adds."""

    said: Text
    added: Decimal


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in the costs of a claim, with the costs it is about."""

    kind: str
    said: Text
    ids: tuple[str, ...] = ()


def proof_of_claim(spending: Spending, worked: WorkedClaim, placed: Sequence[Placed]) -> Relation:
    """Return whether the entered figure is the aid worked out; a difference is an error, with what explains it.

    ``placed`` are all costs of the project. A rejected claim holds no costs and is not judged. Reasons are tried alone
    and two together, the nearest to the cent first.
    """
    entered, aid = worked.claim.claimed, worked.aid
    terms = (Term(say.CLAIMED, entered, EUR), Term(say.WORKED, aid, EUR, origin=Origin.DERIVED))
    if worked.claim.state == REJECTED:
        return Relation(Kind.EQUAL, say.CLAIMED, terms, Status.NOT_CHECKABLE, Severity.NONE, say.REJECTED_CLAIM)
    if aid is None:
        return Relation(Kind.EQUAL, say.CLAIMED, terms, Status.NOT_CHECKABLE, Severity.NOTE, say.NOT_WORKED)
    if entered is None:
        message = say.NOT_ENTERED.filled(worked=figure(aid, EUR))
        return Relation(Kind.EQUAL, say.CLAIMED, terms, Status.NOT_CHECKABLE, Severity.NOTE, message)
    difference = entered - aid
    is_rounded = abs(difference) < NEAR and entered == entered.to_integral_value()
    if not difference or is_rounded:
        status = Status.HOLDS_ROUNDED if difference else Status.HOLDS
        template, severity = (say.ROUNDED if difference else say.HOLDS), Severity.NONE
    else:
        status, severity, template = Status.FAILS, Severity.ERROR, say.DIFFERS
    message = template.filled(claimed=figure(entered, EUR), worked=figure(aid, EUR), difference=figure(difference, EUR))
    why = _why(spending, worked, placed) if status is Status.FAILS else None
    return Relation(Kind.EQUAL, say.CLAIMED, terms, status, severity, joined(message, why), entered, aid)


def _why(spending: Spending, worked: WorkedClaim, placed: Sequence[Placed]) -> Text:
    entered = worked.claim.claimed or Decimal(0)
    reasons = [each for each in _reasons(spending, worked, placed) if each.added]
    found: list[tuple[Decimal, int, Text]] = []
    if abs(entered - worked.costs) < NEAR:
        found.append((abs(entered - worked.costs), 0, say.COSTS_CLAIMED))
    for size in range(1, MOST_TOGETHER + 1):
        for chosen in combinations(reasons, size):
            costs = total([worked.costs, *(each.added for each in chosen)])
            aid = aid_of(shares_of(costs, spending.rows, spending.plan_total))
            if aid is not None and abs(entered - aid) < NEAR:
                found.append((abs(entered - aid), size, _together([each.said for each in chosen])))
    if not found:
        return say.UNEXPLAINED
    best = min(found, key=lambda each: (each[0] > CENT, each[1], each[0]))
    return say.BECAUSE.filled(reasons=best[2])


def _together(said: Sequence[Text]) -> Text:
    return Text(
        **{
            language: say.AND.in_language(language).join(each.in_language(language) for each in said)
            for language in LANGUAGES
        }
    )


def _reasons(spending: Spending, worked: WorkedClaim, placed: Sequence[Placed]) -> Iterator[Reason]:
    """Yield what people get wrong in claims, with how many euros of costs each adds to this one."""
    claim, flat = worked.claim, spending.flat
    free = [each for each in placed if each.is_counted and each.claim is None]
    sets = (
        (say.EARLIER, [each for each in free if each.cost.day < claim.start]),
        (say.LATER, [each for each in placed if each.is_counted and each.cost.day > claim.end]),
        (say.NO_LINE, [each for each in worked.aside if not each.is_counted and not _is_flat(each)]),
        (say.FLAT_BOOKED, [each for each in worked.aside if not each.is_counted and _is_flat(each)]),
        (say.TWICE, [each for each in worked.aside if each.is_counted]),
    )
    for template, costs in sets:
        paid = total(each.cost.amount for each in costs)
        yield Reason(say.summed(template, paid), EXACT.add(paid, _flat_of(costs, flat)))
    for use in worked.lines:
        if use.over and use.line is not None:
            yield Reason(say.summed(say.OVER_LINE, use.over, line=use.line.label), -use.over)
            rate = flat_amount(use.over, flat.percent) if flat is not None and is_of_base(use.line.kind, flat) else None
            if rate:
                yield Reason(say.summed(say.OVER_LINE_FLAT, use.over, line=use.line.label), -EXACT.add(use.over, rate))
    by_rate = total(part.amount for part in worked.flat)
    yield Reason(say.summed(say.FLAT_LEFT_OUT, by_rate), -by_rate)
    yield from _left_out(worked, flat)


def _left_out(worked: WorkedClaim, flat: FlatRate | None) -> Iterator[Reason]:
    lessening = [each for each in worked.placed if each.cost.amount < 0]
    taken = total(each.cost.amount for each in lessening)
    yield Reason(say.summed(say.CREDITS_LEFT_OUT, -taken), -EXACT.add(taken, _flat_of(lessening, flat)))
    lost = [each for each in worked.placed if each.nearest is None]
    paid = total(each.cost.amount for each in lost)
    yield Reason(say.summed(say.UNKNOWN_LINE, paid), -EXACT.add(paid, _flat_of(lost, flat)))


def _is_flat(placed: Placed) -> bool:
    return placed.kind.value == "flat_rate"


def _flat_of(placed: Sequence[Placed], flat: FlatRate | None) -> Decimal:
    if flat is None:
        return Decimal(0)
    return flat_amount(total(each.cost.amount for each in placed if is_base(each, flat)), flat.percent)


def findings_of_claim(
    worked: WorkedClaim, placed: Sequence[Placed], period: tuple[date | None, date | None]
) -> list[Finding]:
    """Return what to look at in the costs of a claim, whether or not its figure holds."""
    claim, (start, end) = worked.claim, period
    own = worked.placed
    outside = [each for each in own if (start and each.cost.day < start) or (end and each.cost.day > end)]
    uncounted = [each for each in worked.aside if not each.is_counted]
    lineless = [each for each in uncounted if not _is_flat(each)]
    has_lines = any(use.line for use in worked.lines)
    sets = (
        ("outside_project", outside),
        ("twice", [each for each in worked.aside if each.is_counted] + [e for e in own if len(e.claims) > 1]),
        ("no_line", [each for each in lineless if each.cost.amount >= 0]),
        ("no_line_credit", [each for each in lineless if each.cost.amount < 0]),
        ("flat_booked", [each for each in uncounted if _is_flat(each)]),
        ("unknown_line", [each for each in own if each.nearest is None and has_lines]),
        ("part_of_several", [each for each in own if each.line is None and each.part is not None]),
        ("earlier", [e for e in placed if e.is_counted and e.claim is None and e.cost.day < claim.start]),
    )
    found = [_finding(kind, costs) for kind, costs in sets if costs]
    found += [
        Finding("over_line", say.summed(say.SAID["over_line"], -use.left, line=use.line.label))
        for use in worked.lines
        if use.line is not None and use.left is not None and use.left < 0
    ]
    return found


def _finding(kind: str, costs: Sequence[Placed]) -> Finding:
    paid = total(each.cost.amount for each in costs)
    said = say.summed(say.SAID[kind], paid, count=len(costs))
    return Finding(kind, said, tuple(each.cost.id for each in costs))


def check_advance(advance: Advance, source: Text | None) -> Relation:
    """Check that the advance stays under its ceiling; ``source`` is the sentence that names the rule."""
    ahead = Term(say.ADVANCE, advance.ahead, EUR, origin=Origin.DERIVED)
    limit = Term(say.ADVANCE_LIMIT, advance.limit, EUR, origin=Origin.DERIVED)
    return check_ceiling(say.ADVANCE, ahead, limit, assumed=source)


def check_granted(claims: Sequence[WorkedClaim], granted: Decimal | None) -> Relation:
    """Check that the aid of claims, worked out, stays within the granted aid."""
    known = [each.aid for each in claims if each.aid is not None]
    qualifier = Qualifier.EXACT if len(known) == len(claims) else Qualifier.AT_LEAST
    summed = Term(say.AID_SO_FAR, total(known) if known else None, EUR, qualifier, Origin.DERIVED)
    return check_ceiling(say.AID_SO_FAR, summed, Term(say.GRANTED, granted, EUR))
