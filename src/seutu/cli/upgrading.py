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
    file = _backup() if steps else None
    try:
        take_steps()
        refuse_damaged()
    except InputProblem as problem:
        _fail("; ".join(said(each, language()) for each in problem.problems[:SHOWN]), file)
    except Exception as error:  # noqa: BLE001 - whatever stopped it, the person is told the way back
        _fail(f"{type(error).__name__}: {error}", file)
    if json_file is not None:
        told = {"steps": steps, "backup": str(file) if file else None}
        json_file.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    message = (DONE if file else MADE) if steps else NOTHING
    typer.echo(message.in_language(language()).format(steps=len(steps), file=file))


def bring_up_to_date() -> None:
    """Migrate when the database lacks steps, with a backup first. Django is started."""
    if pending_steps():
        file = _backup()
        try:
            take_steps()
        except Exception as error:  # noqa: BLE001 - whatever stopped it, the person is told the way back
            _fail(f"{type(error).__name__}: {error}", file)


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


def _fail(reason: str, file: Path | None) -> None:
    stop(FAILED.in_language(language()).format(reason=reason, file=file or "FILE"))
