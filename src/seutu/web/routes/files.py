"""Addresses of imports, exports and templates."""

from django.urls import path

from seutu.web.views import exports, imports

urlpatterns = [
    path("w/<slug:workspace>/r/<slug:kind>/import/", imports.import_start, name="import"),
    path("w/<slug:workspace>/r/<slug:kind>/import/<uuid:token>/", imports.import_preview, name="import_preview"),
    path("w/<slug:workspace>/r/<slug:kind>/template/", exports.template, name="template"),
    path("w/<slug:workspace>/r/<slug:kind>/export/<slug:form>/", exports.export, name="export"),
]
