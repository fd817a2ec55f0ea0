"""Addresses of single sign-on, in the place of the sign-in library's own, which check less; and those that are closed.

Codes by e-mail are not in use, other accounts are not joined by hand, and nobody knows the library's old addresses.
"""

from django.urls import path

from seutu.web import single_sign_on
from seutu.web.views.closed import closed

urlpatterns = [
    path("account/oidc/<str:provider_id>/login/", single_sign_on.login, name="openid_connect_login"),
    path("account/oidc/<str:provider_id>/login/callback/", single_sign_on.callback, name="openid_connect_callback"),
    path("account/login/code/confirm/", closed, name="account_closed"),
    path("account/3rdparty/", closed, name="account_closed"),
    path("account/social/<path:rest>", closed, name="account_closed"),
]
