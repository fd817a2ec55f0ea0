"""The few filters that the components in ``templates/components`` need.

Not for page logic, and not for formatting: a component gets its texts ready-made.
"""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import uuid4

from django import forms, template
from django.contrib.messages.storage.base import Message
from django.forms.boundfield import BoundField
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seutu.web.form_marks import FIELD
from seutu.web.undo_messages import undo_url_of

register = template.Library()

ColumnT = TypeVar("ColumnT")
CellT = TypeVar("CellT")


@register.filter
def beside(cells: Iterable[CellT], columns: Iterable[ColumnT]) -> list[tuple[ColumnT, CellT]]:
    """Pair each cell with its column. Raises ValueError when a row has too few or too many cells."""
    return list(zip(columns, cells, strict=True))


@register.filter
def is_choice(field: BoundField) -> bool:
    """Tell whether the field is one check box, whose label stands after it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_group(field: BoundField) -> bool:
    """Tell whether the field is a set of radio buttons or check boxes, which needs a legend."""
    return bool(field.use_fieldset)


@register.simple_tag
def island(picture: object, names: str) -> SafeString:
    """Write the named parts of a picture as a JSON data island whose id is ``<picture id>-data``."""
    values = {name: _part(picture, name) for name in names.split()}
    return json_script(
        {name: value for name, value in values.items() if value is not None}, f"{_part(picture, 'id')}-data"
    )


def _part(picture: object, name: str) -> object:
    """Read one part of a picture that is a dict or an object."""
    return picture.get(name) if isinstance(picture, dict) else getattr(picture, name, None)


@register.simple_tag
def form_mark() -> SafeString:
    """Write the mark of a form that makes something: the same form sent twice makes it once."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4())


TONES = {"debug": "info", "info": "info", "success": "good", "warning": "attention", "error": "alarm"}


@register.filter
def as_notice(message: Message) -> dict[str, Any]:
    """Turn a message of django.contrib.messages into the context of ``components/notice.html``."""
    notice: dict[str, Any] = {"text": str(message), "tone": TONES.get(message.level_tag, "info")}
    if undo_url := undo_url_of(message):
        undo = {"label": _("Undo this"), "url": undo_url, "method": "post", "style": "second", "small": True}
        notice["actions"] = [undo]
    return notice
