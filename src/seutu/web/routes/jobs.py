"""Addresses of long work."""

from django.urls import path

from seutu.web.views import jobs

urlpatterns = [
    path("w/<slug:workspace>/jobs/", jobs.job_list, name="jobs"),
    path("w/<slug:workspace>/jobs/<uuid:job_id>/", jobs.job_page, name="job"),
    path("w/<slug:workspace>/jobs/<uuid:job_id>/progress/", jobs.job_progress, name="job_progress"),
    path("w/<slug:workspace>/jobs/<uuid:job_id>/cancel/", jobs.job_cancel, name="job_cancel"),
    path("w/<slug:workspace>/jobs/<uuid:job_id>/rejected/", jobs.job_rejected, name="job_rejected"),
]
