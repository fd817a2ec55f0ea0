"""Builds the CORDIS part of the example region: the organisations of Oulu and Kuopio, their projects and partners.

    python tools/build_example.py DATA [--into FOLDER]

DATA holds ``cordis-fp7-network`` and ``cordis-h2020-participation``. Written: Finnish organisations that took part in a
project with an organisation of the town. Left out, and said so in the sources' notes: organisations without a name, and
names that look like a person's own. Not for the whole register: that is `seutu import --kind cordis`.
"""

import argparse
import math
import os
import re
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from seutu.core.names import fold_name
from seutu.core.networks.projection import project_participations
from seutu.sources import cordis

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLES: Final = ROOT / "src" / "seutu" / "rules" / "example"
NAMES: Final = Path(__file__).with_name("example_names.toml")
FOLDERS: Final = ("cordis-fp7-network", "cordis-h2020-participation")
TOWNS: Final = {
    "oulu": ("Oulu: EU-hankkeiden verkosto (esimerkki)", "564"),
    "kuopio": ("Kuopio: EU-hankkeiden verkosto (esimerkki)", "297"),
}
CLASSES: Final = {
    "HES": ["higher_education"],
    "REC": ["research_organisation"],
    "PRC": ["company"],
    "PUB": ["public_body"],
    "OTH": ["other"],
}
SOURCES: Final = {
    "FP7": ("CORDIS: EU:n seitsemäs puiteohjelma (FP7), osallistumiset", date(2018, 2, 1)),
    "H2020": ("CORDIS: Horisontti 2020, osallistumiset joulukuussa 2020", date(2020, 12, 23)),
}
LEFT_OUT: Final = (
    "Mukana ovat kunnan organisaatiot ja niiden hankkeiden suomalaiset osallistujat. Kirjoitusasut on yhtenäistetty ja "
    "saman organisaation eri tunnukset on yhdistetty; lähteen nimet ovat muissa nimissä. Pois jätetty: {unnamed} "
    "organisaatiota, joiden nimeä lähteessä ei ole, ja {personal} nimeä, jotka voivat olla ihmisen nimiä. Kaikki "
    "osallistujat, myös ulkomaiset, ovat hankkeen osallistujamäärässä."
)
SHOWN_PROJECTS: Final = 40
LINK_LENGTH: Final = 500
SHORT_WORD: Final = 3

Row = dict[str, Any]


@dataclass(slots=True)
class Names:
    """How names are written: given forms, words that stay small, first names by which a person's name is known."""

    given: Mapping[str, str]
    small: frozenset[str]
    forms: Mapping[str, str]
    first_names: frozenset[str]

    @classmethod
    def read(cls) -> "Names":
        """Return what stands in the file beside this one."""
        said = tomllib.loads(NAMES.read_text(encoding="utf-8"))
        given = {fold_name(each): name for name, spelled in said["organisations"].items() for each in spelled}
        return cls(given, frozenset(said["small_words"]), said["forms"], frozenset(said["first_names"]))

    def is_personal(self, name: str) -> bool:
        """Tell whether a name without a legal form holds a first name."""
        words = fold_name(name).split()
        return not set(words) & set(self.forms) and bool(set(words) & self.first_names)

    def written(self, name: str) -> str:
        """Return the given form of a name, or the name in small letters where the source shouts."""
        known = self.given.get(fold_name(name))
        if known:
            return known
        plain = " ".join(name.replace("*", "").split())
        if plain != plain.upper():
            return plain
        words = [self._word(word, first=position == 0) for position, word in enumerate(plain.split())]
        return " ".join(words)

    def _word(self, word: str, *, first: bool) -> str:
        low = word.lower()
        if low in self.forms:
            return self.forms[low]
        if low in self.small and not first:
            return low
        if len(word) <= SHORT_WORD or any(mark.isdigit() for mark in word):
            return word
        return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)


@dataclass(slots=True)
class Town:
    """What is written of one town: its actors under the names they are merged by, and its projects."""

    slug: str
    code: str
    actors: dict[str, list[cordis.Organisation]] = field(default_factory=lambda: defaultdict(list))
    name_of: dict[str, str] = field(default_factory=dict)
    taking: list[cordis.Participation] = field(default_factory=list)
    projects: list[cordis.Project] = field(default_factory=list)
    unnamed: int = 0
    personal: int = 0

    def id_of(self, kind: str, key: str) -> str:
        """Return the same id for the same record at every building."""
        return str(uuid5(NAMESPACE_URL, f"https://seutu.example/{self.slug}/{kind}/{key}"))

    def of(self, programme: str) -> list[cordis.Participation]:
        """Return the participations in a programme with the merged names as organisations, each pair once."""
        found: dict[tuple[str, str], cordis.Participation] = {}
        for each in self.taking:
            if each.programme == programme:
                merged = replace(each, organisation_id=self.name_of[each.organisation_id])
                key = (each.project_id, merged.organisation_id)
                found[key] = _together(found[key], merged) if key in found else merged
        return list(found.values())

    def is_own(self, name: str) -> bool:
        """Tell whether an actor is in the town."""
        return any(each.municipality_code == self.code for each in self.actors[name])


def _together(one: cordis.Participation, other: cordis.Participation) -> cordis.Participation:
    stated = [each.contribution for each in (one, other) if each.contribution is not None]
    role = "coordinator" if "coordinator" in {one.role, other.role} else one.role
    return replace(one, role=role, contribution=sum(stated, Decimal(0)) if stated else None)


def town_of(slug: str, code: str, part: cordis.FinnishPart, names: Names) -> Town:
    """Return the town's organisations, their projects and the Finnish partners in them."""
    town = Town(slug, code)
    own = {each for each, found in part.organisations.items() if found.municipality_code == code}
    projects = {each.project_id for each in part.participations if each.organisation_id in own}
    taking = [each for each in part.participations if each.project_id in projects]
    for identifier in sorted({each.organisation_id for each in taking}):
        organisation = part.organisations[identifier]
        if not organisation.name:
            town.unnamed += 1
        elif names.is_personal(organisation.name):
            town.personal += 1
        else:
            name = names.written(organisation.name)
            town.name_of[identifier] = name
            town.actors[name].append(organisation)
    town.taking = [each for each in taking if each.organisation_id in town.name_of]
    town.projects = [part.projects[each] for each in sorted({each.project_id for each in town.taking})]
    return town


def source_rows(town: Town) -> Iterable[Row]:
    """Yield the two sources."""
    for programme, (name, retrieved) in SOURCES.items():
        yield {
            "id": town.id_of("sources", programme),
            "name": name,
            "publisher": "Euroopan komissio",
            "retrieved": retrieved,
            "url": "https://cordis.europa.eu/",
            "licence": "CC BY 4.0",
            "publicity": "public",
            "note": LEFT_OUT.format(unnamed=town.unnamed, personal=town.personal),
        }


def _sourced(town: Town, programme: str) -> Row:
    return {"source": SOURCES[programme][0], "source_id": town.id_of("sources", programme)}


def actor_rows(town: Town) -> Iterable[Row]:
    """Yield one actor per merged name; the source's spellings and ids stay on it."""
    for name, merged in sorted(town.actors.items()):
        spelled = {fold_name(text): text for each in merged for text in (each.name, each.short_name) if text}
        ids = [f"PIC:{each.id}" if each.id.isdigit() else f"CORDIS:{each.id}" for each in merged]
        kinds = [code for each in merged for code in CLASSES.get(each.activity_type or "", [])]
        yield {
            "id": town.id_of("actors", name),
            "name": name,
            "other_names": [text.replace(";", ",")[:200] for key, text in spelled.items() if key != fold_name(name)],
            "classes": list(dict.fromkeys(kinds)) or _class_of(name),
            "municipality": _first(_municipality(each.municipality_code) for each in merged),
            "post_code": _first((each.post_code or "")[:20] for each in merged),
            "country": "FI",
            "website": _first(_website(each.url) for each in merged),
            "identifiers": ids,
            **_sourced(town, merged[0].programmes[-1]),
            "source_place": "; ".join(ids)[:300],
        }


def _class_of(name: str) -> list[str]:
    """Return the class that the name itself tells, where the source has none."""
    words = set(fold_name(name).split())
    for code, telling in (
        ("municipality", {"kaupunki", "kunta"}),
        ("higher_education", {"yliopisto", "ammattikorkeakoulu", "akademi", "kauppakorkeakoulu", "university"}),
        ("company", {"oy", "oyj", "ab"}),
        ("public_body", {"liitto", "maakuntaliitto", "kuntayhtymä"}),
    ):
        if words & telling:
            return [code]
    return []


def _municipality(code: str | None) -> str:
    from seutu.apps.records.sheets.municipalities import municipality_name

    return municipality_name(code, "fi") if code else ""


def _website(url: str | None) -> str:
    if not url or not url.startswith("http") or " " in url or len(url) > LINK_LENGTH:
        return ""
    return url if "." in urlsplit(url).netloc else ""


def _first(found: Iterable[str]) -> str | None:
    return next((each for each in found if each), None)


def project_rows(town: Town) -> Iterable[Row]:
    """Yield the projects; neither file has their titles."""
    for each in town.projects:
        yield {
            "id": town.id_of("projects", f"{each.programme} {each.id}"),
            "name": _project_name(each.programme, each.id),
            "code": each.id,
            "programme": each.programme,
            "start": each.start if each.date_basis == "project" else None,
            "end": each.end if each.date_basis == "project" else None,
            "partner_count": each.partner_count,
            **_sourced(town, each.programme),
        }


def _project_name(programme: str, code: str) -> str:
    return f"{programme} {code}"


def participation_rows(town: Town) -> Iterable[Row]:
    """Yield who took part in what."""
    for programme in SOURCES:
        for each in sorted(town.of(programme), key=lambda taken: (taken.project_id, taken.organisation_id)):
            key = f"{programme} {each.project_id}"
            amount = each.contribution
            yield {
                "id": town.id_of("participations", f"{key} {each.organisation_id}"),
                "project": _project_name(programme, each.project_id),
                "project_id": town.id_of("projects", key),
                "actor": each.organisation_id,
                "actor_id": town.id_of("actors", each.organisation_id),
                "role": "lead" if each.role == "coordinator" else "participant",
                "funding": None if amount is None else _plain(amount.quantize(Decimal("0.01"))),
                **_sourced(town, programme),
            }


def _plain(number: Decimal) -> Decimal:
    text = format(number, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def link_rows(town: Town) -> Iterable[Row]:
    """Yield the links that shared projects make between the town's own actors and anybody else."""
    counts = {each.id: each.partner_count for each in town.projects}
    dated = {each.id: each for each in town.projects}
    for programme in SOURCES:
        for link in project_participations(town.of(programme), counts):
            if not (town.is_own(link.source) or town.is_own(link.target)):
                continue
            shared = [dated[each] for each in link.shared_projects]
            weight = math.floor(link.weight * 10**6 + 0.5) / 10**6
            yield {
                "id": town.id_of("links", f"{programme} {link.source} {link.target}"),
                "from_actor": link.source,
                "from_actor_id": town.id_of("actors", link.source),
                "to_actor": link.target,
                "to_actor_id": town.id_of("actors", link.target),
                "link_type": "shared_project",
                "date_from": min((each.start for each in shared if each.start), default=None),
                "date_to": max((each.end for each in shared if each.end), default=None),
                "weight": _plain(Decimal(repr(weight))),
                "evidence": _evidence(programme, link.shared_projects),
                **_sourced(town, programme),
                "source_place": programme,
            }


def _evidence(programme: str, projects: Sequence[str]) -> str:
    more = f" … (+{len(projects) - SHOWN_PROJECTS})" if len(projects) > SHOWN_PROJECTS else ""
    return f"{programme}, n = {len(projects)}: {', '.join(projects[:SHOWN_PROJECTS])}{more}"


def write(town: Town, title: str, into: Path) -> None:
    """Write the town's folder in the form of `seutu export`."""
    from seutu.apps.records.files.exporting import content_of
    from seutu.apps.records.sheets.kinds import kind_named
    from seutu.reporting.tables import write_csv

    folder = into / town.slug
    folder.mkdir(parents=True, exist_ok=True)
    about = f'name = "{title}"\nkind = "organisation"\nplace_code = "{town.code}"\n'
    (folder / "workspace.toml").write_text(about, encoding="utf-8")
    tables = {
        "sources": source_rows(town),
        "actors": actor_rows(town),
        "links": link_rows(town),
        "projects": project_rows(town),
        "participations": participation_rows(town),
    }
    for name, rows in tables.items():
        content = content_of(kind_named(name), (), language=None)
        keys = [column.key for column in content.columns]
        held = [[row.get(key) for key in keys] for row in rows]
        with (folder / f"{name}.csv").open("wb") as stream:
            write_csv(replace(content, rows=held), stream, form="machine", language="en")
        print(f"{folder.name}/{name}.csv: {len(held)}")


def main() -> int:
    """Read the data folder and write one folder per town."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("data", type=Path, help="folder that holds the two CORDIS folders")
    reader.add_argument("--into", type=Path, default=EXAMPLES, help="folder of the examples")
    chosen = reader.parse_args()
    data = cordis.combine_cordis([cordis.read_cordis(chosen.data / folder) for folder in FOLDERS])
    part, names = cordis.finnish_part(data), Names.read()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SEUTU_DIR": folder, "DJANGO_SETTINGS_MODULE": "seutu.config.settings"}
        import django

        django.setup()
        for slug, (title, code) in TOWNS.items():
            write(town_of(slug, code, part, names), title, chosen.into)
    return 0


if __name__ == "__main__":
    sys.exit(main())
