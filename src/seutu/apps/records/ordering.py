"""The order of lists by columns that may be blank: blank ones come last both ways, in every database.

SQLite counts a missing value as the least, PostgreSQL as the greatest. Not for which columns a list is ordered by.
"""

from django.db import models
from django.db.models import F
from django.db.models.expressions import OrderBy

Order = str | OrderBy


def blanks_last(model: type[models.Model], *names: str) -> list[Order]:
    """Return an order by columns (``-`` before a name turns it round, ``__`` goes on to what it points to)."""
    return [_placed(name) if may_be_blank(model, name.removeprefix("-")) else name for name in names]


def _placed(name: str) -> OrderBy:
    column = F(name.removeprefix("-"))
    return column.desc(nulls_last=True) if name.startswith("-") else column.asc(nulls_last=True)


def may_be_blank(model: type[models.Model], path: str) -> bool:
    """Return whether a column, or a reference on the way to it, may be missing."""
    at: type[models.Model] = model
    for part in path.split("__"):
        if part == "pk":
            return False
        field = at._meta.get_field(part)  # noqa: SLF001 - Django's public way to a model's fields
        if field.null:
            return True
        if isinstance(field, models.ForeignKey):
            at = field.related_model
    return False
