"""The files of town reports: one town's report as Word or PDF, and the reports of many towns with their joint report.

Not for what is in them (``report``).
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from seutu.core.places import fold
from seutu.core.statistics.profile import PeerGroup, TownProfile
from seutu.core.text import Language, Text
from seutu.reporting.documents import Document, document_to_docx, document_to_pdf
from seutu.reporting.towns.report import joint_report, town_report

NAME: Final = Text(fi="tilastoraportti", sv="statistikrapport", en="statistical-report")
JOINT_NAME: Final = Text(fi="yhteisraportti", sv="gemensam-rapport", en="joint-report")
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

    A town's charts are drawn once for all its forms. With ``joint`` the joint report comes last.
    """
    for done, profile in enumerate(profiles, start=1):
        document = town_report(profile, language)
        for form in forms:
            yield file_name(profile, form, language), PRINTED[form](document)
        told(done)
    if joint and profiles:
        document = joint_report(profiles, group, profiles[0].at, language)
        for form in forms:
            yield _named(JOINT_NAME, group.name, profiles[0].at, form, language), PRINTED[form](document)
