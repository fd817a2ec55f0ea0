"""Addresses of imports, exports and templates."""

from django.urls import path

from seutu.web.views import exports, import_done, imports, register_files

urlpatterns = [
    path("w/<slug:workspace>/import/", register_files.register_files, name="register_files"),
    path("w/<slug:workspace>/import/<uuid:kept>/", register_files.register_files_kept, name="register_files_kept"),
    path("w/<slug:workspace>/jobs/<uuid:job_id>/bring/", register_files.register_bring, name="register_bring"),
    path("w/<slug:workspace>/r/<slug:kind>/import/", imports.import_start, name="import"),
    path("w/<slug:workspace>/r/<slug:kind>/import/<uuid:token>/", imports.import_preview, name="import_preview"),
    path("w/<slug:workspace>/r/<slug:kind>/import/<uuid:token>/done/", import_done.import_done, name="import_done"),
    path(
        "w/<slug:workspace>/r/<slug:kind>/import/<uuid:token>/rejected/",
        import_done.import_rejected,
        name="import_rejected",
    ),
    path("w/<slug:workspace>/r/<slug:kind>/template/", exports.template, name="template"),
    path("w/<slug:workspace>/r/<slug:kind>/export/<slug:form>/", exports.export, name="export"),
]
