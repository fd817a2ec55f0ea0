"""Django's registration of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, components and static files."""

    name = "seutu.web"
    label = "web"
