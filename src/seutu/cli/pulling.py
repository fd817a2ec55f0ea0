"""`seutu stats pull`: statistics from a server into the store. Not for files, which `seutu stats load` takes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.answers import day_given
from seutu.cli.failing import language, said, stop
from seutu.cli.progress import progress
from seutu.cli.starting import start
from seutu.core.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from seutu.apps.statistics.pulling import PullReport

PULLED: Final = Text(
    fi="{source}: {rows} lukua; uusia {created}, muuttuneita {changed}, ennallaan {unchanged}, poistuneita {removed}.",
    sv="{source}: {rows} tal; nya {created}, ändrade {changed}, oförändrade {unchanged}, borttagna {removed}.",
    en="{source}: {rows} figures; created {created}, changed {changed}, unchanged {unchanged}, removed {removed}.",
)
DIVISION: Final = Text(fi="aluejako {day}", sv="områdesindelning {day}", en="division of areas {day}")
RESUMED: Final = Text(
    fi="Kesken jäänyttä hakua jatkettiin: {reused} vastausta oli jo tallessa.",
    sv="En avbruten hämtning fortsatte: {reused} svar fanns redan sparade.",
    en="A cut pull went on: {reused} answers were already kept.",
)
CUT: Final = Text(
    fi="Haku keskeytettiin, ja varasto jäi ennalleen. Tullut on tallessa: aja sama komento vuorokauden sisällä, niin "
    "haku jatkuu.",
    sv="Hämtningen avbröts och inget i lagret ändrades. Det som kommit är sparat: kör samma kommando inom ett dygn, så "
    "fortsätter den.",
    en="The pull was cut off, and nothing in the store was changed. What has come is kept: run the same command within "
    "a day and the pull goes on.",
)
CUT_OFF: Final = 130
"""The exit code of a command that a person has cut off."""
NOTED: Final = Text(fi="Huomattavaa:", sv="Att notera:", en="Worth noting:")
NO_PAIR: Final = Text(
    fi="{option} {given}: anna muodossa {form}.",
    sv="{option} {given}: ange i formen {form}.",
    en="{option} {given}: give it as {form}.",
)
TWICE: Final = Text(
    fi="{option} {given}: sama nimi on annettu kahdesti. Anna arvot yhdessä, pilkulla erotettuina.",
    sv="{option} {given}: samma namn har angetts två gånger. Ange värdena tillsammans, åtskilda med komma.",
    en="{option} {given}: the same name is given twice. Give its values together, separated by commas.",
)
NO_LANGUAGE: Final = Text(
    fi="--language {given}: valitse fi, sv tai en.",
    sv="--language {given}: välj fi, sv eller en.",
    en="--language {given}: choose fi, sv or en.",
)
SHOWN: Final = 20


def pull(
    source: Annotated[str, typer.Argument(help="Source: statfin, sotkanet, eurostat; pxweb or pxweb2 with --url.")],
    table: Annotated[str, typer.Argument(help="Table: vaerak/11ra; of Sotkanet a number, of Eurostat a code.")],
    url: Annotated[str | None, typer.Option("--url", help="Another server that speaks the same protocol.")] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="Limit a dimension: vuosi=2023,2024; repeat for others.", metavar="DIM=CODES"),
    ] = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", help="Indicator of the store for a content: vaesto=population.", metavar="[C=]ID"),
    ] = None,
    area: Annotated[str | None, typer.Option("--area", help="Dimension of areas, where it cannot be told.")] = None,
    retrieved: Annotated[str | None, typer.Option("--retrieved", help="Day of retrieval; without it today.")] = None,
    spoken: Annotated[str | None, typer.Option("--language", help="Language of the source: fi, sv or en.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Pull a table of statistics into the store, all of it or nothing. Exit 1 when a figure was left out."""
    limits = _pairs("--only", only or [], "vuosi=2023,2024")
    named = _named(indicator or [])
    asked_in = _language(spoken)
    day = day_given("--retrieved", retrieved)
    start(migrate=False)
    from django.utils import timezone

    from seutu.apps.statistics.pulling import pull_statistics
    from seutu.sources.statistics.pulling import PullQuery

    query = PullQuery(
        table=table,
        retrieved=day or timezone.localdate(),
        only={name: _values(text) for name, text in limits.items()},
        indicators=named,
        url=url,
        area=area,
        language=asked_in,
    )
    try:
        with progress() as tell:
            report = pull_statistics(query, source=source, now=timezone.now, progress=tell)
    except KeyboardInterrupt:
        stop(CUT.in_language(language()), CUT_OFF)
    _say(report)
    if json_file is not None:
        json_file.write_text(json.dumps(_as_json(report), ensure_ascii=False, indent=1), encoding="utf-8")
    if any(problem.line is not None or problem.column is not None for problem in report.problems):
        raise typer.Exit(1)


def _pairs(option: str, given: list[str], form: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in given:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals and value):
            stop(NO_PAIR.in_language(language()).format(option=option, given=text[:80], form=form))
        if name in found:
            stop(TWICE.in_language(language()).format(option=option, given=name[:80]))
        found[name] = value
    return found


def _named(given: list[str]) -> dict[str, str]:
    """Return the indicator of each content code; a bare name is that of the only content."""
    whole = [text if "=" in text else f"*={text}" for text in given]
    found = _pairs("--indicator", whole, "vaesto=population")
    return {"" if name == "*" else name: value for name, value in found.items()}


def _values(text: str) -> tuple[str, ...]:
    """Return the codes; those of a server-side grouping (``agg:NAME.agg=CODES``) stay as one."""
    if text.startswith(("agg:", "vs:")):
        return (text,)
    return tuple(part for part in (each.strip() for each in text.split(",")) if part)


def _language(given: str | None) -> Language:
    known: dict[str, Language] = {name: name for name in LANGUAGES}
    chosen = LANGUAGES[0] if given is None else given
    if chosen not in known:
        stop(NO_LANGUAGE.in_language(language()).format(given=chosen[:80]))
    return known[chosen]


def _say(report: "PullReport") -> None:
    spoken = language()
    typer.echo(PULLED.in_language(spoken).format(**report.load.as_dict()))
    facts = [report.source.name, report.source.licence]
    if report.source.division is not None:
        facts.append(DIVISION.in_language(spoken).format(day=report.source.division.isoformat()))
    typer.echo(f"  {', '.join(fact for fact in facts if fact)}")
    if report.reused:
        typer.echo(f"  {RESUMED.in_language(spoken).format(reused=report.reused)}")
    if report.problems:
        typer.echo(f"  {NOTED.in_language(spoken)}", err=True)
    for problem in report.problems[:SHOWN]:
        typer.echo(f"    {said(problem, spoken)}", err=True)
    if len(report.problems) > SHOWN:
        typer.echo(f"    … +{len(report.problems) - SHOWN}", err=True)


def _as_json(report: "PullReport") -> dict[str, object]:
    source = report.source
    return {
        **report.load.as_dict(),
        "name": source.name,
        "licence": source.licence,
        "retrieved": source.retrieved.isoformat() if source.retrieved else None,
        "url": source.url,
        "division": source.division.isoformat() if source.division else None,
        "note": source.note,
        "asked": report.asked,
        "reused": report.reused,
        "problems": [problem.as_dict() for problem in report.problems],
    }
