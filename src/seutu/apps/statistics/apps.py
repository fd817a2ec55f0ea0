"""Django's registration of the app."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """The warehouse of this installation."""

    name = "seutu.apps.statistics"
    label = "statistics"
