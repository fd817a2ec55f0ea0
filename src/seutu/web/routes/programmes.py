"""Addresses of programmes: their page, their reviews and reports; the portfolio; the funding pipeline."""

from django.urls import path

from seutu.web.views import pipeline, portfolio, programme, programme_report, programme_sdg, workshop

ONE = "w/<slug:workspace>/programmes/<uuid:programme_id>/"
urlpatterns = [
    path("w/<slug:workspace>/portfolio/", portfolio.portfolio_page, name="portfolio"),
    path("w/<slug:workspace>/portfolio/file/<str:form>/", portfolio.portfolio_file, name="portfolio_file"),
    path("w/<slug:workspace>/pipeline/", pipeline.pipeline_page, name="pipeline"),
    path(ONE, programme.programme_page, name="programme"),
    path(f"{ONE}sdg/", programme_sdg.sdg_page, name="programme_sdg"),
    path(
        f"{ONE}sdg/<slug:subject_kind>/<uuid:subject_id>/",
        programme_sdg.sdg_subject,
        name="programme_sdg_subject",
    ),
    path(f"{ONE}workshops/<uuid:reflection_id>/", workshop.workshop_page, name="programme_workshop"),
    path(f"{ONE}report/", programme_report.report_page, name="programme_report"),
    path(f"{ONE}report/draft/<str:form>/", programme_report.draft_file, name="programme_report_draft"),
    path(
        f"{ONE}report/<int:number>/<str:form>/",
        programme_report.report_file,
        name="programme_report_file",
    ),
]
