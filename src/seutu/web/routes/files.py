"""Addresses of imports, exports and templates."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
