"""A project's audit folder: every file of it with what it is, made one at a time, and the index of them all.

Names do not depend on language or day. Not for who may have it (web), or for how a zip is written (reporting).
"""

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.utils import timezone
from django.utils.text import slugify

from seutu.apps.funding import folder_words as say
from seutu.apps.funding.belongings import belongings, has_standing, kept_versions, log_rows, standing_records
from seutu.apps.funding.claim_files import write_claim
from seutu.apps.funding.claim_queries import project_money
from seutu.apps.funding.decisions import decision_item
from seutu.apps.funding.models import Application, Decision
from seutu.apps.funding.plan_documents import application_of
from seutu.apps.funding.plans import ProjectPlan, plan_of
from seutu.apps.programmes.document_prints import printed_document
from seutu.apps.programmes.models import PlanDocument, Project
from seutu.apps.records.acts import titles_of
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.models import ActivityRow, Snapshot
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.core.text import Language, Text
from seutu.reporting.plans import (
    print_application,
    print_budget,
    print_decision,
    print_plan_document,
    write_plan_workbook,
)
from seutu.reporting.tables import TableColumn, TableContent, write_csv
from seutu.rules.funding import rule_book
from seutu.sources.plans import plan_as_dict

INDEX: Final = "index.csv"
LOG_PART: Final = 500


@dataclass(frozen=True, slots=True)
class FolderFile:
    """One file: its name in the folder, what it is, the day it tells of, and how it is made."""

    name: str
    what: Text
    day: date
    made: Callable[[], bytes]


def audit_files(project: Project, *, until: str, language: Language, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a project's audit folder by its name, made when it is asked for; last the index of them.

    ``until`` says until which day the material is kept.
    """
    made: list[MadeFile] = []
    for each in _folder_files(project, language, today):
        content = each.made()
        made.append(MadeFile(each, len(content), hashlib.sha256(content).hexdigest()))
        yield each.name, content
    yield INDEX, _index(project, made, until=until, language=language)


def _folder_files(project: Project, language: Language, today: date) -> list[FolderFile]:
    found = belongings(project)
    plan = plan_of(project)
    return [
        *_plan_files(plan, language, today),
        *_applications(plan, found.get("applications", []), language, today),
        *_decisions(found.get("decisions", []), language, today),
        *_claims(project, language),
        *_documents(found.get("plan-documents", []), language, today),
        *_lists(found, language, today),
        *_versions(found),
        FolderFile("log/changes.csv", say.LOG, today, partial(_log, project, found, language)),
    ]


def _plan_files(plan: ProjectPlan, language: Language, today: date) -> Iterator[FolderFile]:
    def written() -> bytes:
        return json.dumps(plan_as_dict(plan.stated), ensure_ascii=False, indent=1).encode("utf-8")

    def workbook() -> bytes:
        stream = io.BytesIO()
        write_plan_workbook(plan.stated, stream, language=language)
        return stream.getvalue()

    def budget() -> bytes:
        return print_budget(plan.worked, rules=rule_book(), language=language, form="pdf", at=today)

    yield FolderFile("plan/plan.json", say.PLAN, today, written)
    yield FolderFile("plan/plan.xlsx", say.PLAN, today, workbook)
    yield FolderFile("plan/budget.pdf", say.BUDGET, today, budget)


def _applications(plan: ProjectPlan, ids: list[UUID], language: Language, today: date) -> Iterator[FolderFile]:
    def printed(record: Application) -> bytes:
        content = application_of(plan, record, language=language)
        return print_application(content, rules=rule_book(), language=language, form="pdf", at=today)

    for number, each in enumerate(_standing("applications", ids), start=1):
        name = f"applications/application-{number}.pdf"
        yield FolderFile(name, say.APPLICATION.filled(name=each.title), today, partial(printed, each))


def _decisions(ids: list[UUID], language: Language, today: date) -> Iterator[FolderFile]:
    def printed(record: Decision, form: str) -> bytes:
        item = decision_item(record)
        return print_decision(item, language=language, form="pdf" if form == "pdf" else "docx", at=today)

    for number, each in enumerate(_standing("decisions", ids), start=1):
        what = say.DECISION.filled(name=each.title)
        for form in ("docx", "pdf"):
            yield FolderFile(f"decisions/decision-{number}.{form}", what, today, partial(printed, each, form))


def _claims(project: Project, language: Language) -> Iterator[FolderFile]:
    money = project_money(project)

    def written(place: int) -> bytes:
        stream = io.BytesIO()
        write_claim(money, money.worked[place], stream, language=language)
        return stream.getvalue()

    for place, each in enumerate(money.worked):
        what = say.CLAIM.filled(number=each.claim.number)
        yield FolderFile(f"claims/claim-{place + 1}.xlsx", what, each.claim.end, partial(written, place))


def _documents(ids: list[UUID], language: Language, today: date) -> Iterator[FolderFile]:
    def printed(record: PlanDocument) -> bytes:
        return print_plan_document(printed_document(record, language), language=language, form="docx", at=today)

    for number, each in enumerate(_standing("plan-documents", ids), start=1):
        name = f"documents/document-{number}-{slugify(each.name)[:40] or 'text'}.docx"
        yield FolderFile(name, say.DOCUMENT.filled(name=each.title), today, partial(printed, each))


def _lists(found: dict[str, list[UUID]], language: Language, today: date) -> Iterator[FolderFile]:
    def written(kind: Kind, ids: list[UUID]) -> bytes:
        stream = io.BytesIO()
        export_kind(kind, standing_records(kind, ids), stream, form="xlsx", language=language)
        return stream.getvalue()

    for kind in kinds():
        ids = found.get(kind.name, [])
        if has_standing(kind, ids):
            what = say.LIST.filled(name=kind.plural)
            yield FolderFile(f"lists/{kind.name}.xlsx", what, today, partial(written, kind, ids))


def _versions(found: dict[str, list[UUID]]) -> Iterator[FolderFile]:
    """Return every kept version as it was: its content, untouched."""
    places = {pk: number for ids in found.values() for number, pk in enumerate(ids, start=1)}

    def written(kept: Snapshot) -> bytes:
        held = {
            "kind": kept.kind, "record": str(kept.record_id), "form": kept.form, "number": kept.number,
            "name": kept.name, "kept_at": kept.at.isoformat(), "seal": kept.digest, "content": kept.content,
        }  # fmt: skip
        return json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")

    for each in kept_versions(found):
        name = f"versions/{each.kind}-{places[each.record_id]}-{slugify(each.form)}-{each.number}.json"
        what = say.VERSION.filled(kind=kind_named(each.kind).singular, number=each.number, name=each.name)
        yield FolderFile(name, what, timezone.localdate(each.at), partial(written, each))


def _standing(name: str, ids: list[UUID]) -> list[Any]:
    """Return the standing records of a kind."""
    return standing_records(kind_named(name), ids)


def _log(project: Project, found: dict[str, list[UUID]], language: Language) -> bytes:
    stream = io.BytesIO()
    columns = tuple(
        TableColumn(key=key, label=label.in_language(language), kind="datetime" if key == "at" else "text")
        for key, label in say.LOG_COLUMNS
    )
    content = TableContent("", columns, _log_lines(project, found, language))
    write_csv(content, stream, form="machine", language=language)
    return stream.getvalue()


def _log_lines(project: Project, found: dict[str, list[UUID]], language: Language) -> Iterator[list[object]]:
    """Return one line of each value that changed, with its act; an act without values has one line."""
    titles = titles_of([(name, pk) for name, ids in found.items() for pk in ids])
    for row in log_rows(project, found):
        act = row.activity
        begins: list[object] = [
            act.sequence, act.at, str(act.person or ""), str(act.operation), _kind(row, language), str(row.record_id),
            titles.get(row.record_id, ""), str(row.change),
        ]  # fmt: skip
        for name, pair in (row.values or {"": ["", ""]}).items():
            yield [*begins, name, *(_value(each) for each in pair)]


def _kind(row: ActivityRow, language: Language) -> str:
    known = {kind.name: kind.singular for kind in kinds()}
    return known[row.kind].in_language(language) if row.kind in known else row.kind


def _value(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that has been made: its size and SHA-256."""

    file: FolderFile
    size: int
    sha256: str


def _index(project: Project, made: list[MadeFile], *, until: str, language: Language) -> bytes:
    """Return the index: each file with its size, SHA-256, day and what it is; last what is not in the folder."""
    columns = tuple(TableColumn(key=key, label=label.in_language(language)) for key, label in say.INDEX_COLUMNS)
    rows: list[list[object]] = [
        [each.file.name, each.size, each.sha256, each.file.day, each.file.what.in_language(language)] for each in made
    ]
    notes = (say.OF.filled(name=project.title, code=project.code or "–").in_language(language), until)
    rows += [["", None, "", None, text] for text in (*notes, say.NO_ATTACHMENTS.in_language(language))]
    stream = io.BytesIO()
    write_csv(TableContent("", columns, rows), stream, form="machine", language=language)
    return stream.getvalue()
