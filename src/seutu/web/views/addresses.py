"""A person's own e-mail addresses. The page is allauth's; here only a confirmed address can be the first.

Otherwise anybody could take the address of somebody who is invited later, and be that member.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.views import EmailView
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect


class OwnAddresses(EmailView):  # type: ignore[misc]  # allauth carries no types
    """The addresses of the signed-in person."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Do what is asked, but never make an unconfirmed address the first."""
        if "action_primary" in request.POST and "action_add" not in request.POST and not self._is_confirmed(request):
            get_adapter().add_message(request, messages.ERROR, "account/messages/unverified_primary_email.txt")
            return redirect("account_email")
        answer: HttpResponseBase = super().post(request, *args, **kwargs)
        return answer

    def _is_confirmed(self, request: HttpRequest) -> bool:
        given = request.POST.get("email", "")
        return bool(EmailAddress.objects.filter(user=request.user, email__iexact=given, verified=True).exists())
