"""Addresses of a project's budget and its files."""

from django.urls import path

from seutu.web.views import budget

PROJECT = "w/<slug:workspace>/projects/<uuid:project_id>"
urlpatterns = [
    path(f"{PROJECT}/budget/", budget.project_budget, name="project_budget"),
    path(f"{PROJECT}/budget/cells/", budget.project_budget_cells, name="project_budget_cells"),
    path(f"{PROJECT}/budget/year/", budget.project_budget_year, name="project_budget_year"),
    path(f"{PROJECT}/budget/line/<uuid:line_id>/", budget.project_budget_line, name="project_budget_line"),
    path(f"{PROJECT}/file/<str:form>/", budget.project_file, name="project_file"),
]
