"""Addresses of the register's own work: merging, handing over, reviewing likenesses."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
