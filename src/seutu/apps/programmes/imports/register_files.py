"""The files of registers that have a reader of their own: what each is, its reader, and how one is recognised.

One list for the command line and the pages. Not for sheets of a kind (records/files) or for running jobs.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from seutu.apps.accounts.models import User
from seutu.apps.programmes.imports.cohesion_policy import import_cohesion_policy
from seutu.apps.programmes.imports.framework_programmes import import_framework_programmes
from seutu.apps.programmes.imports.structural_funds import import_structural_funds
from seutu.apps.records.files.report import ImportReport, Told, untold
from seutu.apps.register.imports.companies import import_companies
from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.cordis import is_cordis_name
from seutu.sources.eu_projects import summarise_header
from seutu.sources.kohesio import is_kohesio


class Reader(Protocol):
    """Reads a file into the workspace as one act, or says what it would do."""

    def __call__(
        self,
        path: Path,
        *,
        accept_good: bool,
        preview: bool,
        by: User | None,
        at: datetime,
        told: Told = untold,
        name: str = "",
    ) -> ImportReport:
        """Read the file, entered in the log under ``name`` or its own; raises InputProblem, RejectedRowsError."""


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """One sort of file. ``kind`` is the kind of record that its report counts."""

    name: str
    label: Text
    help: Text
    kind: str
    read: Reader
    many: bool = False


EU_PROJECTS: Final = RegisterFile(
    "eu-projects",
    Text(
        fi="EU:n rakennerahastojen hankeluettelo",
        sv="Projektlista för EU:s strukturfonder",
        en="Project list of the EU structural funds",
    ),
    Text(
        fi="Rakennerahastotietopalvelun CSV. Hankkeet, toteuttajat ja niiden roolit.",
        sv="CSV-fil från strukturfondernas informationstjänst. Projekt, genomförare och deras roller.",
        en="CSV of the structural funds service. Projects, implementers and their roles.",
    ),
    "projects",
    import_structural_funds,
)
CORDIS: Final = RegisterFile(
    "cordis",
    Text(
        fi="CORDIS: EU:n tutkimushankkeet",
        sv="CORDIS: EU:s forskningsprojekt",
        en="CORDIS: research projects of the EU",
    ),
    Text(
        fi="CORDISin zip tai sen CSV-tiedostot yhdessä. Suomalaiset toimijat, hankkeet ja yhteydet.",
        sv="Zip-filen från CORDIS eller dess CSV-filer tillsammans. Finländska aktörer, projekt och kopplingar.",
        en="The CORDIS zip, or its CSV files together. Finnish actors, projects and links.",
    ),
    "actors",
    import_framework_programmes,
    many=True,
)
COMPANIES: Final = RegisterFile(
    "prh-companies",
    Text(fi="PRH:n yritystiedot", sv="PRS företagsuppgifter", en="Companies of the business register (PRH)"),
    Text(
        fi="PRH:n avoimen datan JSON tai zip. Yritykset toimijoina; kiinteistöyhtiöt jätetään pois.",
        sv="JSON eller zip ur PRS öppna data. Företag som aktörer; fastighetsbolag utelämnas.",
        en="JSON or zip of PRH's open data. Companies as actors; property companies are left out.",
    ),
    "actors",
    import_companies,
)
COHESION_POLICY: Final = RegisterFile(
    "kohesio",
    Text(
        fi="Kohesio: EU:n koheesiopolitiikan hankkeet",
        sv="Kohesio: projekt i EU:s sammanhållningspolitik",
        en="Kohesio: projects of EU cohesion policy",
    ),
    Text(
        fi="Kohesion CSV Suomen hankkeista. Hankkeet, toteuttajat ja EU:n osuus.",
        sv="CSV-filen från Kohesio med Finlands projekt. Projekt, genomförare och EU:s andel.",
        en="Kohesio's CSV of projects in Finland. Projects, implementers and the share of the EU.",
    ),
    "projects",
    import_cohesion_policy,
)
REGISTER_FILES: Final = {each.name: each for each in (EU_PROJECTS, COHESION_POLICY, CORDIS, COMPANIES)}


def recognised(paths: Sequence[Path]) -> RegisterFile | None:
    """Return what the files are by their names and beginnings; None when that is not sure."""
    if any(is_cordis_name(path.name) for path in paths):
        return CORDIS
    if len(paths) != 1:
        return None
    path = paths[0]
    inside = _inside(path)
    if any(is_cordis_name(name) for name in inside):
        return CORDIS
    if any(name.casefold().endswith(".json") for name in inside) or _begins_as_json(path):
        return COMPANIES
    return _project_list(path)


def _project_list(path: Path) -> RegisterFile | None:
    if is_kohesio(path):
        return COHESION_POLICY
    try:
        summarise_header(path)
    except InputProblem:
        return None
    return EU_PROJECTS


def _inside(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return [PurePosixPath(name).name for name in archive.namelist()]
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return []


def _begins_as_json(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
