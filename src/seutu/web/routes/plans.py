"""Addresses of a project's budget and files, and of checking documents."""

from django.urls import path

from seutu.web.views import budget, checking, plan_return, project_files

PROJECT = "w/<slug:workspace>/projects/<uuid:project_id>"
urlpatterns = [
    path("w/<slug:workspace>/check/", checking.check, name="check"),
    path("w/<slug:workspace>/check/<uuid:token>/", checking.checked, name="checked"),
    path("w/<slug:workspace>/check/<uuid:token>/project/", checking.checked_project, name="checked_project"),
    path(f"{PROJECT}/budget/", budget.project_budget, name="project_budget"),
    path(f"{PROJECT}/budget/cells/", budget.project_budget_cells, name="project_budget_cells"),
    path(f"{PROJECT}/budget/year/", budget.project_budget_year, name="project_budget_year"),
    path(f"{PROJECT}/budget/line/<uuid:line_id>/", budget.project_budget_line, name="project_budget_line"),
    path(f"{PROJECT}/plan/return/", plan_return.plan_return, name="plan_return"),
    path(f"{PROJECT}/plan/return/<uuid:token>/", plan_return.plan_return_preview, name="plan_return_preview"),
    path(f"{PROJECT}/file/<str:form>/", project_files.project_file, name="project_file"),
]
