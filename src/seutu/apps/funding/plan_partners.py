"""The actors that a plan's partners are: found by name, and by the project where several have the name.

A name that several actors have is nobody's until the person says whose. Not for adding actors (``plan_operations``).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from seutu.apps.funding.models import CostLine, FundingRow
from seutu.apps.programmes.models import Participation, Project
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.register.models import Actor
from seutu.core.funding.plans import Plan
from seutu.core.names import fold_name
from seutu.core.text import LANGUAGES, Text

NAMELESS: Final = Text(
    fi="Yhdellä kumppanilla ei ole nimeä. Kirjoita nimi tai poista rivi.",
    sv="En av partnerna saknar namn. Skriv namnet eller ta bort raden.",
    en="One of the partners has no name. Write the name or remove the row.",
)
SEVERAL: Final = Text(
    fi="Toimijoissa on {count} kertaa nimi ”{name}” ({told}), eikä tiedetä, kuka niistä on kumppani. Yhdistä ne, jos "
    "ne ovat sama toimija. Anna muuten kullekin oma nimensä ja käytä sitä suunnitelmassa.",
    sv="Namnet ”{name}” finns {count} gånger bland aktörerna ({told}), och det är inte känt vem av dem som är "
    "partner. Slå ihop dem om de är samma aktör. Ge annars var och en sitt eget namn och använd det i planen.",
    en="The name “{name}” is among the actors {count} times ({told}), and it is not known which of them is the "
    "partner. Merge them if they are one actor. Otherwise give each its own name and use that in the plan.",
)
NO_ID: Final = Text(fi="ei Y-tunnusta", sv="inget FO-nummer", en="no business ID")


@dataclass(frozen=True, slots=True)
class Partners:
    """The actors of a plan's partners by folded name, and the names that are nobody's or several actors'."""

    known: dict[str, UUID]
    unknown: tuple[str, ...]
    several: tuple[Text, ...]


def partner_names(plan: Plan) -> list[str]:
    """Return the partners that a plan names, each once."""
    named = [
        *(partner.name for partner in plan.partners),
        *(line.partner for line in plan.cost_lines),
        *(row.partner for row in plan.funding),
    ]
    return list(dict.fromkeys(name for name in named if name))


def partners_of(plan: Plan, project: Project | None = None) -> Partners:
    """Return who the partners of a plan are; of several with one name, the one that the project has already."""
    names = partner_names(plan)
    found = _actors_named(names)
    own = _of_project(project) if project is not None else set()
    known: dict[str, UUID] = {}
    unknown: list[str] = []
    several: list[Text] = []
    for key, name in {fold_name(name): name for name in reversed(names)}.items():
        actors = found[key]
        here = [actor for actor in actors if actor.pk in own]
        if len(actors) == 1 or len(here) == 1:
            known[key] = (here or actors)[0].pk
        elif actors:
            several.append(_several(name, actors))
        else:
            unknown.append(name)
    return Partners(known, tuple(reversed(unknown)), tuple(reversed(several)))


def check_partners(plan: Plan, partners: Partners) -> None:
    """Raise InvalidValuesError for a partner without a name, and for a name that several actors have."""
    problems = {f"partner-{at}": text for at, text in enumerate(partners.several)}
    if any(not partner.name for partner in plan.partners):
        problems["partner"] = NAMELESS
    if problems:
        raise InvalidValuesError(problems)


def _actors_named(names: Iterable[str]) -> dict[str, list[Actor]]:
    keys = {fold_name(name) for name in names}
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in Actor.objects.filter(title_key__in=keys, trashed_at__isnull=True).order_by("business_id", "pk"):
        found[actor.title_key].append(actor)
    return found


def _of_project(project: Project) -> set[UUID]:
    """Return the actors that a project names as partners."""
    held = {"project": project, "trashed_at__isnull": True}
    parts = Participation.objects.filter(**held).values_list("actor_id", flat=True)
    rows = (model.objects.filter(**held).values_list("partner_id", flat=True) for model in (CostLine, FundingRow))
    return {each for each in (*parts, *(partner for ids in rows for partner in ids)) if each is not None}


def _several(name: str, actors: list[Actor]) -> Text:
    ids = [Text.same(actor.business_id) if actor.business_id else NO_ID for actor in actors]
    listed = {language: ", ".join(each.in_language(language) for each in ids) for language in LANGUAGES}
    return SEVERAL.filled(name=name, count=len(actors), told=Text(**listed))
