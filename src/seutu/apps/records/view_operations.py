"""Saving a list with its filters under a name, and letting go of it; each with its entry in the activity log.

Not for showing a list (queries.py), nor for what a filter means (a kind's own declaration).
"""

from datetime import datetime

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.exceptions import NameTakenError, TooLongError
from seutu.apps.records.models import LONGEST_QUERY, SavedView
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.subjects import SAVED_VIEWS


def save_view(*, kind: Kind, name: str, query: str, by: User | None, at: datetime) -> SavedView:
    """Keep the list of ``kind`` as ``query`` (the end of its address) narrows it, for everybody in the workspace.

    Raises NameTakenError when the list has a view of that name (capitals and small letters are one) and TooLongError
    when the filters do not fit; nothing is written then. An act locks the workspace, so two cannot take one name.
    """
    if len(query) > LONGEST_QUERY:
        raise TooLongError
    with recording(Operation.CREATE, by=by, at=at) as act:
        if SavedView.objects.filter(kind=kind.name, name__iexact=name).exists():
            raise NameTakenError
        saved: SavedView = SavedView.objects.create(
            workspace=current_scope().workspace, kind=kind.name, name=name, query=query
        )
        values = {"name": name, "list": kind.name, "query": query}
        act.note(SAVED_VIEWS, saved.pk, Change.CREATED, {each: [None, held] for each, held in values.items()})
    return saved


def remove_view(view: SavedView, *, by: User | None, at: datetime) -> None:
    """Let go of a saved view; the records it showed stay as they are."""
    with recording(Operation.REMOVE, by=by, at=at) as act:
        values = {"name": view.name, "list": view.kind, "query": view.query}
        act.note(SAVED_VIEWS, view.pk, Change.REMOVED, {each: [held, None] for each, held in values.items()})
        view.delete()
