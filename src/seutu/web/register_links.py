"""What the register adds to a record's page: merging, handing over, a person's data, and what was merged.

Not the pages themselves: views/merging.py, handover.py, privacy.py.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import comments_on
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.likenesses import actors_like
from seutu.apps.register.merging import merged_from, merged_into
from seutu.apps.register.models import Actor, Contact
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

NAMED_BY = ("name", "business_id", "other_names", "identifiers")


def register_actions(request: HttpRequest, shown: OwnedRecord) -> list[dict[str, str]]:
    """Return what can be done with an actor or a contact besides what is done with any record."""
    if shown.trashed_at or not allows(request, Act.WRITE):
        return []
    slug = workspace_of(request).slug
    if isinstance(shown, Actor):
        return [{"label": _("Merge"), "url": reverse("merge_choose", args=[slug, shown.pk]), "style": "quiet"}]
    if not isinstance(shown, Contact):
        return []
    actions = []
    if not shown.successor_id:
        actions.append({"label": _("Hand over"), "url": reverse("hand_over", args=[slug, shown.pk]), "style": "second"})
    if allows(request, Act.ADMINISTER):
        address = [slug, shown.pk]
        actions += [
            {"label": _("Hand out the data"), "url": reverse("person_data", args=address), "style": "quiet"},
            {"label": _("Erase the person's data"), "url": reverse("person_erase", args=address), "style": "quiet"},
        ]
    return actions


def register_notices(request: HttpRequest, shown: OwnedRecord, language: Language) -> list[dict[str, Any]]:
    """Return into what an actor was merged, and what was merged into it."""
    if not isinstance(shown, Actor):
        return []
    slug = workspace_of(request).slug
    into = merged_into(shown)
    if into is not None:
        link = {"label": into.title, "url": record_url(slug, "actors", into.pk), "style": "second", "small": True}
        return [{"tone": "info", "text": _("This record was merged into another."), "actions": [link]}]
    gone = merged_from(shown)
    if not gone:
        return []
    said = ngettext(
        "%(n)s record has been merged into this one. Its own comments and history are on its page.",
        "%(n)s records have been merged into this one. Their own comments and history are on their pages.",
        len(gone),
    ) % {"n": write_number(len(gone), language)}
    links = [
        {
            "label": _merged_label(each, language),
            "url": record_url(slug, "actors", each.pk),
            "style": "quiet",
            "small": True,
        }
        for each in gone
    ]
    return [{"tone": "info", "text": said, "actions": links}]


def _merged_label(actor: Actor, language: Language) -> str:
    count = comments_on(kind_named("actors"), actor.pk).count()
    if not count:
        return actor.title
    comments = ngettext("%(n)s comment", "%(n)s comments", count) % {"n": write_number(count, language)}
    return f"{actor.title} ({comments})"


def register_list_actions(request: HttpRequest, kind_name: str) -> list[dict[str, str]]:
    """Return the register's own pages over a list: likenesses to review, hand-overs."""
    slug = workspace_of(request).slug
    if kind_name == "actors" and allows(request, Act.WRITE):
        return [{"label": _("Review likenesses"), "url": reverse("review", args=[slug]), "style": "quiet"}]
    if kind_name in {"contacts", "tasks"} and allows(request, Act.READ_PERSONAL):
        return [{"label": _("Hand-overs"), "url": reverse("handovers", args=[slug]), "style": "quiet"}]
    return []


def warn_of_likeness(request: HttpRequest, saved: OwnedRecord, *, before: OwnedRecord | None = None) -> None:
    """Say after saving an actor that it looks the same as others, with a link to compare it with each.

    After a change only when what it is known by has changed: ``before`` is the record as it was.
    """
    if not isinstance(saved, Actor):
        return
    columns = [kind_named("actors").column(name) for name in NAMED_BY]
    if before is not None and all(column.take(before) == column.take(saved) for column in columns):
        return
    like = actors_like(saved, limit=3)
    if not like:
        return
    named = Actor.objects.in_bulk([each.second for each in like])
    slug = workspace_of(request).slug
    links = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((reverse("merge", args=[slug, saved.pk, each.second]), named[each.second].title) for each in like),
    )
    messages.warning(request, format_html("{} {}", _("Looks the same as these. Compare and merge:"), links))
