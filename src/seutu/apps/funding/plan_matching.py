"""Which row of a returned plan is which record of its project: by label and partner, by number and name.

Where a row could be several records it is refused: nothing is overwritten by a guess. Not for what changes in them
(``plan_updates``).
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from seutu.apps.funding.models import CostLine, FundingRow
from seutu.apps.funding.plan_partners import Partners
from seutu.apps.programmes.models import Participation, Project, WorkPackage
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.funding.plans import Partner
from seutu.core.names import fold_name
from seutu.core.text import Text

FEWER: Final = Text(
    fi="{kind} ”{name}”: hankkeessa näitä on {standing} ja työkirjassa {read}, eikä tiedetä, mistä niistä on kyse. "
    "Pidä kaikki työkirjassa tai anna niille hankkeessa eri nimet.",
    sv="{kind} ”{name}”: projektet har {standing} och arbetsboken {read}, och det är inte känt vilken det gäller. "
    "Behåll alla i arbetsboken eller ge dem olika namn i projektet.",
    en="{kind} “{name}”: the project has {standing} of these and the workbook {read}, and it is not known which is "
    "meant. Keep all of them in the workbook, or give them different names in the project.",
)
NO_PARTNER_COLUMN: Final = Text(
    fi="{kind} ”{name}” on hankkeessa usealla kumppanilla, mutta työkirjassa ei ole kumppanien saraketta. Palauta "
    "sarake.",
    sv="{kind} ”{name}” finns hos flera partner i projektet, men arbetsboken saknar partnernas kolumn. Sätt tillbaka "
    "kolumnen.",
    en="{kind} “{name}” stands with several partners in the project, but the workbook has no column of partners. Put "
    "the column back.",
)
SAME_NUMBER: Final = Text(
    fi="Työpaketteja, joiden numero on {number}, on useita, eikä tiedetä, mitä niistä ”{name}” tarkoittaa. Anna "
    "kullekin oma numeronsa hankkeessa ja työkirjassa.",
    sv="Det finns flera arbetspaket med numret {number}, och det är inte känt vilket av dem ”{name}” är. Ge vart "
    "och ett sitt eget nummer i projektet och i arbetsboken.",
    en="Several work packages have the number {number}, and it is not known which of them “{name}” is. Give each its "
    "own number in the project and in the workbook.",
)
SAME_PARTNER: Final = Text(
    fi="Kumppani ”{name}” on työkirjassa samassa roolissa useammin kuin hankkeessa. Jätä kumppanista yksi rivi.",
    sv="Partnern ”{name}” finns fler gånger i samma roll i arbetsboken än i projektet. Behåll en rad för partnern.",
    en="The partner “{name}” is in the workbook in the same role more often than in the project. Keep one row of the "
    "partner.",
)
NO_NUMBER: Final = Text(
    fi="Työpaketilla ”{name}” ei ole numeroa. Kirjoita numero, josta se tunnetaan.",
    sv="Arbetspaketet ”{name}” saknar nummer. Skriv numret som det känns igen på.",
    en="The work package “{name}” has no number. Write the number it is known by.",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row that was read, the record it is (None for a new one), and the columns its file has of it."""

    read: Any
    record: Any
    named: frozenset[str]


def row_pairs(
    kind: Literal["cost-lines", "funding-rows"],
    project: Project,
    read: Sequence[Any],
    named: Sequence[frozenset[str]],
    partners: Partners,
) -> tuple[list[Pair], list[Any]]:
    """Pair lines or rows with the project's, in their order where several are alike; return also those left over."""
    model: Any = CostLine if kind == "cost-lines" else FundingRow
    held = model.objects.filter(project=project, trashed_at__isnull=True)
    by_partner = all("partner" in fields for fields in named)
    standing: dict[Hashable, list[Any]] = defaultdict(list)
    partners_of: dict[str, set[UUID | None]] = defaultdict(set)
    for record in held.order_by(*blanks_last(model, "position"), "label", "pk"):
        standing[record.label, record.partner_id if by_partner else None].append(record)
        partners_of[record.label].add(record.partner_id)
    keys = [(row.label.fi, _partner(row.partner, partners) if by_partner else None) for row in read]
    for label in () if by_partner else dict.fromkeys(row.label.fi for row in read):
        if len(partners_of[label]) > 1:
            facts = {"kind": kind_named(kind).singular, "name": label}
            raise InvalidValuesError({"partner": NO_PARTNER_COLUMN.filled(**facts)})
    return _in_order(kind, list(zip(read, keys, named, strict=True)), standing)


def partner_pairs(
    project: Project, read: Sequence[Partner], named: Sequence[frozenset[str]], partners: Partners
) -> tuple[list[Pair], list[Any]]:
    """Pair partners with the project's participations by actor and role; funders are none of a plan's partners."""
    held = Participation.objects.filter(project=project, trashed_at__isnull=True).exclude(role="funder")
    standing: dict[Hashable, list[Any]] = defaultdict(list)
    for record in held.select_related("actor", "project").order_by(*blanks_last(Participation, "date_from"), "pk"):
        standing[record.actor_id, record.role].append(record)
    keys = [(partners.known[fold_name(each.name)], each.role.value) for each in read]
    counted = Counter(keys)
    for each, key in zip(read, keys, strict=True):
        if counted[key] > max(1, len(standing.get(key, []))):
            raise InvalidValuesError({"actor": SAME_PARTNER.filled(name=each.name)})
    return _in_order("participations", list(zip(read, keys, named, strict=True)), standing)


def _in_order(
    kind: str, rows: Sequence[tuple[Any, Hashable, frozenset[str]]], standing: dict[Hashable, list[Any]]
) -> tuple[list[Pair], list[Any]]:
    """Pair rows with the records of their keys in order; refuse fewer rows than there are records of one key."""
    counted = Counter(key for _row, key, _fields in rows)
    for key, count in counted.items():
        records = standing.get(key, [])
        if count < len(records):
            facts = {"kind": kind_named(kind).singular, "name": records[0].title, "standing": len(records)}
            raise InvalidValuesError({"label": FEWER.filled(**facts, read=count)})
    pairs = []
    for row, key, fields in rows:
        waiting = standing.get(key)
        pairs.append(Pair(row, waiting.pop(0) if waiting else None, fields))
    return pairs, [record for left in standing.values() for record in left]


def _partner(name: str | None, partners: Partners) -> UUID | None:
    return partners.known[fold_name(name)] if name else None


def package_pairs(
    project: Project, read: Sequence[Any], named: Sequence[frozenset[str]]
) -> tuple[list[Pair], list[Any]]:
    """Pair work packages with the project's by number and name, then by a number that only one has."""
    standing: dict[tuple[str, str], list[WorkPackage]] = defaultdict(list)
    for record in WorkPackage.objects.filter(project=project, trashed_at__isnull=True).order_by("number", "name", "pk"):
        standing[record.number, record.name].append(record)
    counted = Counter((package.number, package.name) for package in read)
    found: dict[int, WorkPackage] = {}
    for at, package in enumerate(read):
        if not package.number:
            raise InvalidValuesError({"number": NO_NUMBER.filled(name=package.name)})
        alike = standing.get((package.number, package.name), [])
        if counted[package.number, package.name] > 1 or len(alike) > 1:
            raise InvalidValuesError({"number": _same_number(package)})
        if alike:
            found[at] = alike.pop()
    left = [record for records in standing.values() for record in records]
    waiting = [at for at in range(len(read)) if at not in found]
    for at in waiting:
        of_number = [record for record in left if record.number == read[at].number]
        rivals = [other for other in waiting if read[other].number == read[at].number]
        if of_number and (len(of_number) > 1 or len(rivals) > 1):
            raise InvalidValuesError({"number": _same_number(read[at])})
        if of_number:
            found[at] = of_number[0]
    taken = {record.pk for record in found.values()}
    pairs = [Pair(package, found.get(at), fields) for at, (package, fields) in enumerate(zip(read, named, strict=True))]
    return pairs, [record for record in left if record.pk not in taken]


def _same_number(package: Any) -> Text:
    return SAME_NUMBER.filled(number=package.number, name=package.name)
