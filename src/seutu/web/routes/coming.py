"""Addresses of what comes: the page, its file, and the link that a calendar follows."""

from django.urls import path

from seutu.web.views import coming, coming_calendar

urlpatterns = [
    path("w/<slug:workspace>/coming/", coming.coming_page, name="coming"),
    path("w/<slug:workspace>/coming/file/", coming_calendar.coming_file, name="coming_file"),
    path("w/<slug:workspace>/coming/link/", coming.coming_link, name="coming_link"),
    path("calendar/<str:secret>/coming.ics", coming_calendar.calendar_feed, name="calendar_feed"),
]
