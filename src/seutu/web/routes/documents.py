"""Addresses of plan documents: the document, its versions, its files, and approving it."""

from django.urls import path

from seutu.web.views import plan_documents

ONE = "w/<slug:workspace>/documents/<uuid:document_id>"
VERSION = f"{ONE}/versions/<int:number>"
urlpatterns = [
    path(f"{ONE}/", plan_documents.plan_document, name="plan_document"),
    path(f"{ONE}/approve/", plan_documents.plan_document_approve, name="plan_document_approve"),
    path(f"{ONE}/keep/", plan_documents.plan_document_keep, name="plan_document_keep"),
    path(f"{ONE}/file/<str:form>/", plan_documents.plan_document_file, name="plan_document_file"),
    path(f"{VERSION}/", plan_documents.plan_document_version, name="plan_document_version"),
    path(f"{VERSION}/<str:form>/", plan_documents.plan_document_file, name="plan_document_version_file"),
]
