"""Addresses of the situation picture and its documents."""

from django.urls import path

from seutu.web.views import picture, picture_files

urlpatterns = [
    path("w/<slug:workspace>/picture/", picture.picture_home, name="picture_home"),
    path("w/<slug:workspace>/picture/boundaries.geojson", picture_files.picture_boundaries, name="picture_boundaries"),
    path("w/<slug:workspace>/picture/<slug:place_kind>/<str:code>/", picture.picture, name="picture"),
    path(
        "w/<slug:workspace>/picture/<slug:place_kind>/<str:code>/file/<str:form>/",
        picture_files.picture_file,
        name="picture_file",
    ),
]
