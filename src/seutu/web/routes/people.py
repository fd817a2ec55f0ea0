"""Addresses of workspaces, members, links, sharing, trash, activity and search."""

from django.urls import path

from seutu.web.views import (
    accessibility,
    activity,
    entry,
    home,
    information_pages,
    members,
    search,
    sharing,
    tasks,
    trash,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("enter/<str:secret>/", entry.enter, name="enter"),
    path("guest/<str:secret>/", entry.guest, name="guest"),
    path("public/<uuid:record_id>/information-pages/", information_pages.public_page, name="public_page"),
    path(
        "public/<uuid:record_id>/information-pages/file/<str:form>/",
        information_pages.public_page_file,
        name="public_page_file",
    ),
    path("public/<uuid:record_id>/<slug:kind>/", sharing.public, name="public_record"),
    path("w/<slug:workspace>/", home.workspace, name="workspace"),
    path("w/<slug:workspace>/search/", search.search, name="search"),
    path("w/<slug:workspace>/tasks/<uuid:task_id>/done/", tasks.task_done, name="task_done"),
    path("w/<slug:workspace>/members/", members.members, name="members"),
    path("w/<slug:workspace>/members/add/", members.member_add, name="member_add"),
    path("w/<slug:workspace>/members/<uuid:person_id>/", members.member, name="member"),
    path("w/<slug:workspace>/members/<uuid:person_id>/link/", members.member_link, name="member_link"),
    path("w/<slug:workspace>/members/<uuid:person_id>/end/", members.member_end, name="member_end"),
    path("w/<slug:workspace>/guests/add/", members.guest_link_add, name="guest_link_add"),
    path("w/<slug:workspace>/guests/<uuid:link_id>/revoke/", members.guest_link_revoke, name="guest_link_revoke"),
    path("w/<slug:workspace>/networks/join/", members.network_join, name="network_join"),
    path("w/<slug:workspace>/networks/<slug:network>/leave/", members.network_leave, name="network_leave"),
    path("w/<slug:workspace>/trash/", trash.trash, name="trash"),
    path("w/<slug:workspace>/activity/", activity.activity, name="activity"),
    path("w/<slug:workspace>/activity/<int:sequence>/", activity.act, name="act"),
    path("w/<slug:workspace>/activity/<int:sequence>/undo/", activity.act_undo, name="act_undo"),
    path("w/<slug:workspace>/shared/", sharing.shared, name="shared"),
    path(
        "w/<slug:workspace>/shared/<slug:owner>/<slug:kind>/<uuid:record_id>/",
        sharing.shared_record_page,
        name="shared_record",
    ),
    path("w/<slug:workspace>/r/<slug:kind>/<uuid:record_id>/share/", sharing.record_share, name="record_share"),
]
