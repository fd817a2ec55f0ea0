"""The example workspaces: one folder each, with a ``workspace.toml`` and one ``<kind>.csv`` per kind of record.

The files are in the form of `seutu export`. What stands in them is from public documents and registers; people are
named by their roles only. Not for loading them: that is ``seutu.apps.demo``.
"""

from importlib.resources import files
from pathlib import Path
from typing import Final

WORKSPACE_FILE: Final = "workspace.toml"


def example_folders() -> tuple[Path, ...]:
    """Return the folders of the example workspaces, by name."""
    here = Path(str(files(__name__)))
    return tuple(sorted(folder for folder in here.iterdir() if (folder / WORKSPACE_FILE).is_file()))
