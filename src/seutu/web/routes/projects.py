"""Addresses of a project's own pages: the project, its schedule and a shift of it, its workload, and a copy of it."""

from django.urls import path

from seutu.web.views import audit_folder, project, project_copy, project_schedule, project_shift, project_work, workshop

PROJECT = "w/<slug:workspace>/projects/<uuid:project_id>"
urlpatterns = [
    path(f"{PROJECT}/", project.project, name="project"),
    path(f"{PROJECT}/schedule/", project_schedule.project_schedule, name="project_schedule"),
    path(f"{PROJECT}/schedule/shift/", project_shift.project_shift, name="project_shift"),
    path(f"{PROJECT}/workload/", project_work.project_work_loads, name="project_work"),
    path(f"{PROJECT}/workshops/<uuid:reflection_id>/", workshop.project_workshop, name="project_workshop"),
    path(f"{PROJECT}/audit-folder/", audit_folder.audit_folder, name="audit_folder"),
    path(f"{PROJECT}/copy/", project_copy.project_copy, name="project_copy"),
]
