"""Column maps that are kept by name in the data folder, or given as a file. Not for what a map says (``sources``)."""

import os
import re
from pathlib import Path
from typing import Final

from django.conf import settings

from seutu.core.problems import InputProblem
from seutu.sources.statistics import map_words as words
from seutu.sources.statistics.column_maps import ColumnMap, read_column_map

FOLDER: Final = "maps"
SUFFIX: Final = ".toml"
_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?")


def kept_maps() -> list[str]:
    """Return the names of the maps that are kept."""
    return sorted(file.stem for file in _folder().glob(f"*{SUFFIX}"))


def column_map(given: str) -> ColumnMap:
    """Return the map of a file (``kunta.toml``) or of a kept name (``kunta``). Raises ``InputProblem``."""
    return read_column_map(_file(given))


def check_map_name(name: str) -> None:
    """Raise ``InputProblem`` unless a map can be kept by this name."""
    if not _NAME.fullmatch(name):
        raise InputProblem.because(words.bad_name(name[:60]))


def keep_map(given: str, name: str) -> Path:
    """Keep a map by a name, in the place of an older one of that name, and return its file. Raises ``InputProblem``."""
    check_map_name(name)
    source = _file(given)
    read_column_map(source)
    target = _folder() / f"{name}{SUFFIX}"
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(source.read_bytes())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _folder() -> Path:
    return Path(settings.DATA_FOLDER) / FOLDER


def _file(given: str) -> Path:
    path = Path(given)
    if path.suffix.lower() == SUFFIX or len(path.parts) > 1:
        return path
    kept = _folder() / f"{given}{SUFFIX}"
    if not _NAME.fullmatch(given) or not kept.exists():
        raise InputProblem.because(words.no_map(given[:60], ", ".join(kept_maps()) or "–"))
    return kept
