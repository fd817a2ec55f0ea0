"""The scoring desk: one's own scores in one act, stale ones refused, and results with sums, means and spread."""

import io
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.funding.models import Score
from seutu.apps.funding.scoring_queries import scoring_of
from seutu.apps.records.models import Activity
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_member, make_record, signed_in
from tests.integration.funding.judged import TWENTY, Judged, judged

pytestmark = pytest.mark.django_db


def desk(case: Judged) -> str:
    return reverse("scoring", args=[case.workspace.slug, case.application.pk])


def typed(client: Client, case: Judged, **changes: str) -> dict[str, str]:
    """Return the desk's form as it opens, with changes by ``points1``, ``comment2`` and the like."""
    rows = client.get(desk(case)).context["rows"]
    data = {}
    for number, row in enumerate(rows, 1):
        for name in ("points", "comment", "version"):
            data[f"{name}-{row['key']}"] = changes.get(f"{name}{number}", str(row[name]))
    return data


def test_scores_are_saved_together_in_one_act_and_progress_is_told() -> None:
    case = judged()
    client = signed_in(case.first)
    with in_scope(case.workspace):
        before = Activity.objects.count()
    points = {f"points{number}": "2,5" for number in range(1, 6)}
    answer = client.post(desk(case), typed(client, case, **points, comment1="Hyvä"), follow=True)
    assert "5/9" in answer.context["page_lead"]
    with in_scope(case.workspace):
        assert Activity.objects.count() == before + 1
        assert list(Score.objects.values_list("points", flat=True).distinct()) == [Decimal("2.5")]
    answer = client.post(desk(case), typed(client, case))
    assert answer.status_code == 302
    with in_scope(case.workspace):
        assert Activity.objects.count() == before + 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"points1": "4"}, "enintään 3"),
        ({"points1": "-1"}, ""),
        ({"points1": "kolme"}, ""),
        ({"points1": "2,555"}, ""),
        ({"points1": "NaN"}, ""),
        ({"comment1": "Perustelu ilman pisteitä"}, "kirjoita 0"),
    ],
)
def test_what_is_wrong_is_said_at_its_criterion_and_nothing_is_saved(changes: dict[str, str], words: str) -> None:
    case = judged()
    client = signed_in(case.first)
    answer = client.post(desk(case), typed(client, case, **changes, points2="3"))
    assert answer.status_code == 422
    assert [each["tone"] for each in answer.context["notices"]] == ["alarm"]
    rows = answer.context["rows"]
    assert rows[0]["problem"]
    assert words in rows[0]["problem"]
    assert not any(row["problem"] for row in rows[1:])
    assert rows[1]["points"] == "3"
    with in_scope(case.workspace):
        assert not Score.objects.exists()


def test_a_stale_desk_is_refused_keeps_what_was_typed_and_tells_what_stands() -> None:
    case = judged()
    client = signed_in(case.first)
    old = typed(client, case, points1="1", comment1="Vanha")
    case.score(case.first, (3,), comment="Uusi")
    answer = client.post(desk(case), old)
    assert answer.status_code == 409
    row = answer.context["rows"][0]
    assert (row["points"], row["comment"]) == ("1", "Vanha")
    assert "3 – Uusi 1" in row["stands"]
    with in_scope(case.workspace):
        assert Score.objects.get().points == 3
    again = {**old, f"version-{row['key']}": str(row["version"])}
    assert client.post(desk(case), again).status_code == 302
    with in_scope(case.workspace):
        assert Score.objects.get().points == 1


def test_an_emptied_score_goes_to_the_trash_and_can_be_given_again() -> None:
    case = judged()
    client = signed_in(case.first)
    case.score(case.first, TWENTY)
    client.post(desk(case), typed(client, case, points1=""))
    with in_scope(case.workspace):
        assert Score.objects.filter(trashed_at__isnull=True).count() == 8
    client.post(desk(case), typed(client, case, points1="1"))
    with in_scope(case.workspace):
        assert Score.objects.filter(trashed_at__isnull=True).count() == 9


@pytest.mark.parametrize("state", ["draft", "scored", "approved", "withdrawn"])
def test_scores_are_given_while_the_scoring_is_open_only(state: str) -> None:
    case = judged(state=state)
    with pytest.raises(StepNotPossibleError):
        case.score(case.first, TWENTY)
    assert signed_in(case.first).get(desk(case)).context["rows"] == []


def test_two_assessors_see_the_results_when_both_are_done() -> None:
    case = judged()
    first, second = signed_in(case.first), signed_in(case.second)
    case.score(case.first, TWENTY, comment="Ensimmäinen")
    assert first.get(desk(case)).context["results"]["foot"][2]["text"] == "20"
    assert second.get(desk(case)).context["results"] is None
    case.score(case.second, (3, 3, *TWENTY[2:]), comment="Toinen")
    page = second.get(desk(case))
    foot = [each["text"] for each in page.context["results"]["foot"]]
    assert foot[1:] == ["27", "20", "21", "20,5", "20–21"]
    assert "20,5/27" in page.context["page_lead"]
    assert "20/27" in page.context["page_lead"]
    assert "0,5" in page.context["page_lead"]
    texts = page.content.decode()
    assert "Ensimmäinen 1" in texts
    file = first.get(reverse("scoring_file", args=[case.workspace.slug, case.application.pk]))
    book = load_workbook(io.BytesIO(b"".join(file.streaming_content)))  # type: ignore[arg-type]
    points, scores = book.worksheets[:2]
    assert [cell.value for cell in list(points.rows)[-1]][1:] == [27, 20, 21, 20.5, 20, 21]
    assert sum(1 for row in scores.iter_rows(values_only=True) if "Toinen" in str(row)) == 9


def test_people_are_called_by_name_and_told_apart_where_two_have_one() -> None:
    case = judged()
    case.score(case.first, TWENTY, comment="Ensimmäinen")
    case.score(case.second, TWENTY, comment="Toinen")
    client = signed_in(case.first)
    text = client.get(desk(case)).content.decode()
    assert "Arvioija A" in text
    assert case.second.email not in text
    file = client.get(reverse("scoring_file", args=[case.workspace.slug, case.application.pk]))
    points = load_workbook(io.BytesIO(b"".join(file.streaming_content))).worksheets[0]  # type: ignore[arg-type]
    assert "Arvioija B" in [cell.value for cell in next(iter(points.rows))]
    case.second.name = case.first.name
    case.second.save()
    assert f"Arvioija A ({case.second.email.casefold()})" in client.get(desk(case)).content.decode()


def test_a_call_has_no_column_of_points_before_there_are_any() -> None:
    case = judged()
    with in_scope(case.workspace):
        call = make_record("calls", name="Toinen haku")
        make_record("applications", name="Kolmas", call=call)
    page = reverse("call", args=[case.workspace.slug, call.pk])
    client = signed_in(case.first)
    assert len(client.get(page).context["applications"]["columns"]) == 5
    with in_scope(case.workspace):
        make_record("applications", name="Toinen", call=call, points=Decimal(20), max_points=Decimal(27))
    table = client.get(page).context["applications"]
    assert len(table["columns"]) == 6
    cells = {row["cells"][0]["text"]: row["cells"][4] for row in table["rows"]}
    assert cells["Toinen"]["text"] == "20/27"
    assert not cells["Kolmas"].get("missing")


def test_what_an_application_has_none_of_is_told_once_with_the_ways_to_add_it() -> None:
    case = judged(state="draft")
    path = reverse("application", args=[case.workspace.slug, case.application.pk])
    page = signed_in(case.first).get(path)
    text = page.content.decode()
    assert (page.context["supplements"], page.context["tables"], page.context["versions"]) == (None, [], None)
    assert "täydennyspyynnöt, lausunnot, päätökset" in page.context["blank"]["text"]
    assert len(page.context["blank"]["adds"]) == 3
    assert text.count('class="empty') == 0
    with in_scope(case.workspace):
        make_record("statements", name="Lausunto", application=case.application)
    page = signed_in(case.first).get(path)
    assert [table["id"] for table in page.context["tables"]] == ["statements"]
    assert "lausunnot" not in page.context["blank"]["text"]
    reader = signed_in(make_member(case.workspace, Role.READER)).get(path)
    assert reader.context["blank"]["adds"] == []


def test_a_reader_sees_progress_alone() -> None:
    case = judged()
    case.score(case.first, TWENTY, comment="Salaista")
    client = signed_in(make_member(case.workspace, Role.READER))
    page = client.get(desk(case))
    assert page.context["rows"] == []
    assert page.context["results"] is None
    assert "1" in page.context["page_lead"]
    assert len(page.context["notices"]) == 1
    assert client.get(reverse("scoring_file", args=[case.workspace.slug, case.application.pk])).status_code == 404


def test_criteria_stand_in_the_order_of_their_numbers() -> None:
    case = judged(criteria=11)
    with in_scope(case.workspace, person=case.first, role=Role.CONTRIBUTOR):
        assert [each.number for each in scoring_of(case.application).criteria] == [str(n) for n in range(1, 12)]


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


def test_the_number_of_queries_does_not_grow_with_rows() -> None:
    counts = []
    for size in (1, 3):
        case = judged(criteria=size)
        case.score(case.first, TWENTY[:size], comment="a")
        case.score(case.second, TWENTY[:size], comment="b")
        with in_scope(case.workspace):
            for number in range(size):
                common: dict[str, Any] = {"application": case.application}
                make_record("supplement-requests", name=f"Pyyntö {number}", state="open", **common)
                make_record("statements", name=f"Lausunto {number}", giver=make_record("actors"), **common)
                make_record("applications", name=f"Toinen {number}", call=case.call, applicant=make_record("actors"),
                            project=make_record("projects"))  # fmt: skip
        client, slug = signed_in(case.second), case.workspace.slug
        paths = [desk(case), reverse("call", args=[slug, case.call.pk]),
                 reverse("application", args=[slug, case.application.pk])]  # fmt: skip
        counts.append([queries(client, path) for path in paths])
    assert counts[0] == counts[1]
