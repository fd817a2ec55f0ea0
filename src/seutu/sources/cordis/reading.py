"""Recognise what kind of CORDIS material a file, folder or zip holds, and read it.

Not for the details of any one form (``official``, ``older``).
"""

import zipfile
from pathlib import Path, PurePosixPath

from seutu.core.problems import InputProblem
from seutu.sources.cordis import messages
from seutu.sources.cordis.gathering import combine_cordis
from seutu.sources.cordis.official import ORGANISATIONS, read_official
from seutu.sources.cordis.older import FP7_PARTICIPATIONS, H2020_PARTICIPATIONS, read_fp7, read_h2020
from seutu.sources.cordis.records import CordisData


def read_cordis(path: Path) -> CordisData:
    """Return everything in ``path`` as one: a CORDIS zip, one of its files, or a folder of any known form.

    A single file is read together with the files beside it. A folder may hold several forms, also one folder deeper.
    Nothing is corrected silently: ``notes`` and ``rejected`` say what was odd, ``assumptions`` what was taken as given.
    Raises InputProblem when nothing is recognised or a file is damaged.
    """
    if not path.exists():
        raise InputProblem.because(messages.nothing_here(path.name))
    if path.is_file() and zipfile.is_zipfile(path):
        return read_official(path) if _has_organisations(path) else _nothing(path)
    if path.is_file() and not is_cordis_name(path.name):
        return _nothing(path)
    top = path if path.is_dir() else path.parent
    folders = [top, *sorted(child for child in top.iterdir() if child.is_dir())] if path.is_dir() else [top]
    parts = [part for folder in folders for part in _parts(folder)]
    if not parts:
        return _nothing(path)
    return parts[0] if len(parts) == 1 else combine_cordis(parts)


def _parts(folder: Path) -> list[CordisData]:
    parts: list[CordisData] = []
    if any(folder.glob(FP7_PARTICIPATIONS)):
        parts.append(read_fp7(folder))
    if any(folder.glob(H2020_PARTICIPATIONS)):
        parts.append(read_h2020(folder))
    if (folder / ORGANISATIONS).exists():
        parts.append(read_official(folder))
    parts.extend(read_official(item) for item in sorted(folder.glob("*.zip")) if _has_organisations(item))
    return parts


def is_cordis_name(name: str) -> bool:
    """Return whether a file of this name holds participations of the framework programmes."""
    path = PurePosixPath(name)
    return name == ORGANISATIONS or path.match(FP7_PARTICIPATIONS) or path.match(H2020_PARTICIPATIONS)


def _has_organisations(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(PurePosixPath(name).name == ORGANISATIONS for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def _nothing(path: Path) -> CordisData:
    raise InputProblem.because(messages.nothing_here(path.name))
