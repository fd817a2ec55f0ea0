"""Queries that ask of the values a person sees, where those are read from a kept version and the row holds later ones.

Filters, orders and lists of values work on what is shown: where it differs from the row, the database is given it. So
its own filters and orders are the only ones. What cannot be asked so is refused. Not for reading the versions
(sealed.py), nor for which columns those are (the managers say it: ``ScopedManager.kept_columns``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Self, TypeVar, cast

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Case, Expression, F, Q, Value, When
from django.db.models.expressions import Combinable, OrderBy

from seutu.apps.records.exceptions import SealedColumnError
from seutu.apps.records.models import everywhere
from seutu.apps.records.scope import current_scope

M = TypeVar("M", bound=models.Model)
Order = str | Combinable | OrderBy
ASKED: Final = "shown_value"


class ShownQuerySet(models.QuerySet[M]):
    """Rows that are filtered, ordered and listed by what is shown of them and of what they point to."""

    def filter(self, *args: Any, **kwargs: Any) -> Self:
        """Return the rows that are shown with these values."""
        asked = Q(*args, **kwargs)
        return super().filter(self._asked(asked, {})) if asked else super().filter()

    def exclude(self, *args: Any, **kwargs: Any) -> Self:
        """Return the rows that are shown without these values."""
        return super().exclude(self._asked(Q(*args, **kwargs), {}))

    def order_by(self, *field_names: Any) -> Self:
        """Return the rows in the order of what is shown."""
        return super().order_by(*(self._placed(each) for each in field_names))

    def values_list(self, *fields: Any, flat: bool = False, named: bool = False) -> Any:
        """Return the shown values of columns."""
        self._refuse_whole_rows(fields)
        return super().values_list(*(self._expressed(each) for each in fields), flat=flat, named=named)

    def values(self, *fields: Any, **expressions: Any) -> Any:
        """Return the shown values by name; what is the row's own and sealed is asked for by ``values_list``."""
        self._refuse_whole_rows(fields)
        self._refuse([*(each for each in fields if not isinstance(each, str)), *expressions.values()])
        sealed = [each for each in fields if isinstance(each, str) and _is_sealed(self.model, each)]
        for each in sealed:
            if "__" not in each:
                raise SealedColumnError(self.model.__name__, each)
        named = {each: AsShown(self.model, each) for each in sealed}
        return super().values(*(each for each in fields if each not in named), **named, **expressions)

    def select_related(self, *fields: Any) -> Self:
        """Fetch along what is open; what is read from a kept version is fetched through its manager (prefetched)."""
        for path in fields:
            for each in _fields(self.model, path)[0] if path else ():
                if _sealed(each.related_model):
                    raise SealedColumnError(self.model.__name__, path)
        return super().select_related(*fields)

    def annotate(self, *args: Any, **kwargs: Any) -> Any:
        """Work values out of columns that stand in the row as they are shown; others are refused."""
        self._refuse([*args, *kwargs.values()])
        return super().annotate(*args, **kwargs)

    def alias(self, *args: Any, **kwargs: Any) -> Any:
        """Work values out as ``annotate`` does."""
        self._refuse([*args, *kwargs.values()])
        return super().alias(*args, **kwargs)

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Sum up columns that stand in the row as they are shown; others are refused."""
        self._refuse([*args, *kwargs.values()])
        return super().aggregate(*args, **kwargs)

    def _earliest(self, *fields: Any) -> M:
        found: M = super()._earliest(*(self._placed(each) for each in fields))  # type: ignore[misc]
        return found

    def _asked(self, condition: Q, known: dict[str, Case]) -> Q:
        """Return a condition whose parts ask of what is shown; ``known`` holds the values it has read already."""
        children: list[Any] = []
        for child in condition.children:
            if isinstance(child, Q):
                children.append(self._asked(child, known))
            elif isinstance(child, tuple):
                name, value = child
                children.append(self._part(name, value, known))
            else:
                self._refuse([child])
                children.append(child)
        return Q.create(children, connector=condition.connector, negated=condition.negated)

    def _part(self, name: str, value: Any, known: dict[str, Case]) -> tuple[str, Any]:
        self._refuse([value])
        path, lookups = _parted(self.model, name)
        if not _is_sealed(self.model, path):
            return (name, value)
        if path not in known:
            known[path] = as_shown(self.model, path)
        found = _rows(self.model).alias(**{ASKED: known[path]}).filter(**{"__".join([ASKED, *lookups]): _keys(value)})
        return ("pk__in", found.values("pk"))

    def _placed(self, order: Order) -> Any:
        if isinstance(order, str):
            path = order.removeprefix("-")
            if not _is_sealed(self.model, path):
                return order
            return OrderBy(AsShown(self.model, path), descending=order.startswith("-"))
        if isinstance(order, OrderBy):
            placed = order.copy()
            placed.set_source_expressions([self._expressed(each) for each in order.get_source_expressions()])
            return placed
        return self._expressed(order)

    def _expressed(self, asked: Any) -> Any:
        """Return a column as it is shown; what is worked out of sealed ones is refused."""
        path = asked if isinstance(asked, str) else next(_names_in(asked), "") if isinstance(asked, F) else ""
        if path and _is_sealed(self.model, path):
            return AsShown(self.model, path)
        self._refuse([asked])
        return asked

    def _refuse(self, asked: Iterable[Any]) -> None:
        for name in (name for each in asked for name in _names_in(each)):
            if _is_sealed(self.model, name):
                raise SealedColumnError(self.model.__name__, name)

    def _refuse_whole_rows(self, fields: Sequence[Any]) -> None:
        if not fields and _sealed(self.model):
            raise SealedColumnError(self.model.__name__, "*")


def _names_in(asked: Any) -> Iterator[str]:
    """Yield the columns that something is worked out of; an outer query's are not this one's."""
    if isinstance(asked, Q):
        for child in asked.children:
            name, value = child if isinstance(child, tuple) else ("pk", child)
            yield name
            yield from _names_in(value)
    elif type(asked) is F:
        yield str(cast("Any", asked).name)
    elif isinstance(asked, Expression):
        for part in asked.get_source_expressions():
            yield from _names_in(part)


class AsShown(Expression):
    """A column as it is shown; which values those are is read when the query is asked, not before."""

    def __init__(self, model: type[models.Model], path: str) -> None:
        super().__init__()
        self.model = model
        self.path = path

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        """Return the row's own value, with what is shown in its stead where that differs."""
        return as_shown(self.model, self.path).resolve_expression(*args, **kwargs)


def as_shown(model: type[models.Model], path: str) -> Case:
    """Return a column, or one of what it points to, as it is shown: few queries, however many rows there are.

    A row that is written after they were compared is blank: it may hold by now what is not shown.
    """
    from seutu.apps.records.queries import last_sequence

    fields, _lookups = _fields(model, path)
    if not all(each.concrete for each in fields):  # from what is pointed to back to what points to it
        raise SealedColumnError(model.__name__, path)
    last = fields[-1]
    kind = last.target_field if last.is_relation else last
    sequence, shown = last_sequence(), _shown_values(model, path)
    standing = dict(_rows(model).values_list("pk", path)) if shown else {}
    others: dict[Any, list[Any]] = defaultdict(list)
    for key, value in shown.items():
        if standing.get(key) != value:
            others[value].append(key)
    cases = [When(pk__in=keys, then=Value(value, output_field=kind)) for value, keys in others.items()]
    ways = ["", *("__".join(each.name for each in fields[:number]) + "__" for number in range(1, len(fields)))]
    compared = Q(*((f"{way}version__lte", sequence) for way in ways))
    return Case(*cases, When(compared, then=F(path)), default=Value(None), output_field=kind)


def _shown_values(model: type[models.Model], path: str) -> Mapping[Any, Any]:
    first, _, rest = path.partition("__")
    field: Any = model._meta.get_field(first)  # noqa: SLF001 - Django's public way to a model's fields
    manager: Any = model._default_manager  # noqa: SLF001 - the manager that narrows
    if _sealed(model) & {field.name}:
        own = {each.pk: _value(each, field.attname) for each in manager.all()}
    else:
        own = dict(manager.values_list("pk", field.attname))
    if not rest:
        return own
    pointed_to = {key for key in own.values() if key is not None}
    if not pointed_to:
        return dict.fromkeys(own)
    to = field.related_model._default_manager.filter(pk__in=pointed_to)  # noqa: SLF001
    further = dict(to.values_list("pk", rest))
    return {key: further.get(pointed) for key, pointed in own.items()}


def _value(record: Any, name: str) -> Any:
    from seutu.apps.records.recording import search_text
    from seutu.apps.records.sheets.kinds import kind_of

    return search_text(kind_of(record), record) if name == "search_text" else getattr(record, name)


def _rows(model: Any) -> "models.QuerySet[Any]":
    """Return the workspace's rows as they stand: to be compared with what is shown, and never shown themselves."""
    return everywhere(model).filter(workspace_id=current_scope().workspace.pk)


def _sealed(model: Any) -> frozenset[str]:
    tell = getattr(getattr(model, "_default_manager", None), "kept_columns", None)
    return tell() if tell else frozenset()


def _fields(model: Any, name: str) -> tuple[list[Any], list[str]]:
    """Return the fields that a name leads through, and its lookups."""
    fields: list[Any] = []
    parts = name.split("__")
    for number, part in enumerate(parts):
        try:
            fields.append(model._meta.pk if part == "pk" else model._meta.get_field(part))  # noqa: SLF001
        except FieldDoesNotExist:
            return fields, parts[number:]
        model = fields[-1].related_model
        if model is None:
            return fields, parts[number + 1 :]
    return fields, []


def _parted(model: Any, name: str) -> tuple[str, list[str]]:
    """Return the column that a filter's name asks of, and how; the key of what is pointed to is the pointer."""
    fields, lookups = _fields(model, name)
    if len(fields) > 1 and getattr(fields[-1], "primary_key", False):
        fields.pop()
    return "__".join(each.name for each in fields), lookups


def _is_sealed(model: Any, path: str) -> bool:
    """Return whether a column, or one on the way to it, is read from a kept version."""
    fields, _lookups = _fields(model, path)
    for field in fields:
        if field.name in _sealed(model):
            return True
        model = field.related_model
    return False


def _keys(value: Any) -> Any:
    """Return a filter's value with records by their keys."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, (list, tuple, set)):
        return [each.pk if isinstance(each, models.Model) else each for each in value]
    return value
