"""Doors without a password: the one-time link of a new member or of the demo, and a guest's link to a workshop."""

import ipaddress

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.membership_queries import memberships_of
from seutu.apps.accounts.models import User
from seutu.apps.accounts.operations import use_entry_ticket
from seutu.apps.accounts.queries import valid_guest_link
from seutu.web.scoping import GUEST_SESSION_KEY

BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign a person in by a one-time link.

    From this machine at once. From elsewhere only by a press of a button: mail scanners and previews open links, and
    would spend it before its person comes.
    """
    local = from_loopback(request)
    if request.method == "GET" and not local:
        return _closed(render(request, "pages/enter.html", {"page_title": _("Welcome to Seutu")}))
    try:
        person = use_entry_ticket(secret=secret, from_loopback=local, at=timezone.now())
    except LinkNotValidError:
        return _ended(request, _("This sign-in link has been used or has expired"))
    if not person.is_active:
        return _ended(request, _("This sign-in link has been used or has expired"))
    login(request, person, backend=BACKEND)
    if not person.has_usable_password() and not local:
        messages.info(request, _("Make a password or add a passkey, so that you can come back without a link."))
    return _closed(redirect(_destination(request, person)))


def _destination(request: HttpRequest, person: User) -> str:
    wanted = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    first = memberships_of(person).first()
    return reverse("workspace", args=[first.workspace.slug]) if first else reverse("home")


@never_cache
@require_GET
def guest(request: HttpRequest, secret: str) -> HttpResponse:
    """Open a workspace to a guest. The link is asked again at every request, so that revoking it closes the door."""
    try:
        link = valid_guest_link(secret, at=timezone.now())
    except LinkNotValidError:
        return _ended(request, _("This guest link is no longer in use"))
    request.session[GUEST_SESSION_KEY] = secret
    return _closed(redirect("workspace", link.workspace.slug))


def from_loopback(request: HttpRequest) -> bool:
    """Return whether the request comes from this machine itself and not through a proxy on it."""
    if any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP")):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _ended(request: HttpRequest, title: str) -> HttpResponse:
    context = {"page_title": title, "signed_in": request.user.is_authenticated}
    return _closed(render(request, "pages/link_ended.html", context, status=404))


def _closed(response: HttpResponse) -> HttpResponse:
    """Keep the address with its secret out of caches, search engines and the next page's referrer."""
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
