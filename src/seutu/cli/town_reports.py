"""`seutu stats report`: the statistical reports of towns, and their joint report, as files."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.failing import language as spoken
from seutu.cli.failing import stop
from seutu.cli.picture import language_given
from seutu.cli.progress import progress
from seutu.cli.starting import start
from seutu.cli.towns import town_named, unknown_town
from seutu.core.places import fold
from seutu.core.text import Language, Text

if TYPE_CHECKING:
    from seutu.core.indices.standing import Standing as IndexStanding
    from seutu.core.statistics.profile import PeerGroup, TownProfile
    from seutu.core.surveys.town_sentences import TownSurvey

EVERY: Final = ("regional-towns", "regional towns", "seutukaupungit", "regionstäder")
BAD_FORM: Final = Text(
    fi="--form {given}: valitse docx tai pdf.",
    sv="--form {given}: välj docx eller pdf.",
    en="--form {given}: choose docx or pdf.",
)
HELP: Final = (
    "Write the statistical reports of towns. Name towns, or seutukaupungit for all regional towns. "
    "Example: seutu stats report Iisalmi Rauma --out raportit/"
)


def report(
    places: Annotated[list[str], typer.Argument(help="Names or codes of municipalities, or seutukaupungit.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write the files into.")],
    language: Annotated[str | None, typer.Option("--language", help="fi, sv or en.")] = None,
    form: Annotated[list[str] | None, typer.Option("--form", help="docx or pdf; both without.")] = None,
    joint: Annotated[bool, typer.Option(help="Of several towns also a joint report.")] = True,
    workspace: Annotated[
        str | None, typer.Option("--workspace", help="Slug of a workspace: the reports show the ranks of its indices.")
    ] = None,
) -> None:
    """Write the reports of towns (docx, pdf), and of several towns a joint report."""
    chosen = language_given(language)
    forms = form or ["pdf", "docx"]
    bad = next((each for each in forms if each not in {"docx", "pdf"}), None)
    if bad is not None:
        stop(BAD_FORM.in_language(spoken()).format(given=bad))
    start(migrate=False)
    from django.utils import timezone

    from seutu.apps.ecosystems.areas import REGIONAL_TOWNS
    from seutu.apps.ecosystems.towns import peer_group
    from seutu.apps.statistics.profiles import town_profile

    day = timezone.localdate()
    group = peer_group(REGIONAL_TOWNS, at=day)
    codes = _codes(places, group)
    out.mkdir(parents=True, exist_ok=True)
    standings, surveys = _of_workspace(codes, workspace, chosen, day)
    profiles = [
        town_profile(code, group, at=day, indices=standings.get(code, ()), surveys=surveys.get(code, ()))
        for code in codes
    ]
    _write(profiles, group, forms, chosen, out, joint=joint and len(codes) > 1)


def _of_workspace(
    codes: list[str], workspace: str | None, language: Language, day: date
) -> "tuple[dict[str, list[IndexStanding]], dict[str, list[TownSurvey]]]":
    """Return the towns' standings in the indices of the workspace and what its surveys tell, nothing without one."""
    if workspace is None:
        return {}, {}
    from seutu.apps.records.scope import in_scope
    from seutu.apps.statistics.index_queries import standings_by_place
    from seutu.apps.statistics.surveys.town_results import surveys_by_place
    from seutu.cli.workspaces import chosen_workspace

    with in_scope(chosen_workspace(workspace)):
        return standings_by_place(codes, language, at=day), surveys_by_place(codes, language, on=day)


def _codes(named: list[str], group: "PeerGroup") -> list[str]:
    """Return the codes of the towns, each once in the order given. What is no town ends with exit 2."""
    found: dict[str, None] = {}
    for text in named:
        if fold(text.strip()) in {fold(name) for name in EVERY}:
            found |= dict.fromkeys(group.members)
            continue
        place = town_named(text)
        if place is None:
            stop(unknown_town(text, spoken()))
        found[place.code] = None
    return list(found)


def _write(
    profiles: "list[TownProfile]", group: "PeerGroup", forms: list[str], language: Language, out: Path, *, joint: bool
) -> None:
    from seutu.reporting.towns.files import report_files

    with progress() as tell:
        for name, content in report_files(
            profiles, group, language, forms, joint=joint, told=lambda done: tell(done, len(profiles))
        ):
            (out / name).write_bytes(content)
            typer.echo(f"  → {out / name}")
