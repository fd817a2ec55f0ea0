"""`seutu person`: what the installation holds of a person, erasing it, and repeating erasures after a restore."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from seutu.cli.failing import language, stop
from seutu.cli.starting import start
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.register.privacy_everywhere_operations import Held

UNKNOWN = Text(
    fi="Ketään ei löydy haulla {key}. Anna yhteyshenkilön id tai sähköpostiosoite.",
    sv="Ingen hittas med {key}. Ange kontaktpersonens id eller e-postadress.",
    en="Nobody is found by {key}. Give a contact's id or an e-mail address.",
)
MEMBER = Text(
    fi="Henkilö on jonkin työtilan jäsen samalla osoitteella. Päätä ensin jäsenyys.",
    sv="Personen är medlem i en arbetsyta med samma adress. Avsluta först medlemskapet.",
    en="The person is a member of a workspace under the same address. End the membership first.",
)
SURE = Text(
    fi="Etsitään: {marks}. Poistetaanko tiedot lopullisesti?",
    sv="Söks: {marks}. Ska uppgifterna raderas för gott?",
    en="Searched with: {marks}. Erase the data for good?",
)
ERASED = Text(fi="Poistettu: {counts}.", sv="Raderat: {counts}.", en="Erased: {counts}.")
NOTHING = Text(fi="mitään ei löytynyt", sv="inget hittades", en="nothing was found")
COPIES = Text(
    fi="Varmuuskopioissa henkilö voi yhä olla. Hävitä ne, kun et enää tarvitse niitä: {files}",
    sv="Personen kan finnas kvar i säkerhetskopiorna. Ta bort dem när du inte längre behöver dem: {files}",
    en="The person may still be in the backups. Delete them when you no longer need them: {files}",
)
REPEATED = Text(
    fi="Henkilöitä, joiden tiedot poistettiin uudelleen: {count}.",
    sv="Personer vars uppgifter raderades på nytt: {count}.",
    en="People whose data were erased again: {count}.",
)
KEY = Annotated[str, typer.Argument(help="Contact's id or e-mail address.", metavar="ID|E-MAIL")]


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    person = typer.Typer(no_args_is_help=True, help="A person's own data: hand out, erase.")
    person.command(
        "extract", help="Write all that is held of a person. Example: seutu person extract ID --out tiedot.json"
    )(extract)
    person.command("erase", help="Erase a person for good. Example: seutu person erase nimi@yritys.fi")(erase)
    person.command("replay", help="Erase again those whom an old backup brought back. Example: seutu person replay")(
        replay
    )
    app.add_typer(person, name="person")


def _found(key: str) -> "Held":
    from seutu.apps.register.privacy_everywhere_operations import person_everywhere

    held = person_everywhere(key)
    if not held:
        stop(UNKNOWN.in_language(language()).format(key=key))
    return held


def extract(key: KEY, out: Annotated[Path, typer.Option("--out", help="JSON file to write.", metavar="FILE")]) -> None:
    """Write everything held of a person as JSON."""
    start()
    from django.utils import timezone

    from seutu.apps.register.privacy_everywhere_operations import extract_everywhere

    found = extract_everywhere(_found(key), at=timezone.now())
    out.write_text(json.dumps(found, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    typer.echo(f"{out}")


def erase(key: KEY, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Erase a person from every workspace."""
    start()
    from django.utils import timezone

    from seutu.apps.register.exceptions import IsMemberError
    from seutu.apps.register.privacy_everywhere_operations import erase_everywhere

    spoken = language()
    held = _found(key)
    marks = held[0][1].marks
    if not yes:
        typer.confirm(
            SURE.in_language(spoken).format(marks=", ".join((*marks.names, *marks.emails, *marks.phones))), abort=True
        )
    try:
        counts = erase_everywhere(held, at=timezone.now())
    except IsMemberError:
        stop(MEMBER.in_language(spoken))
    said = ", ".join(f"{name} {count}" for name, count in counts.items()) or NOTHING.in_language(spoken)
    typer.echo(ERASED.in_language(spoken).format(counts=said))
    if copies := _copies():
        typer.echo(COPIES.in_language(spoken).format(files=", ".join(copies)))


def _copies() -> list[str]:
    """Return the copies of the database that the program has left in the data folder; the erased are still in them."""
    from django.conf import settings

    kept = (Path(settings.DATA_FOLDER) / "backups").glob("before-*")
    return sorted(str(file) for file in kept if file.is_file())


def replay(
    file: Annotated[
        Path | None, typer.Argument(help="File of erasures; that of the data folder when left out.", metavar="FILE")
    ] = None,
) -> None:
    """Repeat the remembered erasures."""
    start()
    from django.utils import timezone

    from seutu.apps.register.erasing import replay_erasures

    if file is not None and not file.is_file():
        raise FileNotFoundError(2, "not found", str(file))
    count = replay_erasures(file, at=timezone.now())
    typer.echo(REPEATED.in_language(language()).format(count=count))
