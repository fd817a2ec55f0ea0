"""Addresses of calls, applications, scoring and decisions."""

from django.urls import path

from seutu.web.views import applications, calls, decision_files, scoring

urlpatterns = [
    path("w/<slug:workspace>/calls/<uuid:call_id>/", calls.call, name="call"),
    path("w/<slug:workspace>/applications/<uuid:application_id>/", applications.application, name="application"),
    path(
        "w/<slug:workspace>/applications/<uuid:application_id>/step/",
        applications.application_step,
        name="application_step",
    ),
    path(
        "w/<slug:workspace>/applications/<uuid:application_id>/keep/",
        applications.application_keep,
        name="application_keep",
    ),
    path(
        "w/<slug:workspace>/applications/<uuid:application_id>/versions/<int:number>/",
        applications.application_version,
        name="application_version",
    ),
    path(
        "w/<slug:workspace>/applications/<uuid:application_id>/versions/",
        applications.application_versions,
        name="application_versions",
    ),
    path(
        "w/<slug:workspace>/supplements/<uuid:request_id>/done/",
        applications.supplement_done,
        name="supplement_done",
    ),
    path("w/<slug:workspace>/applications/<uuid:application_id>/scoring/", scoring.scoring, name="scoring"),
    path(
        "w/<slug:workspace>/applications/<uuid:application_id>/scoring/file/", scoring.scoring_file, name="scoring_file"
    ),
    path(
        "w/<slug:workspace>/decisions/<uuid:decision_id>/<str:form>/",
        decision_files.decision_file,
        name="decision_file",
    ),
]
