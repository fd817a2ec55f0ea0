"""Django's registration of the app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, workspaces and roles."""

    name = "seutu.apps.accounts"
    label = "accounts"
