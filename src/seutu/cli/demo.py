"""`seutu demo`: the example region, its situation picture and reports, and the pages, signed in by a one-time link.

Not for a person's own data: without --dir the examples stand in a folder of their own.
"""

import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.calling import as_called
from seutu.cli.failing import language, stop
from seutu.cli.starting import start
from seutu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seutu.apps.accounts.models import User, Workspace
    from seutu.apps.demo.operations import LoadedExample

HOST: Final = "127.0.0.1"
FIRST_PORT: Final = 8000
PORTS_TRIED: Final = 50
REPORTS: Final = "raportit"
ENTRY_MINUTES: Final = 12 * 60
BUILT: Final = Text(
    fi="Esimerkkityötila {name}: {count} tietuetta.",
    sv="Exempelarbetsyta {name}: {count} poster.",
    en="Example workspace {name}: {count} records.",
)
STANDING: Final = Text(
    fi="Esimerkkityötila {name} on jo rakennettu.",
    sv="Exempelarbetsytan {name} är redan byggd.",
    en="The example workspace {name} has been built already.",
)
WRITTEN: Final = Text(fi="Raportit:", sv="Rapporter:", en="Reports:")
BUSY: Final = Text(
    fi="Portti {port} on varattu. Vapaa portti: {free}. Aja: seutu demo --port {free}",
    sv="Porten {port} är upptagen. Ledig port: {free}. Kör: seutu demo --port {free}",
    en="Port {port} is taken. Free port: {free}. Run: seutu demo --port {free}",
)
MOVED: Final = Text(
    fi="Portti {port} on varattu, joten käytössä on portti {free}.",
    sv="Porten {port} är upptagen, så port {free} används.",
    en="Port {port} is taken, so port {free} is used.",
)
LATER: Final = Text(
    fi="Käynnistä palvelu: {serve}",
    sv="Starta tjänsten: {serve}",
    en="Start the service: {serve}",
)
ENTER: Final = Text(
    fi="Avaa esimerkki tällä koneella (linkki toimii kerran): {link}",
    sv="Öppna exemplet på den här datorn (länken fungerar en gång): {link}",
    en="Open the example on this machine (the link works once): {link}",
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", help="Build the example region, show its picture and open the pages. Example: seutu demo")(demo)


def demo(
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Build and print only; start no service.")] = False,
    port: Annotated[
        int | None, typer.Option("--port", help="Port to listen on; 8000 or the next free one.", min=1, max=65535)
    ] = None,
    directory: Annotated[
        Path | None, typer.Option("--dir", help="Folder of the example's data.", show_default=False)
    ] = None,
) -> None:
    """Build the example region, print its situation picture, write its reports and open the pages."""
    folder = use_folder(directory)
    chosen = (port or FIRST_PORT) if no_serve else free_port(port)
    start()
    from django.utils import timezone

    from seutu.apps.accounts.operations import issue_entry_ticket
    from seutu.apps.demo.examples import HOME
    from seutu.apps.demo.operations import add_demo_person, load_examples

    person = add_demo_person()
    loaded = load_examples(owner=person, at=timezone.now())
    _tell(loaded)
    home = loaded[HOME].workspace
    _show(home, person, folder / REPORTS)
    secret = issue_entry_ticket(person=person, minutes=ENTRY_MINUTES, at=timezone.now(), loopback_only=True)
    path = f"{language()}/enter/{secret}/?next=/{language()}/w/{home.slug}/"
    if no_serve:
        typer.echo(LATER.in_language(language()).format(serve=as_called(f"serve --port {chosen}")))
        typer.echo(ENTER.in_language(language()).format(link=f"http://{HOST}:{chosen}/{path}"))
        return
    _serve(chosen, path)


def use_folder(given: Path | None) -> Path:
    """Return the folder of the example's data: --dir, SEUTU_DIR, else a folder beside the person's own data."""
    from platformdirs import user_data_path

    if given is not None:
        os.environ["SEUTU_DIR"] = str(given.expanduser().resolve())
    return Path(os.environ.setdefault("SEUTU_DIR", str(user_data_path("seutu") / "demo")))


def free_port(given: int | None) -> int:
    """Return the port to listen on. A taken one that was asked for ends with exit 2 and names a free one."""
    wanted = given or FIRST_PORT
    if is_free(wanted):
        return wanted
    candidates = range(wanted + 1, min(wanted + PORTS_TRIED, 65535) + 1)
    free = next((candidate for candidate in candidates if is_free(candidate)), None)
    said = {"port": wanted, "free": "–" if free is None else free}
    if given is not None or free is None:
        stop(BUSY.in_language(language()).format(**said))
    typer.echo(MOVED.in_language(language()).format(**said))
    return free


def is_free(port: int) -> bool:
    """Return whether nobody listens on the port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _tell(loaded: "Mapping[str, LoadedExample]") -> None:
    for each in loaded.values():
        said = (BUILT if each.fresh else STANDING).in_language(language())
        typer.echo(said.format(name=each.workspace.name, count=sum(each.counts.values())))
    typer.echo("")


def _show(home: "Workspace", person: "User", folder: Path) -> None:
    """Print the picture of the example's town in the terminal's language and write its reports in Finnish."""
    from django.utils import timezone

    from seutu.apps.ecosystems.queries import assemble_picture
    from seutu.apps.places.boundaries import municipal_shapes
    from seutu.apps.records.scope import in_scope
    from seutu.cli.picture import write_files
    from seutu.reporting.situation import picture_as_text

    with in_scope(home, person=person):
        shown = assemble_picture("municipality", home.place_code, at=timezone.localdate())
    typer.echo(picture_as_text(shown, language()))
    typer.echo(WRITTEN.in_language(language()))
    for file in write_files(shown, folder, "fi", shapes=municipal_shapes()):
        typer.echo(f"  → {file}")


def _serve(port: int, path: str) -> None:
    from django.conf import settings

    from seutu.cli.serving import refuse_unsafe, run_server

    def ready(address: str) -> None:
        link = f"{address}{path}"
        typer.echo(ENTER.in_language(language()).format(link=link))
        if has_display():
            webbrowser.open(link)

    refuse_unsafe(HOST, debug=settings.DEBUG, key=settings.SECRET_KEY)
    run_server(HOST, port, ready=ready)


def has_display() -> bool:
    """Return whether a browser can be opened here."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
