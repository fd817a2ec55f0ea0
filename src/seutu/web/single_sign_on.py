"""Single sign-on by OpenID Connect with each check of the protocol made: signature, issuer, audience, time, nonce.

The sign-in library trusts a token that it fetched itself and sends no nonce; an office's issuer may stand behind plain
HTTP or a proxy, so nothing is taken on trust here. Not for who gets an account (sign_in.py).
"""

import secrets
from typing import Any, Final

from allauth.account.internal.decorators import login_not_required
from allauth.core.internal.deferred import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse

NONCE: Final = "single_sign_on_nonce"
# Signed with the issuer's own key pair; never by a secret both sides know, and never unsigned.
SIGNED_BY: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
# An issuer that does not answer is an OSError of the library that asks it.
FAULTS: Final = (OAuth2Error, OSError, KeyError, TypeError, ValueError)


class CheckedProvider(OpenIDConnectProvider):  # type: ignore[misc]  # allauth carries no types
    """Sends a nonce and a code challenge with each sign-in."""

    pkce_enabled_default = True

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, Any]:
        """Return what is added to the address of the issuer."""
        request.session[NONCE] = secrets.token_urlsafe(24)
        return {**super().get_auth_params_from_request(request, action), "nonce": request.session[NONCE]}


class CheckedAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth carries no types
    """Believes an identity only when its token stands every check."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Return who signs in; raises OAuth2Error."""
        nonce = request.session.pop(NONCE, "")
        if not isinstance(kwargs["response"], dict) or not kwargs["response"].get("id_token"):
            raise OAuth2Error("the issuer sent no id_token")
        try:
            login = super().complete_login(request, app, token, **kwargs)
            held = login.account.extra_data
            claims, told = held["id_token"], held.get("userinfo")
        except FAULTS as fault:
            raise OAuth2Error("the identity cannot be read") from fault
        if not nonce or not secrets.compare_digest(str(claims.get("nonce", "")), nonce):
            raise OAuth2Error("the nonce is not the one that was sent")
        if told is not None and told.get("sub") != claims.get("sub"):
            raise OAuth2Error("the issuer tells of another person than it signed for")
        return login

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        """Return the claims of a token whose signature holds."""
        try:
            header = jwt.get_unverified_header(id_token)
        except jwt.PyJWTError as fault:
            raise OAuth2Error("the id_token is no token") from fault
        if header.get("alg") not in SIGNED_BY:
            raise OAuth2Error("the id_token is not signed by a key of the issuer")
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if "exp" not in claims or "sub" not in claims:
            raise OAuth2Error("the id_token does not say whose it is and until when")
        return claims


@login_not_required  # type: ignore[untyped-decorator]
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the person to the issuer; say so when it does not answer."""
    return _checked(OAuth2LoginView, request, provider_id)


@login_not_required  # type: ignore[untyped-decorator]
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Sign in whom the issuer vouches for; a clear page when it does not."""
    return _checked(OAuth2CallbackView, request, provider_id)


def _checked(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        adapter = CheckedAdapter(request, provider_id)
        answer: HttpResponse = view.adapter_view(adapter)(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except FAULTS as fault:
        provider = get_adapter(request).get_provider(request, provider_id)
        answer = render_authentication_error(request, provider, exception=fault)
    return answer
