"""`seutu picture`: the situation picture of a place, in the terminal and as its files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.failing import language as spoken
from seutu.cli.failing import stop
from seutu.cli.starting import start
from seutu.core.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from seutu.core.situation import SituationPicture

BAD_LANGUAGE: Final = Text(
    fi="--language {given}: valitse fi, sv tai en.",
    sv="--language {given}: välj fi, sv eller en.",
    en="--language {given}: choose fi, sv or en.",
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "picture",
        help="Show the situation picture of a place and write its files. Example: seutu picture Iisalmi --out kuva/",
    )(picture)


def picture(
    place: Annotated[str, typer.Argument(help="Name or code of a municipality, sub-region, region or group.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write the files into; without it none is written.")
    ] = None,
    language: Annotated[str | None, typer.Option("--language", help="fi, sv or en.")] = None,
    workspace: Annotated[str | None, typer.Option("--workspace", help="Slug of the workspace.")] = None,
) -> None:
    """Show the situation picture of a place and write its files (docx, xlsx, pdf, png, one A4)."""
    chosen = language_given(language)
    start()
    from django.utils import timezone

    from seutu.apps.ecosystems.areas import UnknownAreaError, place_named
    from seutu.apps.ecosystems.queries import assemble_picture
    from seutu.apps.places.boundaries import municipal_shapes
    from seutu.apps.records.scope import in_scope
    from seutu.cli.workspaces import chosen_workspace
    from seutu.reporting.situation import picture_as_text

    with in_scope(chosen_workspace(workspace)):
        try:
            shown = assemble_picture(*place_named(place), at=timezone.localdate())
        except UnknownAreaError as error:
            stop(error.message.in_language(spoken()))
    typer.echo(picture_as_text(shown, chosen))
    for file in write_files(shown, out, chosen, shapes=municipal_shapes()) if out else ():
        typer.echo(f"  → {file}")


def language_given(given: str | None) -> Language:
    """Return the language of an option, else the one that the terminal speaks. What is no language ends with exit 2."""
    if given is None:
        return spoken()
    known = next((each for each in LANGUAGES if each == given), None)
    if known is None:
        stop(BAD_LANGUAGE.in_language(spoken()).format(given=given))
    return known


def write_files(
    shown: "SituationPicture", folder: Path, language: Language, *, shapes: "Mapping[str, Any] | None" = None
) -> list[Path]:
    """Write every form of the picture into ``folder`` and return the files."""
    from seutu.reporting.situation.files import FORMS, file_name

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for form, write in FORMS.items():
        target = folder / file_name(shown, form, language)
        with target.open("wb") as stream:
            write(shown, language, stream, shapes)
        written.append(target)
    return written
