"""Addresses of statistics: the catalogue, one indicator, a town's profile, reports of towns, information pages."""

from django.urls import path

from seutu.web.views import information_pages, statistics, town_profile, town_reports

ONE = "w/<slug:workspace>/statistics/indicators/<str:indicator>"
TOWN = "w/<slug:workspace>/towns/<str:code>"
urlpatterns = [
    path("w/<slug:workspace>/statistics/", statistics.statistics, name="statistics"),
    path("w/<slug:workspace>/statistics/file/<str:form>/", statistics.statistics_file, name="statistics_file"),
    path(f"{ONE}/", statistics.statistics_indicator, name="statistics_indicator"),
    path(f"{ONE}/file/<str:form>/", statistics.statistics_indicator_file, name="statistics_indicator_file"),
    path("w/<slug:workspace>/town-reports/", town_reports.town_reports, name="town_reports"),
    path("w/<slug:workspace>/town-reports/<uuid:job_id>/", town_reports.town_reports_file, name="town_reports_file"),
    path(
        "w/<slug:workspace>/r/information-pages/<uuid:record_id>/page/",
        information_pages.preview,
        name="information_page",
    ),
    path(f"{TOWN}/", town_profile.town_profile_page, name="town_profile"),
    path(f"{TOWN}/file/<str:form>/", town_profile.town_profile_file, name="town_profile_file"),
]
