"""Addresses of the index workshop: the index, keeping a trial, rounds, one town, indicators, comparison and files."""

from django.urls import path

from seutu.web.views import index_choosing, index_files, indices

ONE = "w/<slug:workspace>/indices/<uuid:index_id>"
urlpatterns = [
    path("w/<slug:workspace>/indices/file/", index_files.index_bring, name="index_bring"),
    path(f"{ONE}/", indices.index_workshop, name="index_workshop"),
    path(f"{ONE}/keep/", indices.index_keep, name="index_keep"),
    path(f"{ONE}/pin/", indices.index_pin, name="index_pin"),
    path(f"{ONE}/indicators/", index_choosing.index_indicators, name="index_indicators"),
    path(f"{ONE}/compare/", index_choosing.index_compare, name="index_compare"),
    path(f"{ONE}/places/<str:code>/", indices.index_place, name="index_place"),
    path(f"{ONE}/file/<str:form>/", index_files.index_file, name="index_file"),
]
