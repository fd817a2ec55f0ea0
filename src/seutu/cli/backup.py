"""`seutu backup` and `seutu restore`: everything of an installation in one signed file, and back from it.

A restore is built beside what stands and takes its place only when it has proved whole. Not for leaving the program:
that is `seutu export`.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from seutu.cli.failing import language, stop
from seutu.cli.restored import DATABASE, ERASURES, KEY, OPTIONS, WAREHOUSE, synced
from seutu.cli.starting import start
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.jobs.backups.archive import Manifest

SECRETS: Final = (KEY, OPTIONS)
DRAFT: Final = ".backup-"
LEFT_AFTER: Final = 3600.0
MADE = Text(
    fi="Varmuuskopio: {file} ({size} Mt, {entries} tapahtumaa). Säilytä avain {key} eri paikassa: palautus tarvitsee "
    "sen.",
    sv="Säkerhetskopia: {file} ({size} MB, {entries} poster). Förvara nyckeln {key} på annat ställe: "
    "återställningen behöver den.",
    en="Backup: {file} ({size} MB, {entries} entries). Keep the key {key} in another place: the restore needs it.",
)
MADE_WITH_KEY = Text(
    fi="Varmuuskopio: {file} ({size} Mt, {entries} tapahtumaa). Avain on mukana: säilytä tiedosto kuin salasana.",
    sv="Säkerhetskopia: {file} ({size} MB, {entries} poster). Nyckeln är med: förvara filen som ett lösenord.",
    en="Backup: {file} ({size} MB, {entries} entries). The key is inside: keep the file like a password.",
)
STANDING = Text(
    fi="Kansiossa {folder} on jo tietoja. Palauta tyhjään kansioon (--dir) tai korvaa ne: --replace.",
    sv="Mappen {folder} innehåller redan uppgifter. Återställ till en tom mapp (--dir) eller ersätt dem: --replace.",
    en="The folder {folder} holds data already. Restore into an empty one (--dir) or replace them: --replace.",
)
RESTORED = Text(
    fi="Palautettu kansioon {folder}: kopio on tehty {made_at}, tapahtumaketjut ovat ehjät ({entries} tapahtumaa). "
    "Kaikkien on kirjauduttava uudelleen sisään.",
    sv="Återställt till {folder}: kopian gjordes {made_at}, händelsekedjorna är obrutna ({entries} poster). "
    "Alla måste logga in på nytt.",
    en="Restored into {folder}: the backup was made {made_at}, the activity chains are intact ({entries} entries). "
    "Everybody must sign in again.",
)
KEPT = Text(
    fi="Entinen tietokanta on tallessa: {file}. Siinä voi olla henkilöitä, joiden tiedot on poistettu: hävitä se, kun "
    "et enää tarvitse sitä.",
    sv="Den tidigare databasen finns kvar: {file}. Den kan innehålla personer vars uppgifter har raderats: ta bort den "
    "när du inte längre behöver den.",
    en="The earlier database is kept: {file}. It may hold people whose data were erased: delete it when you no "
    "longer need it.",
)
ERASED_AGAIN = Text(
    fi="Kopion jälkeen poistetut henkilötiedot poistettiin uudelleen: {count}.",
    sv="Personuppgifter som raderats efter kopian raderades på nytt: {count}.",
    en="Personal data erased after the backup were erased again: {count}.",
)


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup", help="Write everything into one signed file. Example: seutu backup seutu.zip")(backup)
    app.command("restore", help="Bring a backup back. Example: seutu --dir uusi/ restore seutu.zip")(restore)


def backup(
    file: Annotated[Path, typer.Argument(help="File to write.", metavar="FILE")],
    with_secrets: Annotated[bool, typer.Option("--with-secrets", help="Also the signing key and seutu.toml.")] = False,
    as_tables: Annotated[
        bool, typer.Option("--tables", help="In the form that SQLite and PostgreSQL both read: to move to the other.")
    ] = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Write everything into one signed file, while people work."""
    start(migrate=False)
    from django.conf import settings

    manifest = write_backup(file, with_secrets=with_secrets, as_tables=as_tables)
    told = {"file": str(file), "size": file.stat().st_size, **_report(manifest)}
    _write_json(json_file, told)
    facts = {
        "file": file,
        "size": f"{told['size'] / 1e6:.1f}".replace(".", "," if language() != "en" else "."),
        "entries": _entries(manifest),
        "key": settings.DATA_FOLDER / SECRETS[0],
    }
    typer.echo((MADE_WITH_KEY if with_secrets else MADE).in_language(language()).format(**facts))


def write_backup(file: Path, *, with_secrets: bool = False, as_tables: bool = False) -> "Manifest":
    """Write a backup of the data folder of this process and return its manifest. Django is started."""
    from django.conf import settings

    from seutu import __version__
    from seutu.apps.jobs.backups.archive import write_archive
    from seutu.apps.jobs.backups.database import take_database

    if not file.parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(file.parent))
    folder = Path(settings.DATA_FOLDER)
    _sweep(file.parent)
    with tempfile.TemporaryDirectory(prefix=DRAFT, dir=file.parent) as draft:
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        files, manifest = take_database(Path(draft), made_at=made_at, program=__version__, as_tables=as_tables)
        files.update({name: folder / name for name in (WAREHOUSE, ERASURES) if (folder / name).is_file()})
        if with_secrets:
            files.update({name: folder / name for name in SECRETS if (folder / name).is_file()})
        attached = sorted(path for path in (folder / "files").rglob("*") if path.is_file() and not path.is_symlink())
        files.update({path.relative_to(folder).as_posix(): path for path in attached})
        write_archive(Path(draft) / file.name, files, manifest, key=settings.SECRET_KEY)
        (Path(draft) / file.name).replace(file)
        synced(file.parent)
    return manifest


def _sweep(folder: Path) -> None:
    """Remove the drafts of backups that were killed: those that nothing has written to for an hour."""
    for draft in folder.glob(f"{DRAFT}*"):
        written = [path.stat().st_mtime for path in (draft, *draft.rglob("*")) if path.exists()]
        if draft.is_dir() and time.time() - max(written, default=0.0) > LEFT_AFTER:
            shutil.rmtree(draft, ignore_errors=True)


def restore(
    file: Annotated[Path, typer.Argument(help="File that seutu backup wrote.", readable=False, metavar="FILE")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace the data that stand in the folder.")] = False,
    key_file: Annotated[
        Path | None, typer.Option("--key-file", help="secret.key of the service that made the backup.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.")] = None,
) -> None:
    """Bring a backup back: proved genuine and whole before anything is replaced."""
    with file.open("rb"):
        pass
    from seutu.cli.restoring import has_own_server, key_for, restore_backup

    folder = _folder()
    standing = (folder / DATABASE).exists() and not has_own_server(folder)
    if standing and not replace and not _confirmed(folder):
        stop(STANDING.in_language(language()).format(folder=folder))
    key = key_for(file, folder, key_file)
    told = restore_backup(file, folder, key, replace=replace)
    _write_json(json_file, told)
    spoken = language()
    entries = sum(each["entries"] for each in told["workspaces"])
    typer.echo(RESTORED.in_language(spoken).format(folder=folder, made_at=told["made_at"], entries=entries))
    if told["kept"]:
        typer.echo(KEPT.in_language(spoken).format(file=told["kept"]))
    if told["erased_again"]:
        typer.echo(ERASED_AGAIN.in_language(spoken).format(count=told["erased_again"]))


def _folder() -> Path:
    from platformdirs import user_data_path

    named = os.environ.get("SEUTU_DIR")
    folder = Path(named) if named else user_data_path("seutu")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # as a new data folder is made (config/settings.py)
    return folder.resolve()


def _confirmed(folder: Path) -> bool:
    if not sys.stdin.isatty():
        return False
    return typer.confirm(STANDING.in_language(language()).format(folder=folder) + " --replace?", default=False)


def _report(manifest: "Manifest") -> dict[str, Any]:
    return {
        "made_at": manifest.made_at,
        "program": manifest.program,
        "database": manifest.engine,
        "workspaces": [{"slug": each["slug"], "entries": each["entries"]} for each in manifest.workspaces],
        "files": len(manifest.files),
    }


def _entries(manifest: "Manifest") -> int:
    return sum(int(each["entries"]) for each in manifest.workspaces)


def _write_json(target: Path | None, told: dict[str, Any]) -> None:
    if target is not None:
        target.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
