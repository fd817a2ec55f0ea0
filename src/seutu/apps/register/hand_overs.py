"""What has been handed over, and what waits for it: contacts that ended without a successor, tasks without an owner.

Reads only; handing_over.py does it. The list is also written as an Excel workbook.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final

from django.db.models import Q, QuerySet

from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Contact, Task
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent, write_workbook

TITLES: Final = (
    Text(fi="Siirrot", sv="Överlämningar", en="Hand-overs"),
    Text(fi="Ilman seuraajaa", sv="Utan efterträdare", en="Without successor"),
    Text(fi="Tehtävät ilman omistajaa", sv="Uppgifter utan ägare", en="Tasks without owner"),
)
CONTACT: Final = Text(fi="Yhteyshenkilö", sv="Kontaktperson", en="Contact")
ROLE: Final = Text(fi="Rooli", sv="Roll", en="Role")
ACTOR: Final = Text(fi="Toimija", sv="Aktör", en="Actor")
SUCCESSOR: Final = Text(fi="Seuraaja", sv="Efterträdare", en="Successor")
MOVED: Final = Text(fi="Siirtyneitä tehtäviä", sv="Flyttade uppgifter", en="Tasks moved")
ENDED: Final = Text(fi="Saakka", sv="Till", en="Until")
OPEN_TASKS: Final = Text(fi="Avoimia tehtäviä", sv="Öppna uppgifter", en="Open tasks")
TASK: Final = Text(fi="Tehtävä", sv="Uppgift", en="Task")
DUE: Final = Text(fi="Määräpäivä", sv="Tidsfrist", en="Due")
LAST_OWNER: Final = Text(fi="Edellinen omistaja", sv="Tidigare ägare", en="Former owner")


@dataclass(frozen=True, slots=True)
class HandOver:
    """One contact who has left, the successor, how many tasks moved and until when the one who left was there."""

    contact: Contact
    successor: Contact
    tasks: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Ended:
    """A contact who has left without a successor, with the open tasks that still wait for one."""

    contact: Contact
    tasks: int


def done_hand_overs() -> list[HandOver]:
    """Return the contacts that have a successor, the latest first, then by name."""
    left = list(_contacts().filter(successor__isnull=False).select_related("successor"))
    moved = _tasks_moved()
    rows = [HandOver(each, each.successor, moved.get(each.pk, 0), each.active_to) for each in left if each.successor]
    return sorted(rows, key=lambda row: (-(row.day or date.min).toordinal(), row.contact.title_key))


def _contacts() -> QuerySet[Contact]:
    found: QuerySet[Contact] = records_of(kind_named("contacts"))
    return found


def _tasks_moved() -> Counter[object]:
    """Return by contact how many tasks its hand-over moved; an act that was undone does not count."""
    undone = Activity.objects.filter(undoes__isnull=False).values("undoes")
    acts = Activity.objects.filter(operation=Operation.HAND_OVER).exclude(sequence__in=undone)
    rows = ActivityRow.objects.filter(activity__in=acts)
    leavers = dict(rows.filter(kind="contacts").order_by("-position").values_list("activity_id", "record_id"))
    counted: Counter[object] = Counter()
    for activity_id in rows.filter(kind="tasks").values_list("activity_id", flat=True):
        counted[leavers[activity_id]] += 1
    return counted


def ended_without_successor(*, today: date) -> list[Ended]:
    """Return the contacts whose last day has passed and who have no successor, those with open tasks first."""
    left = _contacts().filter(active_to__lt=today, successor__isnull=True)
    waiting = Counter(_open_tasks().filter(owner__in=left).values_list("owner_id", flat=True))
    found = [Ended(each, waiting[each.pk]) for each in left]
    return sorted(found, key=lambda each: (-each.tasks, each.contact.title_key))


def _open_tasks() -> QuerySet[Task]:
    found: QuerySet[Task] = records_of(kind_named("tasks")).filter(state="open")
    return found


def tasks_without_owner(*, today: date) -> list[Task]:
    """Return the open tasks that nobody active owns: no owner, or one who has left or is in the trash."""
    gone = Q(owner__active_to__lt=today) | Q(owner__trashed_at__isnull=False)
    return list(_open_tasks().filter(gone | Q(owner__isnull=True), member=""))


def write_hand_overs(stream: BinaryIO, *, today: date, language: Language) -> int:
    """Write the lists as one workbook of three sheets; returns the number of hand-overs."""
    done = done_hand_overs()
    contents = [
        TableContent(
            TITLES[0].in_language(language),
            _columns(language, (CONTACT, ROLE, ACTOR, SUCCESSOR), MOVED, ENDED),
            [
                (row.contact.name, row.contact.role, row.contact.actor.name, row.successor.name, row.tasks, row.day)
                for row in done
            ],
        ),
        TableContent(
            TITLES[1].in_language(language),
            _columns(language, (CONTACT, ROLE, ACTOR), OPEN_TASKS, ENDED),
            [
                (each.contact.name, each.contact.role, each.contact.actor.name, each.tasks, each.contact.active_to)
                for each in ended_without_successor(today=today)
            ],
        ),
        TableContent(
            TITLES[2].in_language(language),
            _columns(language, (TASK, ACTOR, LAST_OWNER), None, DUE),
            [
                (task.name, task.actor.name if task.actor else "", task.owner.name if task.owner else "", task.due)
                for task in tasks_without_owner(today=today)
            ],
        ),
    ]
    write_workbook(contents, stream, language=language)
    return len(done)


def _columns(language: Language, texts: tuple[Text, ...], number: Text | None, day: Text) -> tuple[TableColumn, ...]:
    made = [TableColumn(key=text.en, label=text.in_language(language)) for text in texts]
    if number is not None:
        made.append(TableColumn(key=number.en, label=number.in_language(language), kind="number"))
    made.append(TableColumn(key=day.en, label=day.in_language(language), kind="date"))
    return tuple(made)
