"""Addresses of the competence map and its files."""

from django.urls import path

from seutu.web.views import competences

MAP = "w/<slug:workspace>/statistics/competences"
urlpatterns = [
    path(f"{MAP}/", competences.competences, name="competences"),
    path(f"{MAP}/file/<str:form>/", competences.competences_file, name="competences_file"),
]
