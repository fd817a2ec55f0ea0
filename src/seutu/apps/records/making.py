"""What a form makes is made once, however many times the form is sent: a double click, a reload, a lost answer.

Every form that makes something carries a mark of its own. The mark and what the form says give the id of what is made,
so that the same form sent again finds it standing. Asked inside an act, where the workspace is locked. Not for changes:
a version guards those.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID, uuid4, uuid5

from seutu.apps.records.models import OwnedRow
from seutu.apps.records.scope import current_scope

M = TypeVar("M", bound=OwnedRow)


def made_or_new(model: type[M], mark: UUID | None, said: Mapping[str, Any]) -> tuple[M | None, UUID]:
    """Return what a form with this mark and these words made already, if it stands, and the id of what it makes.

    Without a mark everything is new. What was made and has been moved to the trash since is made again.
    """
    if mark is None:
        return None, uuid4()
    words = json.dumps(dict(said), ensure_ascii=False, sort_keys=True, default=str)
    made_id = uuid5(mark, f"{current_scope().workspace.pk} {model.__name__} {words}")
    made: M | None = model.objects.filter(pk=made_id).first()
    if made is not None and getattr(made, "trashed_at", None) is not None:
        return None, uuid4()
    return made, made_id
