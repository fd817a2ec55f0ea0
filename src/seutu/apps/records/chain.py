"""Digests of the activity chain, and the check of a whole chain.

row digest   = sha256(canonical [kind, record, change, values, salt])
entry root   = sha256 of the row digests in order
entry digest = sha256(canonical [workspace, sequence, at, person, operation, kind, note, count, undoes, root, previous])
The workspace keeps the head (sequence, digest) signed with the service's key, so that a cut tail shows too.
A row whose values were erased keeps its digest: the chain holds without what it said.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from django.conf import settings

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.models import Activity, ActivityRow


def canonical(value: object) -> bytes:
    """Return the one JSON form of a value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def row_digest(row: ActivityRow) -> str:
    """Return the digest of a row's content."""
    return hashlib.sha256(canonical([row.kind, str(row.record_id), row.change, row.values, row.salt])).hexdigest()


def root_of(digests: Iterable[str]) -> str:
    """Return the digest of an entry's row digests, in order."""
    total = hashlib.sha256()
    for digest in digests:
        total.update(digest.encode("ascii"))
    return total.hexdigest()


def entry_digest(entry: Activity) -> str:
    """Return the digest that chains an entry to the one before it."""
    content = [
        str(entry.workspace_id),
        entry.sequence,
        entry.at.astimezone(UTC).isoformat(),
        entry.person_key,
        entry.operation,
        entry.kind,
        entry.note,
        entry.record_count,
        entry.undoes,
        entry.root,
        entry.previous,
    ]
    return hashlib.sha256(canonical(content)).hexdigest()


def head_signature(workspace: Workspace) -> str:
    """Return the service's signature of a workspace's head."""
    message = f"{workspace.pk}:{workspace.head_sequence}:{workspace.head_digest}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold."""

    sequence: int
    reason: str


def breaks(workspace: Workspace) -> list[Break]:
    """Return every place where a workspace's chain does not hold. Needs the workspace's scope."""
    found: list[Break] = []
    previous, expected = "", 1
    for entry in Activity.objects.order_by("sequence").iterator():
        if entry.sequence != expected:
            found.append(Break(expected, "an entry is missing"))
        if entry.previous != previous:
            found.append(Break(entry.sequence, "the entry does not follow the one before it"))
        found.extend(Break(entry.sequence, reason) for reason in _entry_faults(entry))
        previous, expected = entry.digest, entry.sequence + 1
    if (workspace.head_sequence, workspace.head_digest) != (expected - 1, previous):
        found.append(Break(expected, "the end of the chain is missing"))
    if workspace.head_sequence and not hmac.compare_digest(workspace.head_signature, head_signature(workspace)):
        found.append(Break(workspace.head_sequence, "the head is not signed by this service"))
    return found


def _entry_faults(entry: Activity) -> list[str]:
    faults = []
    digests = []
    for row in entry.rows.order_by("position").iterator():
        digests.append(row.digest)
        if row.values is not None and row_digest(row) != row.digest:
            faults.append("a row was edited")
    if len(digests) != entry.record_count or root_of(digests) != entry.root:
        faults.append("rows were added, removed or exchanged")
    if entry_digest(entry) != entry.digest:
        faults.append("the entry was edited")
    return faults
