"""Addresses of single sign-on, in the place of the sign-in library's own, which check less."""

from django.urls import path

from seutu.web import single_sign_on

urlpatterns = [
    path("account/oidc/<str:provider_id>/login/", single_sign_on.login, name="openid_connect_login"),
    path("account/oidc/<str:provider_id>/login/callback/", single_sign_on.callback, name="openid_connect_callback"),
]
