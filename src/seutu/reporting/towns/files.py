"""The files of town reports: one town's report as Word or PDF, and the reports of many towns with their joint report.

Not for what is in them (``report``).
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from typing import Final

from seutu.core.places import fold
from seutu.core.statistics.profile import PeerGroup, TownProfile
from seutu.core.text import Language, Text
from seutu.reporting.documents import Document, document_to_docx, document_to_pdf
from seutu.reporting.towns.report import joint_report, town_report

NAME: Final = Text(fi="tilastoraportti", sv="statistikrapport", en="statistical-report")
JOINT_NAME: Final = Text(fi="yhteisraportti", sv="gemensam-rapport", en="joint-report")
MANY: Final = 8
PROCESSES: Final = 2
PRINTED: Final[dict[str, Callable[[Document], bytes]]] = {"docx": document_to_docx, "pdf": document_to_pdf}


def write_town_pdf(profile: TownProfile, language: Language) -> bytes:
    """Return the report of a town as tagged PDF (PDF/UA-1), A4."""
    return document_to_pdf(town_report(profile, language))


def write_town_docx(profile: TownProfile, language: Language) -> bytes:
    """Return the report of a town as DOCX."""
    return document_to_docx(town_report(profile, language))


FORMS: Final[dict[str, Callable[[TownProfile, Language], bytes]]] = {"pdf": write_town_pdf, "docx": write_town_docx}


def file_name(profile: TownProfile, form: str, language: Language) -> str:
    """Return the name of a town's file, in letters that every system takes ("tilastoraportti-iisalmi-….pdf")."""
    return _named(NAME, profile.place.name, profile.at, form, language)


def _named(kind: Text, name: Text, at: date, form: str, language: Language) -> str:
    plain = "".join(letter if letter.isalnum() else "-" for letter in fold(name.in_language(language)))
    return f"{kind.in_language(language)}-{plain}-{at.isoformat()}.{form}"


def report_files(
    profiles: Sequence[TownProfile],
    group: PeerGroup,
    language: Language,
    forms: Sequence[str],
    *,
    joint: bool,
    told: Callable[[int], None] = lambda _done: None,
) -> Iterator[tuple[str, bytes]]:
    """Return the files of many towns, each made when it is asked for; ``told`` hears how many towns are ready.

    A town's charts are drawn once for all its forms. With ``joint`` the joint report comes last. Many towns are shared
    between two processes, the files and their order being the same.
    """
    if len(profiles) >= MANY and (os.cpu_count() or 1) > 1:
        yield from _by_two(profiles, group, language, forms, joint=joint, told=told)
        return
    for done, profile in enumerate(profiles, start=1):
        yield from _town_files(profile, language, forms)
        told(done)
    if joint and profiles:
        yield from _joint_files(profiles, group, language, forms)


def _by_two(
    profiles: Sequence[TownProfile],
    group: PeerGroup,
    language: Language,
    forms: Sequence[str],
    *,
    joint: bool,
    told: Callable[[int], None],
) -> Iterator[tuple[str, bytes]]:
    """Make the files in two processes started anew; the joint report, which takes the longest, is begun first."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        last = pool.submit(_joint_files, profiles, group, language, forms) if joint else None
        towns = [pool.submit(_town_files, profile, language, forms) for profile in profiles]
        try:
            for done, each in enumerate(towns, start=1):
                yield from each.result()
                told(done)
            if last is not None:
                yield from last.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _town_files(profile: TownProfile, language: Language, forms: Sequence[str]) -> list[tuple[str, bytes]]:
    document = town_report(profile, language)
    return [(file_name(profile, form, language), PRINTED[form](document)) for form in forms]


def _joint_files(
    profiles: Sequence[TownProfile], group: PeerGroup, language: Language, forms: Sequence[str]
) -> list[tuple[str, bytes]]:
    document = joint_report(profiles, group, profiles[0].at, language)
    return [(_named(JOINT_NAME, group.name, profiles[0].at, form, language), PRINTED[form](document)) for form in forms]
