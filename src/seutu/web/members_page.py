"""The pages of members as tables: people, guest links, what each role may do. What they do is views/members.py."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.membership_operations import is_untouched
from seutu.apps.accounts.membership_queries import guest_links_of, networks_to_join
from seutu.apps.accounts.models import GuestLink, Membership, User, Workspace
from seutu.apps.accounts.queries import members_of
from seutu.apps.accounts.rules import Act, may
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.web.paging import page_numbers, page_of
from seutu.web.scoping import language_of, person_of
from seutu.web.standing import workspace_of


def members_page(
    request: HttpRequest, forms_: dict[str, forms.Form], *, once: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Show members, guest links and networks, and the forms that add to them."""
    language, here, person = language_of(request), workspace_of(request), person_of(request)
    held = list(members_of(here))
    guests = page_of(request, guest_links_of(here))
    context = {
        "page_title": _("Members and links"),
        "page_lead": _lead(len(held), language),
        "once": once,
        "members_table": _members_table(held, here, language),
        "roles_table": roles_table(),
        "guests_table": _guests_table(guests.object_list, here, language),
        "guests_pages": page_numbers(guests, language, path=reverse("members", args=[here.slug])),
        "networks": [
            {"name": each.name, "leave_url": reverse("network_leave", args=[here.slug, each.slug])}
            for each in here.networks.order_by("name")
        ],
        "joinable": list(networks_to_join(here, person).order_by("name").distinct()) if person else [],
        "member_add_url": reverse("member_add", args=[here.slug]),
        "guest_add_url": reverse("guest_link_add", args=[here.slug]),
        "network_join_url": reverse("network_join", args=[here.slug]),
        **forms_,
    }
    return render(request, "pages/members.html", context, status=status)


def _lead(count: int, language: Language) -> str:
    said = ngettext("%(count)s person works in this workspace.", "%(count)s people work in this workspace.", count)
    return said % {"count": write_number(count, language)}


def _day(moment: datetime, language: Language) -> str:
    return write_date(timezone.localdate(moment), language)


def _members_table(held: list[Membership], here: Workspace, language: Language) -> dict[str, Any]:
    rows = [
        {
            "cells": [
                {
                    "text": each.person.name or each.person.email,
                    "url": reverse("member", args=[here.slug, each.person.pk]),
                },
                {"text": each.person.email},
                {"text": Role(each.role).label},
                {"text": _day(each.since, language)},
                {"text": "" if each.person.last_login else _("has not signed in yet"), "tone": "attention"},
            ]
        }
        for each in held
    ]
    return {
        "id": "members",
        "caption": _("Members"),
        "caption_hidden": True,
        "columns": [
            {"label": _("Name")},
            {"label": _("E-mail")},
            {"label": _("Role")},
            {"label": _("Since"), "kind": "date"},
            {"label": _("State"), "kind": "badge"},
        ],
        "rows": rows,
        "stack": True,
    }


def _guests_table(links: Iterable[GuestLink], here: Workspace, language: Language) -> dict[str, Any]:
    return {
        "id": "guest-links",
        "caption": _("Guest links"),
        "caption_hidden": True,
        "columns": [
            {"label": _("What for")},
            {"label": _("Until"), "kind": "date"},
            {"label": _("Made by")},
            {"label": _("State"), "kind": "badge"},
            {"label": _("Actions"), "kind": "actions"},
        ],
        "rows": [_guest_row(link, here, language) for link in links],
        "stack": True,
        "empty": {
            "title": _("No guest links"),
            "text": _(
                "With a guest link, people without an account can look at the workspace, but see no personal data."
            ),
        },
    }


def _guest_row(link: GuestLink, here: Workspace, language: Language) -> dict[str, Any]:
    works = link.revoked_at is None and link.expires_at > timezone.now()
    state = _("works") if works else _("revoked") if link.revoked_at else _("expired")
    end = {
        "label": _("Revoke"),
        "url": reverse("guest_link_revoke", args=[here.slug, link.pk]),
        "method": "post",
        "style": "danger",
        "small": True,
    }
    return {
        "cells": [
            {"text": link.label},
            {"text": _day(link.expires_at, language)},
            {"text": str(link.created_by or _("a former member"))},
            {"text": state, "tone": "good" if works else ""},
            {"text": "", "actions": [end] if works else []},
        ]
    }


def roles_table() -> dict[str, Any]:
    """Return what each role may do, read from the rules themselves."""
    acts = (
        (Act.READ, _("reads")),
        (Act.READ_PERSONAL, _("sees personal data")),
        (Act.READ_PLANS, _("sees plans as they stand")),
        (Act.COMMENT, _("comments")),
        (Act.WRITE, _("edits")),
        (Act.EXPORT, _("exports files")),
        (Act.IMPORT, _("imports files")),
        (Act.SHARE, _("shares")),
        (Act.ADMINISTER, _("manages members")),
    )
    rows = []
    for role in Role:
        allowed = [{"text": "✓" if may(role, each) else "–", "missing": not may(role, each)} for each, _label in acts]
        rows.append({"cells": [{"text": role.label}, *allowed]})
    return {
        "id": "roles",
        "caption": _("What each role may do"),
        "columns": [{"label": _("Role")}, *({"label": label, "kind": "centre"} for _each, label in acts)],
        "rows": rows,
    }


def shown_once(request: HttpRequest, whose: User | GuestLink, secret: str | None) -> dict[str, Any]:
    """Return what is said once after somebody was added: a link to hand over, or how they come in without one."""
    if secret is None:
        text = _(
            "They already have an account and sign in as before. A link to it is not given to anybody else. "
            "If they have no password, they can make one on the sign-in page."
        )
        return {"title": _("%(name)s has been added") % {"name": str(whose)}, "text": text, "url": ""}
    language = language_of(request)
    if isinstance(whose, GuestLink):
        said = _("Copy the link now; it is not shown again. It works until %(day)s.")
        return {
            "title": _("Guest link “%(label)s”") % {"label": whose.label},
            "text": said % {"day": _day(whose.expires_at, language)},
            "url": request.build_absolute_uri(reverse("guest", args=[secret])),
        }
    return {
        "title": _("Sign-in link for %(name)s") % {"name": str(whose)},
        "text": _("Copy the link now and send it to them; it is not shown again. It works once, within seven days."),
        "url": request.build_absolute_uri(reverse("enter", args=[secret])),
    }


def member_page(request: HttpRequest, held: Membership, form: forms.Form) -> HttpResponse:
    """Show one member: role, a new link if they have not come yet, and ending the membership."""
    here, language = workspace_of(request), language_of(request)
    address = [here.slug, held.person.pk]
    context = {
        "page_title": str(held.person),
        "page_kind": _("Member"),
        "breadcrumbs": [
            {"label": _("Members and links"), "url": reverse("members", args=[here.slug])},
            {"label": str(held.person)},
        ],
        "facts": [
            {"label": _("E-mail"), "text": held.person.email},
            {"label": _("Since"), "text": _day(held.since, language)},
        ],
        "form": form,
        "link_url": reverse("member_link", args=address) if is_untouched(held.person, here) else "",
        "end_url": reverse("member_end", args=address),
        "myself": held.person == request.user,
        "roles_table": roles_table(),
    }
    return render(request, "pages/member.html", context, status=422 if form.errors else 200)
