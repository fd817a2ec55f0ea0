"""What an example folder says: its workspace and the files of its records. Not for loading it (``operations``)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from seutu.apps.accounts.enums import WorkspaceKind
from seutu.apps.demo.exceptions import ExampleFaultError
from seutu.apps.records.sheets.kinds import Kind, kinds
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.rules.example import WORKSPACE_FILE, example_folders

HOME: Final = "iisalmi"
"""The example that the demo opens with."""
UNKNOWN_FILE: Final = Text(
    fi="Tiedoston nimi ei ole minkään tietuelajin nimi.",
    sv="Filnamnet är inte namnet på något slag av poster.",
    en="The name of the file is not the name of a kind of record.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example workspace as its folder describes it. ``networks`` are slugs of examples that it belongs to.

    ``shown`` names the kinds of records that it shows to its network.
    """

    slug: str
    name: str
    kind: WorkspaceKind
    place_code: str
    networks: tuple[str, ...]
    shown: tuple[str, ...]
    folder: Path

    def files(self) -> list[tuple[Kind, Path]]:
        """Return the files of records in the order in which kinds refer to each other; raises ExampleFaultError."""
        found = {path.stem: path for path in sorted(self.folder.glob("*.csv"))}
        known = {kind.name for kind in kinds()}
        for name in found:
            if name not in known:
                raise ExampleFaultError(f"{self.slug}/{name}.csv", [Problem(UNKNOWN_FILE, value=name)])
        return [(kind, found[kind.name]) for kind in referred_first(kinds()) if kind.name in found]


def referred_first(given: Iterable[Kind]) -> list[Kind]:
    """Return the kinds so that one stands after those it refers to, otherwise in their order."""
    waiting = {kind.name: kind for kind in given}
    ordered: list[Kind] = []

    def place(name: str) -> None:
        kind = waiting.pop(name, None)
        if kind is not None:
            for column in kind.references:
                place(column.kind)
            ordered.append(kind)

    for name in list(waiting):
        place(name)
    return ordered


def read_example(folder: Path) -> Example:
    """Return what the folder's workspace.toml says."""
    said: dict[str, Any] = tomllib.loads((folder / WORKSPACE_FILE).read_text(encoding="utf-8"))
    return Example(
        slug=said.get("slug", folder.name),
        name=said["name"],
        kind=WorkspaceKind(said.get("kind", WorkspaceKind.ORGANISATION.value)),
        place_code=said.get("place_code", ""),
        networks=tuple(said.get("networks", ())),
        shown=tuple(said.get("shown_to_network", ())),
        folder=folder,
    )


def examples(folders: Iterable[Path] | None = None) -> tuple[Example, ...]:
    """Return the examples that come with the product, or those of other folders."""
    return tuple(read_example(folder) for folder in (example_folders() if folders is None else folders))
