"""Words by which choices and columns were called before are still read; a file written today has the words of today."""

import io
from pathlib import Path

import pytest

from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.files.headers import proposed_mapping
from seutu.apps.records.files.importing import open_file, plan_import
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import Choice, ColumnProblem, find_choice
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.text import Language, Text
from tests.integration.factories import make_record, make_workspace

pytestmark = pytest.mark.django_db
WORDS: list[tuple[str, str, str, Language, str, str]] = [
    ("industry-roles", "strength", "emerging", "fi", "alkava", "kehittyvä"),
    ("industry-roles", "strength", "emerging", "sv", "begynnande", "framväxande"),
    ("industry-roles", "relation", "presence", "sv", "näringsgren på orten", "bransch på orten"),
    ("events", "event_type", "meeting", "sv", "sammanträde", "möte"),
    ("contacts", "consent", "not_asked", "sv", "inte tillfrågad", "inte begärt"),
    ("tasks", "state", "dropped", "fi", "hylätty", "jätetty tekemättä"),
]
HEADERS: list[tuple[str, str, Language, str, str]] = [
    ("place-group-members", "standing", "sv", "Säkerhet", "Tillförlitlighet"),
    ("projects", "partner_count", "en", "Participants in all", "Participants in total"),
    ("tasks", "due", "sv", "Sista dag", "Tidsfrist"),
]


@pytest.mark.parametrize(("kind_name", "column", "code", "language", "before", "now"), WORDS)
def test_a_choice_is_written_by_its_word_of_today_and_read_by_both(
    kind_name: str, column: str, code: str, language: Language, before: str, now: str, tmp_path: Path
) -> None:
    kind, stream = kind_named(kind_name), io.BytesIO()
    path = tmp_path / "records.csv"
    with in_scope(make_workspace()):
        record = make_record(kind_name, **{column: code})
        export_kind(kind, records_of(kind), stream, form="csv", language=language)
        written = stream.getvalue().decode("utf-8-sig")
        assert now in written
        assert before not in written
        for text in (written, written.replace(now, before), written.replace(now, before.upper())):
            path.write_text(text, encoding="utf-8")
            (row,) = plan_import(kind, open_file(kind, path), language=language).rows
            assert (row.outcome, row.record_id) == ("unchanged", record.pk)


@pytest.mark.parametrize(("kind_name", "column", "language", "before", "now"), HEADERS)
def test_a_column_is_written_by_its_header_of_today_and_read_by_both(
    kind_name: str, column: str, language: Language, before: str, now: str
) -> None:
    kind, stream = kind_named(kind_name), io.BytesIO()
    export_kind(kind, [], stream, form="csv", language=language)
    headers = stream.getvalue().decode("utf-8-sig").strip().split(";")
    assert now in headers
    mapping = proposed_mapping(kind, [before if header == now else header for header in headers])
    assert mapping[before] == column
    assert all(mapping.values())


def test_a_label_comes_before_the_earlier_word_of_another_choice() -> None:
    choices = (
        Choice("left", Text(fi="vasen", sv="vänster", en="left"), synonyms=("suora",)),
        Choice("straight", Text(fi="suora", sv="rak", en="straight"), synonyms=("oikea",)),
    )
    assert [find_choice(choices, word) for word in ("Suora", "OIKEA ", "vasen")] == ["straight", "straight", "left"]
    with pytest.raises(ColumnProblem):
        find_choice(choices, "vino")
