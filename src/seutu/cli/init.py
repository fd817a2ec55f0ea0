"""`seutu init`: a workspace for your town and its situation picture, before any record of yours."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.answers import address_given
from seutu.cli.calling import as_called
from seutu.cli.demo import FIRST_PORT, HOST, free_port
from seutu.cli.failing import language, stop
from seutu.cli.starting import start
from seutu.cli.towns import town_named, towns_like, unknown_town
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.accounts.models import User, Workspace
    from seutu.core.places import Place

OWNER: Final = "omistaja@localhost"
ENTRY_MINUTES: Final = 3 * 24 * 60
ASK: Final = Text(fi="Kuntasi tai kaupunkisi", sv="Din kommun eller stad", en="Your municipality or town")
NO_PLACE: Final = Text(
    fi="Kerro kunta: seutu init --place Iisalmi",
    sv="Ange kommunen: seutu init --place Idensalmi",
    en="Say which municipality: seutu init --place Iisalmi",
)
MADE: Final = Text(fi="Työtila {name} on valmis.", sv="Arbetsytan {name} är klar.", en="The workspace {name} is ready.")
KNOWN: Final = Text(
    fi="Työtila {name} on jo olemassa; siihen ei koskettu.",
    sv="Arbetsytan {name} finns redan; den rördes inte.",
    en="The workspace {name} is there already; it was left as it is.",
)
ENTER: Final = Text(
    fi="Käynnistä palvelu:\n  {serve}\nAvaa sitten selaimessa tämä linkki. Se toimii kerran ja on voimassa kolme "
    "päivää:\n  {link}\nTuo seuraavaksi oma luettelosi: etusivulla ”Tuo toimijat tiedostosta”.",
    sv="Starta tjänsten:\n  {serve}\nÖppna sedan den här länken i webbläsaren. Den fungerar en gång och gäller i tre "
    "dagar:\n  {link}\nImportera sedan din egen lista: ”Importera aktörer från en fil” på startsidan.",
    en="Start the service:\n  {serve}\nThen open this link in the browser. It works once and is valid for three days:\n"
    "  {link}\nNext bring in your own list: “Bring in actors from a file” on the front page.",
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "init", help="Make a workspace for your town and show its picture. Example: seutu init --place Iisalmi"
    )(init)


def init(
    place: Annotated[
        str | None, typer.Option("--place", help="Municipality: a name in any language, or its code.")
    ] = None,
    email: Annotated[str, typer.Option("--email", help="Address of the workspace's first owner.")] = OWNER,
) -> None:
    """Make a workspace for your town and show its situation picture."""
    town = chosen_town(place)
    start()
    from django.utils import timezone

    from seutu.apps.ecosystems.queries import assemble_picture
    from seutu.apps.records.scope import in_scope
    from seutu.reporting.situation import picture_as_text

    spoken = language()
    now = timezone.now()
    workspace, owner, made = _workspace_of(town, address_given(email), now)
    with in_scope(workspace, person=owner):
        shown = assemble_picture("municipality", town.code, at=timezone.localdate())
    typer.echo((MADE if made else KNOWN).in_language(spoken).format(name=workspace.name))
    typer.echo("")
    typer.echo(picture_as_text(shown, spoken))
    port = free_port(None)
    serve = as_called("serve" if port == FIRST_PORT else f"serve --port {port}")
    typer.echo(ENTER.in_language(spoken).format(serve=serve, link=_entry_link(workspace, owner, now, port)))


def chosen_town(given: str | None) -> "Place":
    """Return the town that was given or is asked for; exit 2 off a terminal when none is or it is unknown."""
    spoken = language()
    if given is None and not sys.stdin.isatty():
        stop(NO_PLACE.in_language(spoken))
    town = town_named(given) if given else None
    while town is None:
        near = towns_like(given) if given else []
        if given:
            said = unknown_town(given, spoken)
            if not sys.stdin.isatty():
                stop(said)
            typer.echo(said)
        default = near[0].name.in_language(spoken) if near else None
        given = str(typer.prompt(ASK.in_language(spoken), default=default))
        town = town_named(given)
    return town


def _workspace_of(town: "Place", email: str, at: datetime) -> "tuple[Workspace, User, bool]":
    """Return the town's own workspace, its owner, and whether it was made now."""
    from seutu.apps.accounts.enums import Role
    from seutu.apps.accounts.models import Workspace
    from seutu.apps.accounts.operations import add_person
    from seutu.apps.records.access_operations import found_workspace, give_role

    known = Workspace.objects.filter(place_code=town.code, is_example=False).order_by("created_at").first()
    workspace = known or found_workspace(name=town.name.in_language(language()), place_code=town.code, by=None, at=at)
    membership = workspace.memberships.filter(role=Role.OWNER).select_related("person").order_by("since").first()
    if membership is not None:
        return workspace, membership.person, False
    owner = add_person(email=email)
    give_role(workspace=workspace, person=owner, role=Role.OWNER, by=None, at=at)
    return workspace, owner, known is None


def _entry_link(workspace: "Workspace", owner: "User", at: datetime, port: int) -> str:
    from seutu.apps.accounts.operations import issue_entry_ticket

    secret = issue_entry_ticket(person=owner, minutes=ENTRY_MINUTES, at=at)
    spoken = language()
    return f"http://{HOST}:{port}/{spoken}/enter/{secret}/?next=/{spoken}/w/{workspace.slug}/"
