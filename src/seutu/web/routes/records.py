"""Addresses of lists and records."""

from django.urls import path

from seutu.web.views import collections, matrix, records, saved_views

urlpatterns = [
    path("w/<slug:workspace>/area/<slug:area>/", collections.area, name="area"),
    path("w/<slug:workspace>/matrix/<slug:relation>/", matrix.matrix, name="matrix"),
    path("w/<slug:workspace>/suggest/", records.suggest, name="suggest"),
    path("w/<slug:workspace>/r/<slug:kind>/", collections.collection, name="collection"),
    path("w/<slug:workspace>/r/<slug:kind>/new/", records.record_new, name="record_new"),
    path("w/<slug:workspace>/r/<slug:kind>/views/new/", saved_views.view_new, name="view_new"),
    path("w/<slug:workspace>/r/<slug:kind>/views/<uuid:view_id>/remove/", saved_views.view_remove, name="view_remove"),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/", records.record, name="record"),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/edit/", records.record_edit, name="record_edit"),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/trash/", records.record_trash, name="record_trash"),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/restore/", records.record_restore, name="record_restore"),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/remove/", records.record_remove, name="record_remove"),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/comment/", records.record_comment, name="record_comment"),
]
