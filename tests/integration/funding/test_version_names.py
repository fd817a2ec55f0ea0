"""Kept versions in the log: named in the reader's language by form, number and day, whatever name stands in it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.version_names import version_names
from seutu.apps.records.models import Activity, ActivityRow, OwnedRecord, Snapshot
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import keep_version
from seutu.core.text import Language
from tests.integration.factories import make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
OLD = "Vanha nimi suomeksi"
NAMES: dict[tuple[str, str], dict[Language, str]] = {
    ("applications", "application"): {
        "sv": "Inlämnad ansökan, version 1, sparad 1.4.2026",
        "en": "Submitted application, version 1, kept on 1.4.2026",
    },
    ("projects", "budget"): {
        "sv": "Budgeten före en ändring, version 1, sparad 1.4.2026",
        "en": "Budget before a change, version 1, kept on 1.4.2026",
    },
    ("plan-documents", "document"): {
        "sv": "Godkänt dokument, version 1, sparad 1.4.2026",
        "en": "Approved document, version 1, kept on 1.4.2026",
    },
    ("programmes", "monitoring_report"): {
        "sv": "Uppföljningsrapport, version 1, läget 31.12.2025",
        "en": "Monitoring report, version 1, state on 31.12.2025",
    },
}


def kept(kind: str, form: str, record: OwnedRecord) -> Snapshot:
    """Keep a version under a name in Finnish."""
    content: Mapping[str, Any] = {"report": {"day": "2025-12-31"}} if form == "monitoring_report" else {"budget": {}}
    return keep_version(kind_named(kind), record, content, form=form, name=OLD, by=None, at=LATE)


@pytest.mark.parametrize(("kind", "form"), NAMES)
def test_every_page_of_the_log_names_a_version_in_the_readers_language(kind: str, form: str) -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        record = make_record(kind, workspace=workspace)
        version = kept(kind, form, record)
        act = Activity.objects.get(operation="freeze")
    client = signed_in_as(workspace, Role.OWNER)
    for language, name in NAMES[kind, form].items():
        pages = (
            reverse("activity", args=[workspace.slug]),
            reverse("act", args=[workspace.slug, act.sequence]),
            reverse("record", args=[workspace.slug, kind, record.pk]),
            reverse("workspace", args=[workspace.slug]),
        )
        texts = [client.get(f"/{language}{page[3:]}").content.decode() for page in pages]
        assert [(name in text, OLD in text) for text in texts] == [(True, False)] * 4
        assert f"{name}, {version.digest}" in texts[1]


def test_names_are_read_in_one_query_and_only_where_a_version_was_kept(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    workspace: Workspace = make_workspace()
    with in_scope(workspace):
        project = make_record("projects", workspace=workspace)
        rows = list(ActivityRow.objects.order_by("pk"))
        with django_assert_num_queries(0):
            assert version_names(rows) == {}
        for _number in range(3):
            kept("projects", "budget", project)
        rows = list(ActivityRow.objects.filter(change="frozen").order_by("pk"))
        with django_assert_num_queries(1):
            names = version_names(rows)
        assert [names[row.pk].sv.split(", ")[1] for row in rows] == ["version 1", "version 2", "version 3"]


def test_of_a_version_that_is_not_found_the_number_is_told() -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        kept("projects", "another", make_record("projects", workspace=workspace))
        row = ActivityRow.objects.get(change="frozen")
        assert version_names([row])[row.pk].sv == "Version 1"
        row.values = {"version": [None, "7 Vanha nimi abc"]}
        assert version_names([row])[row.pk].en == "Version 7"
