"""The mark of a form that makes something, by which the same form sent twice makes it once (apps/records/making.py)."""

from typing import Final
from uuid import UUID

from django.http import HttpRequest

FIELD: Final = "form_mark"


def mark_of(request: HttpRequest) -> UUID | None:
    """Return the mark that a form was sent with; None where it has none, or no such mark as pages give."""
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None
