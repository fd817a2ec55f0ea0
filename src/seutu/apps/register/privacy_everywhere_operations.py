"""A person over the whole installation: every workspace, the sign-in account and the tables no workspace owns.

For the one who runs the service (the command line). A workspace's own page stays within its workspace.
"""

from collections import Counter
from datetime import datetime
from typing import Any, Final

from django.apps import apps
from django.db import models, transaction

from seutu.apps.accounts.models import Membership, User, Workspace
from seutu.apps.records.models import OwnedRow
from seutu.apps.records.scope import in_scope
from seutu.apps.register.exceptions import IsMemberError
from seutu.apps.register.privacy_extract import person_extract
from seutu.apps.register.privacy_marks import MARKER, Marks
from seutu.apps.register.privacy_operations import person_erase
from seutu.apps.register.privacy_search import Person, joined, person_known_by, person_with, texts_with

ACCOUNT_TABLES: Final = ("accounts.User", "account.EmailAddress", "sessions.Session", "contenttypes.ContentType")
Held = list[tuple[Workspace, Person]]


def person_everywhere(key: str) -> Held:
    """Return a person in every workspace, by everything they are known by in any; empty when nobody has the key."""
    known = []
    workspaces = list(Workspace.objects.order_by("slug"))
    found = {}
    for workspace in workspaces:
        with in_scope(workspace):
            person = person_known_by(key)
        if person is not None:
            known.append(person)
            found[workspace.pk] = person
    if not known:
        return []
    marks = joined(known)
    held = []
    for workspace in workspaces:
        with in_scope(workspace):
            own = found[workspace.pk].contacts if workspace.pk in found else ()
            contacts = dict.fromkeys((*own, *person_with(marks).contacts))
            held.append((workspace, Person(tuple(contacts), marks)))
    return held


def extract_everywhere(held: Held, *, at: datetime) -> dict[str, Any]:
    """Return everything the installation holds of a person."""
    extracts = []
    for workspace, person in held:
        with in_scope(workspace):
            extracts.append(person_extract(person, at=at))
    marks = held[0][1].marks if held else Marks()
    other = [{"table": type(row).__name__, "field": name, "held": getattr(row, name)} for row, name in _unowned(marks)]
    return {"accounts": [_account(person) for person in _accounts(marks)], "workspaces": extracts, "other": other}


def _accounts(marks: Marks) -> list[User]:
    where = models.Q(pk__in=[])
    for address in marks.emails:
        where |= models.Q(email__iexact=address)
    return list(User.objects.filter(where).order_by("pk"))


def _account(person: User) -> dict[str, Any]:
    return {
        "email": person.email,
        "name": person.name,
        "language": person.language,
        "joined": person.date_joined.isoformat(),
        "last_sign_in": person.last_login.isoformat() if person.last_login else None,
        "workspaces": [
            {"workspace": each.workspace.name, "role": each.role, "since": each.since.isoformat()}
            for each in person.memberships.select_related("workspace")
        ],
    }


def _unowned(marks: Marks) -> list[tuple[Any, str]]:
    """Return rows of tables that no workspace owns, with the field that holds the person."""
    found = []
    for model in apps.get_models():
        if not issubclass(model, OwnedRow) and model._meta.label not in ACCOUNT_TABLES:  # noqa: SLF001 - Django's own
            found += list(texts_with(marks, model._default_manager.order_by("pk"), model))  # noqa: SLF001
    return found


def erase_everywhere(held: Held, *, at: datetime) -> Counter[str]:
    """Erase a person from the whole installation, all or nothing; raises IsMemberError while they work somewhere."""
    counts: Counter[str] = Counter()
    marks = held[0][1].marks if held else Marks()
    accounts = _accounts(marks)
    if Membership.objects.filter(person__in=accounts).exists():
        raise IsMemberError
    with transaction.atomic():
        for workspace, person in held:
            with in_scope(workspace):
                counts += person_erase(person, by=None, at=at)
        for row, name in _unowned(marks):
            setattr(row, name, marks.replaced(getattr(row, name)))
            row.save(update_fields=[name])
            counts["other"] += 1
        for account in accounts:
            _close(account)
            counts["accounts"] += 1
    return counts


def _close(account: User) -> None:
    """Empty an account of everything that says whose it was; what they did in the log stays, without the name."""
    apps.get_model("account", "EmailAddress")._default_manager.filter(user_id=account.pk).delete()  # noqa: SLF001
    account.email, account.name = f"{account.pk}@erased.invalid", MARKER
    account.is_active = False
    account.set_unusable_password()
    account.save()
