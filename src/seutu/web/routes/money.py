"""Addresses of a project's money: the overview, its payment claims and its budget changes."""

from django.urls import path

from seutu.web.views import project_money

PROJECT = "w/<slug:workspace>/projects/<uuid:project_id>"
urlpatterns = [
    path(f"{PROJECT}/money/", project_money.project_money, name="project_money"),
    path(f"{PROJECT}/claims/<uuid:claim_id>/", project_money.payment_claim, name="payment_claim"),
    path(f"{PROJECT}/claims/<uuid:claim_id>/file/", project_money.payment_claim_file, name="payment_claim_file"),
    path(f"{PROJECT}/changes/<uuid:change_id>/", project_money.budget_change, name="budget_change"),
    path(f"{PROJECT}/changes/<uuid:change_id>/apply/", project_money.budget_change_apply, name="budget_change_apply"),
]
