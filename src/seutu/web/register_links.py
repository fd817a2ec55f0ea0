"""What the register adds to a record's page and form: merging, handing over, what was merged, likenesses.

Not the pages themselves: views/merging.py, handover.py, privacy.py.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import comments_on
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.register.likenesses import Alike, Likeness, Reason, alike_to, identity_of
from seutu.apps.register.merging import merged_from, merged_into
from seutu.apps.register.models import Actor, Contact
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

NAMED_BY = ("name", "business_id", "other_names", "identifiers")
SEEN = "alike-seen"


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
            {"label": _("Get the person's data"), "url": reverse("person_data", args=address), "style": "quiet"},
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
        return [{"label": _("Review similar actors"), "url": reverse("review", args=[slug]), "style": "quiet"}]
    if kind_name in {"contacts", "tasks"} and allows(request, Act.READ_PERSONAL):
        return [{"label": _("Hand-overs"), "url": reverse("handovers", args=[slug]), "style": "quiet"}]
    return []


def alike_before_saving(
    request: HttpRequest, kind: Kind, values: Mapping[str, Value], *, before: OwnedRecord | None = None
) -> dict[str, Any] | None:
    """Return the actors that look the same as the one about to be saved, for its form; None when it may be saved.

    Asked after a change only when what it is known by has changed, and not again when the person has seen them all.
    """
    if kind.name != "actors":
        return None
    columns = [kind.column(name) for name in NAMED_BY]
    if before is not None and all(column.take(before) == values.get(column.name) for column in columns):
        return None
    like = alike_to(identity_of(values), but=before.pk if before else None)
    seen = set(request.POST.get(SEEN, "").split(","))
    if all(str(each.actor) in seen for each in like):
        return None
    named = Actor.objects.in_bulk([each.actor for each in like])
    slug, language = workspace_of(request).slug, language_of(request)
    return {
        "name": SEEN,
        "seen": ",".join(str(each.actor) for each in like),
        "actors": [
            {
                "title": named[each.actor].title,
                "url": record_url(slug, kind, each.actor),
                "business_id": named[each.actor].business_id,
                "why": reasons_said(each, language),
            }
            for each in like
        ],
    }


def reasons_said(likeness: Likeness | Alike, language: Language) -> str:
    """Return why two actors may be one, in words."""
    words = {
        Reason.BUSINESS_ID: _("same business ID"),
        Reason.IDENTIFIER: _("same identifier in another register"),
        Reason.SAME_NAME: _("same name or other name"),
        Reason.LIKE_NAME: _("names alike: %(percent)s%%")
        % {"percent": write_number(int(likeness.degree * 100), language)},
    }
    return ", ".join(words[reason] for reason in likeness.reasons)
