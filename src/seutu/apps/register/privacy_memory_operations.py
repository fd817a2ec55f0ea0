"""Which erasures have been done, by keyed digest only, so that they can be repeated on an old backup.

A digest tells nobody's address or name without the service's key. It is kept in the database and in a file beside it,
because restoring a backup takes the database back to a time when the erasure was not there.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction

from seutu.apps.records.models import Comment
from seutu.apps.records.scope import current_scope
from seutu.apps.register.models import Contact, ErasureNote
from seutu.apps.register.privacy_marks import EMAIL, MARKER
from seutu.apps.register.privacy_search import Person, person_known_by, records_of_every_kind

FILE_NAME: Final = "erasures.jsonl"


def erasures_file() -> Path:
    """Return the file beside the database that remembers erasures."""
    return Path(settings.DATA_FOLDER) / FILE_NAME


def erasure_digest(known_by: str) -> str:
    """Return the keyed digest of a contact id or e-mail address in the current workspace."""
    message = f"erasure:{current_scope().workspace.pk}:{known_by.strip().casefold()}"
    return hmac.new(settings.SECRET_KEY.encode(), message.encode(), hashlib.sha256).hexdigest()


def remember(person: Person, *, at: datetime) -> None:
    """Remember that a person was erased; the file is written once the erasure stands."""
    keys = {str(contact) for contact in person.contacts} | {address.casefold() for address in person.marks.emails}
    notes = [ErasureNote(digest=erasure_digest(key), at=at) for key in sorted(keys)]
    ErasureNote.objects.bulk_create(notes)
    lines = "".join(f"{json.dumps({'digest': note.digest, 'at': at.isoformat()})}\n" for note in notes)
    transaction.on_commit(lambda: _append(lines))


def _append(lines: str) -> None:
    with erasures_file().open("a", encoding="ascii") as stream:
        stream.write(lines)


def remembered(file: Path | None = None) -> dict[str, datetime]:
    """Return when each digest was erased last, by the database and the file."""
    found = dict(ErasureNote.objects.order_by("at").values_list("digest", "at"))
    path = file or erasures_file()
    if path.exists():
        for line in path.read_text(encoding="ascii").splitlines():
            note = json.loads(line)
            at = datetime.fromisoformat(note["at"])
            found[note["digest"]] = max(at, found.get(note["digest"], at))
    return found


def erased_but_present(held: dict[str, datetime]) -> Iterator[str]:
    """Yield the contact ids and addresses of the current workspace that were erased and stand there again.

    A contact added after the erasure has come back by their own will, and is left alone.
    """
    seen = set()
    for contact in Contact.objects.exclude(name=MARKER).order_by("pk"):
        moments = [held.get(erasure_digest(key)) for key in (str(contact.pk), contact.email) if key]
        known = [moment for moment in moments if moment is not None]
        if known and contact.created_at <= max(known):
            seen.add(contact.email.casefold())
            yield str(contact.pk)
    standing = {each.casefold() for each in Contact.objects.exclude(email="").values_list("email", flat=True)}
    for address in sorted(_addresses() - seen - standing):
        if erasure_digest(address) in held:
            yield address


def _addresses() -> set[str]:
    """Return every e-mail address that stands in a text of the workspace."""
    found: set[str] = set()
    for kind, record in records_of_every_kind():
        for column in kind.columns:
            value = column.take(record)
            if isinstance(value, str) and "@" in value:
                found.update(address.casefold() for address in EMAIL.findall(value))
    for text in Comment.objects.filter(text__contains="@").values_list("text", flat=True):
        found.update(address.casefold() for address in EMAIL.findall(text))
    return found


def people_to_erase_again(held: dict[str, datetime]) -> Iterator[Person]:
    """Yield the people of the current workspace whose erasure a restored backup has brought to nothing."""
    for key in list(erased_but_present(held)):
        person = person_known_by(key)
        if person is not None:
            yield person
