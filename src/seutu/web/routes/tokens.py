"""Addresses of a person's own keys to the open interface."""

from django.urls import path

from seutu.web.views import tokens

urlpatterns = [
    path("account/tokens/", tokens.tokens, name="tokens"),
    path("account/tokens/<uuid:token_id>/revoke/", tokens.token_revoke, name="token_revoke"),
]
