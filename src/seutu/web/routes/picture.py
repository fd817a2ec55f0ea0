"""Addresses of the situation picture and its documents."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
