"""`seutu import`: a file or folder into a workspace."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.failing import language, said, stop
from seutu.cli.progress import Tell, progress
from seutu.cli.starting import start
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.records.files.report import ImportReport
    from seutu.apps.records.sheets.kinds import Kind

# Named here so that help starts without Django; a test holds them against the kinds there are.
KINDS: Final = (
    *("actors", "contacts", "links", "sites", "sources", "facts", "meetings", "tasks", "projects", "participations"),
    *("events", "industry-names", "place-groups", "place-group-members", "industry-roles"),
    *("programmes", "benefit-goals", "goal-contributions", "work-packages", "project-tasks", "results", "assignments"),
    *("risks", "project-meetings", "reflections", "resolutions", "indicators", "measurements", "sdg-reviews"),
    *("worked-hours", "plan-documents"),
    *("cost-lines", "cost-years", "funding-rows", "shared-costs", "appropriations", "appropriation-uses", "prospects"),
    *("purchases", "actual-costs", "payment-claims", "instalments", "budget-changes"),
    *(
        "calls",
        "criteria",
        "applications",
        "application-chapters",
        "scores",
        "statements",
        "supplement-requests",
        "decisions",
    ),
    *("eu-projects", "cordis", "prh-companies", "places"),
)
WORKSPACE = typer.Option("--workspace", help="Slug of the workspace; the only or first one when left out.")


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "import",
        help="Bring a file into a workspace. Example: seutu import toimijat.xlsx --kind actors",
        epilog=f"Kinds: {', '.join(KINDS)}.",
    )(import_file)


def import_file(
    file: Annotated[Path, typer.Argument(help="File or folder to read.", readable=False, metavar="FILE-OR-FOLDER")],
    kind: Annotated[str, typer.Option("--kind", help="What the file holds.")],
    workspace: Annotated[str | None, WORKSPACE] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Say what would happen; write nothing.")] = False,
    accept_good: Annotated[
        bool, typer.Option("--accept-good", help="Take the good rows; write the rejected ones beside the file.")
    ] = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Bring a file into a workspace."""
    if not file.exists():
        raise FileNotFoundError(2, "not found", str(file))
    start()
    from seutu.apps.records.exceptions import RejectedRowsError
    from seutu.apps.records.scope import in_scope
    from seutu.cli.workspaces import chosen_workspace

    read = _reader(kind)
    with in_scope(chosen_workspace(workspace)):
        try:
            with progress() as tell:
                report = read(file, accept_good, preview, tell)
            refused = False
        except RejectedRowsError as error:
            report, refused = error.report, True
    if json_file:
        json_file.write_text(json.dumps(report.as_dict(), ensure_ascii=False, indent=1), encoding="utf-8")
    _say(report, refused=refused, preview=preview)
    if report.rejected:
        if accept_good and not preview:
            _write_rejected(file, kind, report)
        raise typer.Exit(1)


Reader = Callable[[Path, bool, bool, Tell], "ImportReport"]


def _reader(kind: str) -> Reader:
    from django.utils import timezone

    from seutu.apps.places.imports import import_places
    from seutu.apps.programmes.imports.register_files import REGISTER_FILES
    from seutu.apps.records.exceptions import UnknownKindError
    from seutu.apps.records.sheets.kinds import kind_named, kinds

    if kind == "places":
        return lambda file, good, preview, _tell: import_places(
            file, accept_good=good, preview=preview, by=None, at=timezone.now()
        )
    if kind in REGISTER_FILES:
        register = REGISTER_FILES[kind]
        return lambda file, good, preview, tell: register.read(
            file, accept_good=good, preview=preview, by=None, at=timezone.now(), told=tell
        )
    try:
        declared = kind_named(kind)
    except UnknownKindError:
        known = ", ".join((*(each.name for each in kinds()), *REGISTER_FILES, "places"))
        stop(UNKNOWN_KIND.in_language(language()).format(given=kind, known=known))
    return lambda file, good, preview, tell: _read_sheet(declared, file, good=good, preview=preview, tell=tell)


def _read_sheet(kind: "Kind", file: Path, *, good: bool, preview: bool, tell: Tell) -> "ImportReport":
    """Read a sheet of a kind: planning it is half of the work, writing it the other half."""
    from django.utils import timezone

    from seutu.apps.records.files.importing import apply_plan, open_file, plan_import, report_of
    from seutu.apps.records.files.told_rows import telling_rows

    opened = telling_rows(open_file(kind, file), lambda done, whole: tell(done, 2 * (whole or 0)))
    plan = plan_import(kind, opened, language=language())
    if preview:
        return report_of(plan)
    return apply_plan(
        plan,
        accept_good=good,
        note=file.name,
        by=None,
        at=timezone.now(),
        told=lambda done, whole: tell((whole or 0) + done, 2 * (whole or 0)),
    )


UNKNOWN_KIND = Text(
    fi="--kind {given}: sellaista lajia ei ole. Lajit: {known}.",
    sv="--kind {given}: det finns inget sådant slag. Slagen är {known}.",
    en="--kind {given}: there is no such kind. The kinds: {known}.",
)
COUNTS = Text(
    fi="Rivejä luettu {rows}: uusia {created}, muuttuneita {changed}, ennallaan {unchanged}, ohitettuja {skipped}, "
    "hylättyjä {rejected}.",
    sv="Rader lästa {rows}: nya {created}, ändrade {changed}, oförändrade {unchanged}, överhoppade {skipped}, "
    "avvisade {rejected}.",
    en="Rows read {rows}: created {created}, changed {changed}, unchanged {unchanged}, skipped {skipped}, "
    "rejected {rejected}.",
)
PREVIEWED = Text(
    fi="Esikatselu: mitään ei kirjoitettu.",
    sv="Förhandsvisning: inget skrevs.",
    en="Preview: nothing was written.",
)
REFUSED = Text(
    fi="Mitään ei kirjoitettu, koska rivejä hylättiin. Korjaa ne tai käytä valitsinta --accept-good.",
    sv="Inget skrevs eftersom rader avvisades. Rätta dem eller använd --accept-good.",
    en="Nothing was written, because rows were rejected. Correct them or use --accept-good.",
)
TO_REVIEW = Text(fi="tarkistettavia nimipareja", sv="namnpar att granska", en="pairs of names to review")


def _say(report: "ImportReport", *, refused: bool, preview: bool) -> None:
    spoken = language()
    counts = {key: report.counts[key] for key in ("created", "changed", "unchanged", "skipped")}
    typer.echo(COUNTS.in_language(spoken).format(rows=report.rows, rejected=len(report.rejected), **counts))
    for note in report.notes:
        typer.echo(f"  {said(note, spoken)}")
    for name, count in report.related.items():
        typer.echo(f"  {name}: {count}")
    if report.review:
        typer.echo(f"  {len(report.review)} {TO_REVIEW.in_language(spoken)}")
    for row in report.rejected[:20]:
        for problem in row.problems:
            typer.echo(f"  {said(problem, spoken)}", err=True)
    if len(report.rejected) > 20:  # noqa: PLR2004 - the rest stands in the JSON report
        typer.echo(f"  … +{len(report.rejected) - 20}", err=True)
    if preview:
        typer.echo(PREVIEWED.in_language(spoken))
    elif refused:
        typer.echo(REFUSED.in_language(spoken), err=True)


def _write_rejected(file: Path, kind: str, report: "ImportReport") -> None:
    from seutu.apps.records.files.rejected import keep_rejected
    from seutu.apps.records.sheets.kinds import kinds

    declared = next((each for each in kinds() if each.name == kind), None)
    typer.echo(f"  → {keep_rejected(report.rejected, file, kind=declared, language=language())}")
