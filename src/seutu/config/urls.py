"""All addresses of the service: every page begins with its language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

from seutu.web.routes import (
    calls,
    coming,
    competences,
    documents,
    files,
    indices,
    jobs,
    money,
    people,
    picture,
    plans,
    programmes,
    projects,
    records,
    register,
    sign_in,
    statistics,
    surveys,
    tokens,
)
from seutu.web.views.addresses import OwnAddresses

handler400 = "seutu.web.faults.request_page"
handler500 = "seutu.web.faults.fault_page"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="home"), name="front"),
    path("api/", include("seutu.api.urls")),
    *i18n_patterns(
        *tokens.urlpatterns,
        *sign_in.urlpatterns,
        path("account/email/", OwnAddresses.as_view(), name="account_email"),
        path("account/", include("allauth.urls")),
        *people.urlpatterns,
        *picture.urlpatterns,
        *statistics.urlpatterns,
        *competences.urlpatterns,
        *projects.urlpatterns,
        *money.urlpatterns,
        *documents.urlpatterns,
        *programmes.urlpatterns,
        *register.urlpatterns,
        *indices.urlpatterns,
        *files.urlpatterns,
        *jobs.urlpatterns,
        *plans.urlpatterns,
        *coming.urlpatterns,
        *records.urlpatterns,
        *calls.urlpatterns,
        *surveys.urlpatterns,
    ),
]
