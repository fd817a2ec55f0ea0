"""All addresses of the service."""

urlpatterns: list[object] = []
