"""Addresses of workspaces, members, links, sharing, trash, activity and search."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
