"""`seutu upgrade`: the data brought to this version of the program, with a backup before and a check after.

Not for installing the program: that is the package's or the container's business.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from seutu.cli.failing import language, said, stop
from seutu.cli.starting import pending_steps, start, take_steps
from seutu.core.problems import InputProblem
from seutu.core.text import Text

SHOWN: Final = 5
NOTHING = Text(
    fi="Tiedot ovat ajan tasalla, ja tapahtumaketjut ovat ehjät. Mitään ei muutettu.",
    sv="Uppgifterna är aktuella och händelsekedjorna är obrutna. Inget ändrades.",
    en="The data are up to date and the activity chains are intact. Nothing was changed.",
)
DONE = Text(
    fi="Päivitetty: vaiheita {steps}, tapahtumaketjut ovat ehjät. Varmuuskopio: {file}",
    sv="Uppgraderat: {steps} steg, händelsekedjorna är obrutna. Säkerhetskopia: {file}",
    en="Upgraded: {steps} steps, the activity chains are intact. Backup: {file}",
)
MADE = Text(
    fi="Tietokanta on tehty: vaiheita {steps}. Varmuuskopioitavaa ei vielä ollut.",
    sv="Databasen är skapad: {steps} steg. Det fanns ännu inget att säkerhetskopiera.",
    en="The database is made: {steps} steps. There was nothing to back up yet.",
)
NOT_DONE = Text(
    fi="Päivitys keskeytyi: {reason}. Mitään ei muutettu: edellinen versio toimii kuten ennen. Varmuuskopio: {file}",
    sv="Uppgraderingen avbröts: {reason}. Inget ändrades: den förra versionen fungerar som förut. "
    "Säkerhetskopia: {file}",
    en="The upgrade stopped: {reason}. Nothing was changed: the version before works as it did. Backup: {file}",
)
NOT_MADE = Text(
    fi="Tietokantaa ei voitu tehdä: {reason}. Mitään ei jäänyt puolitiehen: korjaa syy ja aja komento uudelleen.",
    sv="Databasen kunde inte skapas: {reason}. Inget blev halvfärdigt: åtgärda orsaken och kör kommandot på nytt.",
    en="The database could not be made: {reason}. Nothing is left half done: mend the cause and run the command again.",
)
FAILED = Text(
    fi="Päivitys keskeytyi: {reason}. Palaa entiseen: asenna edellinen versio ja aja seutu restore {file} --replace",
    sv="Uppgraderingen avbröts: {reason}. Gå tillbaka: installera den förra versionen och kör "
    "seutu restore {file} --replace",
    en="The upgrade stopped: {reason}. To return, install the version before and run seutu restore {file} --replace",
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("upgrade", help="Bring the data to this version. Example: seutu upgrade")(upgrade)


def upgrade(
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Back up, migrate, check; say how to return when it fails."""
    start(migrate=False)
    from seutu.apps.jobs.backups.database import refuse_damaged

    steps = pending_steps()
    file = bring_up_to_date()
    try:
        refuse_damaged()
    except InputProblem as problem:
        reason = "; ".join(said(each, language()) for each in problem.problems[:SHOWN])
        stop(FAILED.in_language(language()).format(reason=reason, file=file or "FILE"))
    if json_file is not None:
        told = {"steps": steps, "backup": str(file) if file else None}
        json_file.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    message = (DONE if file else MADE) if steps else NOTHING
    typer.echo(message.in_language(language()).format(steps=len(steps), file=file))


def bring_up_to_date() -> Path | None:
    """Migrate when the database lacks steps, with a backup first; return the backup. Django is started."""
    if not pending_steps():
        return None
    file = _backup()
    try:
        take_steps()
    except Exception as error:  # noqa: BLE001 - whatever stopped it, the person is told what stands
        message = NOT_DONE if file else NOT_MADE
        stop(message.in_language(language()).format(reason=f"{type(error).__name__}: {error}", file=file))
    return file


def _backup() -> Path | None:
    """Back the data up before the first step; a database that was never finished has nothing to back up."""
    from django.conf import settings

    from seutu import __version__
    from seutu.apps.jobs.backups.database import holds_tables
    from seutu.cli.backup import write_backup

    if not holds_tables():
        return None
    folder = Path(settings.DATA_FOLDER) / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"before-{__version__}-{datetime.now(UTC):%Y%m%dT%H%M%S}.zip"
    write_backup(file)
    return file
