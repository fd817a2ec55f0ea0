"""`seutu check`: figures of documents that contradict each other, told so that a councillor understands it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.cleaning import write_cleaned
from seutu.cli.failing import language, said, stop, unopened
from seutu.cli.progress import progress
from seutu.core.figures.relations.sentences import joined
from seutu.core.problems import InputProblem
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.core.figures.relations import Relation
    from seutu.core.funding.documents import CheckedDocument
    from seutu.core.programmes.work_plans import WorkPlan

HEADING: Final = Text(
    fi="{document}: täsmää {holds}, pyöristettynä {holds_rounded}, ei täsmää {fails}, ei tarkistettavissa "
    "{not_checkable}.",
    sv="{document}: stämmer {holds}, avrundat {holds_rounded}, stämmer inte {fails}, kan inte kontrolleras "
    "{not_checkable}.",
    en="{document}: hold {holds}, rounded {holds_rounded}, fail {fails}, not checkable {not_checkable}.",
)
NOTHING: Final = Text(
    fi="Kansiossa {folder} ei ole tarkistettavia tiedostoja ({known}).",
    sv="Mappen {folder} innehåller inga filer att kontrollera ({known}).",
    en="The folder {folder} holds no files to check ({known}).",
)
WORK: Final = Text(
    fi="Työpaketteja {packages}, tehtäviä {tasks}, tuloksia {results}, henkilötyökuukausia {months}.",
    sv="Arbetspaket {packages}, uppgifter {tasks}, resultat {results}, personmånader {months}.",
    en="Work packages {packages}, tasks {tasks}, results {results}, person-months {months}.",
)
POINTS: Final = Text(fi="Pisteet {given}/{of}.", sv="Poäng {given}/{of}.", en="Points {given}/{of}.")
SUPPLEMENTS: Final = Text(
    fi="Täydennyksiä tehty {count}.", sv="Kompletteringar gjorda {count}.", en="Supplements done {count}."
)
SHOWN: Final = 5
NO_PLAN: Final = Text(
    fi="--plan: suunnitelma kirjoitetaan yhdestä asiakirjasta, jossa on kustannusarvio ja rahoitussuunnitelma.",
    sv="--plan: en plan skrivs av en handling som har en kostnadskalkyl och en finansieringsplan.",
    en="--plan: a plan is written of one document that holds a budget and a funding plan.",
)
SEVERITIES: Final = {
    "error": Text(fi="virhe", sv="fel", en="error"),
    "warning": Text(fi="varoitus", sv="varning", en="warning"),
    "note": Text(fi="huomio", sv="anmärkning", en="note"),
}


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help="Check the figures of documents. Example: seutu check suunnitelma.json")(check)


def check(
    documents: Annotated[
        list[Path], typer.Argument(help="Files, or folders of them.", readable=False, metavar="DOCUMENT…")
    ],
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
    plan_file: Annotated[
        Path | None, typer.Option("--plan", help="Write the plan of the one document, in the plan format.")
    ] = None,
    cleaned: Annotated[
        Path | None,
        typer.Option("--cleaned", help="Folder for the cleaned text of each document and the list of its repairs."),
    ] = None,
) -> None:
    """Say which figures contradict each other. Exit 1 when there is an error, 2 when a file could not be read."""
    from seutu.core.funding.documents import as_report
    from seutu.sources.documents import between_documents

    files = list(_files(documents))
    checked, unread = _checked(files)
    between = between_documents(checked)
    for document in checked:
        _say(document)
    for relation in between:
        _tell(relation)
    if json_file is not None:
        json_file.write_text(json.dumps(as_report(checked, between), ensure_ascii=False, indent=1), encoding="utf-8")
    if cleaned is not None:
        write_cleaned([file for file in files if file.name in {each.name for each in checked}], cleaned)
    if unread:
        stop("\n".join(unread))
    if plan_file is not None:
        _write_plan(checked, plan_file)
    if any(document.has_error for document in checked):
        raise typer.Exit(1)


def _write_plan(checked: "list[CheckedDocument]", target: Path) -> None:
    """Write the plan of the one document that was checked, so that it can be mended, checked again and brought in."""
    from seutu.sources.plans import plan_as_dict

    plans = [document.plan for document in checked if document.plan is not None]
    if len(checked) != 1 or not plans:
        stop(NO_PLAN.in_language(language()))
    target.write_text(json.dumps(plan_as_dict(plans[0]), ensure_ascii=False, indent=1), encoding="utf-8")


def _checked(files: "list[Path]") -> "tuple[list[CheckedDocument], list[str]]":
    """Check the files: a folder by its files, one file by its pages. Return also why some could not be read."""
    from seutu.sources.documents import check_file

    checked, unread = [], []
    with progress() as tell:
        for number, file in enumerate(files):
            tell(number, len(files))
            try:
                checked.append(check_file(file, tell if len(files) == 1 else None))
            except InputProblem as problem:
                reasons = "; ".join(said(each, language()) for each in problem.problems[:SHOWN])
                unread.append(f"{file.name}: {reasons}")
            except OSError as error:
                unread.append(f"{file}: {unopened(error).in_language(language())}")
    return checked, unread


def _files(documents: Iterable[Path]) -> Iterable[Path]:
    """Yield the files, those of a folder in order. Raises SystemExit for an empty folder."""
    from seutu.sources.documents import READ

    for document in documents:
        if not document.is_dir():
            yield document
            continue
        found = sorted(path for path in document.rglob("*") if path.suffix.casefold() in READ and path.is_file())
        if not found:
            stop(NOTHING.in_language(language()).format(folder=document, known=", ".join(READ)))
        yield from found


def _say(document: "CheckedDocument") -> None:
    spoken = language()
    told = document.as_dict()["summary"]
    facts = told if isinstance(told, dict) else {}
    typer.echo(HEADING.in_language(spoken).format(document=document.name, **facts))
    if document.work is not None and not document.work.is_empty:
        typer.echo(f"  {_work(document.work).in_language(spoken)}")
    for severity in SEVERITIES:
        for relation in document.relations:
            if relation.severity.value == severity:
                _tell(relation)


def _work(work: "WorkPlan") -> Text:
    """Return the plan of work in a line."""
    said = []
    if work.packages:
        tasks, results = (
            sum(len(each) for each in all_of)
            for all_of in zip(*((p.tasks, p.results) for p in work.packages), strict=True)
        )
        months = "–" if work.person_months is None else f"{work.person_months:f}"
        said.append(WORK.filled(packages=len(work.packages), tasks=tasks, results=results, months=months))
    if work.points is not None:
        said.append(POINTS.filled(given=work.points[0], of=work.points[1]))
    if work.supplements:
        said.append(SUPPLEMENTS.filled(count=len(work.supplements)))
    return joined(*said)


def _tell(relation: "Relation") -> None:
    word, spoken = SEVERITIES[relation.severity.value], language()
    typer.echo(f"  {word.in_language(spoken)}: {relation.message.in_language(spoken)}")
