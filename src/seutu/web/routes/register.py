"""Addresses of the register's own work: merging, handing over, reviewing likenesses, a person's data."""

from django.urls import path

from seutu.web.views import handover, merging, privacy, review

CONTACT = "w/<slug:workspace>/r/contacts/<uuid:contact_id>"
urlpatterns = [
    path("w/<slug:workspace>/review/", review.review, name="review"),
    path("w/<slug:workspace>/review/compare/", review.compare, name="review_compare"),
    path("w/<slug:workspace>/review/<uuid:record_id>/<uuid:other_id>/apart/", review.apart, name="review_apart"),
    path("w/<slug:workspace>/r/actors/<uuid:record_id>/merge/", merging.merge_choose, name="merge_choose"),
    path("w/<slug:workspace>/r/actors/<uuid:record_id>/merge/<uuid:loser_id>/", merging.merge, name="merge"),
    path("w/<slug:workspace>/hand-overs/", handover.handovers, name="handovers"),
    path("w/<slug:workspace>/hand-overs/xlsx/", handover.handovers_file, name="handovers_file"),
    path(f"{CONTACT}/hand-over/", handover.hand_over_page, name="hand_over"),
    path(f"{CONTACT}/data/", privacy.person_data, name="person_data"),
    path(f"{CONTACT}/erase/", privacy.erase_page, name="person_erase"),
]
