"""The Finnish part of the framework programmes: organisations, their participations, their projects.

Not for the network itself: pass the participations and partner counts to ``core.networks``.
"""

from collections.abc import Callable
from dataclasses import replace

from seutu.sources.cordis.records import CordisData, FinnishPart, Organisation


def finnish_part(
    data: CordisData, *, municipality_of: Callable[[Organisation], str | None] | None = None
) -> FinnishPart:
    """Return Finnish organisations, their participations and their projects, whose partner counts cover all countries.

    An organisation is Finnish when its country is FI. ``municipality_of`` may give the municipality code of one that
    has none (from its town or postal code); None from it leaves the organisation without a place.
    """
    organisations = {
        identifier: _placed(organisation, municipality_of)
        for identifier, organisation in data.organisations.items()
        if organisation.country == "FI"
    }
    participations = tuple(record for record in data.participations if record.organisation_id in organisations)
    wanted = {record.project_id for record in participations}
    projects = {identifier: project for identifier, project in data.projects.items() if identifier in wanted}
    nowhere = tuple(
        identifier for identifier, organisation in organisations.items() if organisation.municipality_code is None
    )
    return FinnishPart(organisations, participations, projects, nowhere)


def _placed(organisation: Organisation, municipality_of: Callable[[Organisation], str | None] | None) -> Organisation:
    if organisation.municipality_code is not None or municipality_of is None:
        return organisation
    code = municipality_of(organisation)
    return organisation if code is None else replace(organisation, municipality_code=code)
