"""`seutu import`: a file or folder into a workspace."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.failing import language, said, stop
from seutu.cli.progress import Tell, megabytes, progress, share
from seutu.cli.starting import start
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.accounts.models import Workspace
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
    *("indices", "information-pages", "page-facts", "competence-needs"),
    *("surveys", "survey-waves", "survey-links", "survey-quotas"),
    *("eu-projects", "kohesio", "cordis", "prh-companies", "places"),
)
WORKSPACE = typer.Option("--workspace", help="Slug of the workspace; the only or first one when left out.")


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "import",
        help="Bring a file into a workspace, or what a register's own service gives. Example: seutu import "
        "toimijat.xlsx --kind actors; seutu import --kind prh-companies --pull Iisalmi",
        epilog=f"Kinds: {', '.join(KINDS)}.",
    )(import_file)


def import_file(
    kind: Annotated[str, typer.Option("--kind", help="What the file holds.")],
    file: Annotated[
        Path | None, typer.Argument(help="File or folder to read.", readable=False, metavar="[FILE-OR-FOLDER]")
    ] = None,
    pull: Annotated[
        str | None,
        typer.Option(
            "--pull",
            help="Ask the register's service: prh-companies: a town, or location=Iisalmi&companyForm=OY; cordis: "
            "horizon, h2020 or fp7; kohesio: 2014-2020 or 2021-2027.",
            metavar="WHAT",
        ),
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", help="Address of the file; with --pull, another server of that service.")
    ] = None,
    workspace: Annotated[str | None, WORKSPACE] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Say what would happen; write nothing.")] = False,
    accept_good: Annotated[
        bool, typer.Option("--accept-good", help="Take the good rows; write the rejected ones beside the file.")
    ] = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Bring a file into a workspace."""
    if (file is None) == (pull is None and url is None):
        stop(ONE_OF.in_language(language()))
    if file is not None and not file.exists():
        raise FileNotFoundError(2, "not found", str(file))
    start()
    from seutu.cli.workspaces import chosen_workspace

    read = _reader(kind)
    into = chosen_workspace(workspace)
    with _the_file(file, kind, pull, url) as found:
        report, refused = _read(read, found, into, good=accept_good, preview=preview)
    beside = file or Path(found.name)
    if json_file:
        json_file.write_text(json.dumps(report.as_dict(), ensure_ascii=False, indent=1), encoding="utf-8")
    _say(report, refused=refused, preview=preview)
    if report.rejected:
        if accept_good and not preview:
            _write_rejected(beside, kind, report)
        raise typer.Exit(1)


@contextmanager
def _the_file(file: Path | None, kind: str, pull: str | None, url: str | None) -> Iterator[Path]:
    """Yield the file that is given, or the one that is fetched."""
    if file is not None:
        yield file
        return
    from seutu.apps.programmes.imports.pulling import pulled_file

    with ExitStack() as stack:
        shown = share if kind == "prh-companies" and pull is not None else megabytes
        with progress(shown) as tell:
            fetched = stack.enter_context(pulled_file(kind, what=pull, url=url, progress=tell))
        yield fetched


def _read(read: "Reader", file: Path, into: "Workspace", *, good: bool, preview: bool) -> "tuple[ImportReport, bool]":
    """Return the report, and whether nothing was written because of rejected rows."""
    from seutu.apps.records.exceptions import RejectedRowsError
    from seutu.apps.records.scope import in_scope

    with in_scope(into):
        try:
            with progress() as tell:
                return read(file, good, preview, tell), False
        except RejectedRowsError as error:
            return error.report, True


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


ONE_OF = Text(
    fi="Anna joko tiedosto tai valitsin --pull tai --url.",
    sv="Ange antingen en fil eller --pull eller --url.",
    en="Give either a file, or --pull or --url.",
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
