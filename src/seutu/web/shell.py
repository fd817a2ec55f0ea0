"""What every page has around its content: navigation, language links, account menu, site addresses."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seutu import __version__
from seutu.apps.accounts.models import User
from seutu.apps.accounts.rules import Act, may

NAMES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the context of base.html that is the same on every page."""
    workspace = getattr(request, "workspace", None)
    path = request.get_full_path()
    active = (get_language() or "fi")[:2]
    return {
        "workspace": {"name": workspace.name, "url": reverse("workspace", args=[workspace.slug])}
        if workspace
        else None,
        "navigation": _navigation(request) if workspace else [],
        "language_links": [
            {"code": code, "label": label, "url": translate_url(path, code), "current": code == active}
            for code, label in NAMES.items()
        ],
        "account": _account(request),
        "sign_in_url": reverse("account_login"),
        "site": {
            "home_url": reverse("home"),
            "search_url": reverse("search", args=[workspace.slug]) if workspace else "",
            "accessibility_url": reverse("accessibility"),
            "feedback_url": reverse("accessibility") + "#feedback",
            "source_url": "",
            "version": __version__,
        },
    }


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    workspace = request.workspace  # type: ignore[attr-defined]  # set by in_workspace
    current = request.resolver_match.view_name if request.resolver_match else ""
    area = getattr(request, "area", "")
    parts: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        (_("Situation picture"), "picture_home", ()),
        (_("Plans"), "area", ("plans",)),
        (_("Activity"), "area", ("activity",)),
        (_("Network"), "area", ("network",)),
        (_("Materials"), "area", ("material",)),
    )
    links = []
    for label, name, extra in parts:
        try:
            url = reverse(name, args=[workspace.slug, *extra])
        except NoReverseMatch:
            continue
        here = current.startswith("picture") if name == "picture_home" else area == extra[0]
        links.append({"label": label, "url": url, "current": here})
    return links


def _account(request: HttpRequest) -> dict[str, Any] | None:
    person = getattr(request, "user", None)  # a request refused before sign-in was asked of has none
    if not isinstance(person, User):
        return None
    links = [{"label": _("My workspaces"), "url": reverse("home")}]
    workspace = getattr(request, "workspace", None)
    if workspace and may(getattr(request, "role", ""), Act.ADMINISTER):
        links.append({"label": _("Members and links"), "url": reverse("members", args=[workspace.slug])})
    links += [
        {"label": _("Sign-in and security"), "url": reverse("mfa_index")},
        {"label": _("Keys to the open interface"), "url": reverse("tokens")},
        {"label": _("Sign out"), "url": reverse("account_logout"), "method": "post"},
    ]
    return {"name": str(person), "links": links}
