"""Steering: meetings of projects and programmes, reflection workshops, and what was decided in them."""

from typing import Any, Final

from seutu.apps.programmes.choices import MEETING_TYPES, RESOLUTION_STATES
from seutu.apps.programmes.kinds.shared_columns import (
    NUMBER,
    OPTIONAL_PROJECT,
    PROGRAMME,
    STEERING_GROUP,
    by_choice,
    choice,
    exactly_one,
    long_text,
)
from seutu.apps.programmes.models import ProjectMeeting, Reflection, Resolution
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_TYPE: Final = choice("meeting_type", Text(fi="laji", sv="slag", en="type"), MEETING_TYPES)
_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), RESOLUTION_STATES)
_WHOSE: Final = Text(
    fi="Valitse hanke tai kehitysohjelma, jonka kokous tämä on.",
    sv="Välj projektet eller utvecklingsprogrammet vars möte detta är.",
    en="Choose the project or the development programme whose meeting this is.",
)
_WHERE_DECIDED: Final = Text(
    fi="Valitse kokous tai itsearviointi, jossa tämä päätettiin.",
    sv="Välj mötet eller självvärderingen där detta beslutades.",
    en="Choose the meeting or the reflection workshop in which this was decided.",
)


_WHOSE_WORKSHOP: Final = Text(
    fi="Valitse joko kehitysohjelma tai hanke, jonka työtä arvioitiin. Molempia ei voi valita.",
    sv="Välj antingen det utvecklingsprogram eller det projekt vars arbete bedömdes. Båda kan inte väljas.",
    en="Choose either the development programme or the project whose work was looked at. You cannot choose both.",
)


def _whose(values: dict[str, Any]) -> dict[str, Text]:
    return {} if values.get("project") or values.get("programme") else {"project": _WHOSE}


def _of_one(values: dict[str, Any]) -> dict[str, Text]:
    return exactly_one(values, "programme", "project", _WHOSE_WORKSHOP)


def _where_decided(values: dict[str, Any]) -> dict[str, Text]:
    return {} if values.get("meeting") or values.get("reflection") else {"meeting": _WHERE_DECIDED}


PROJECT_MEETINGS: Final = Kind(
    name="project-meetings",
    model=ProjectMeeting,
    singular=Text(fi="hankkeen kokous", sv="projektmöte", en="project meeting"),
    plural=Text(fi="Hankkeiden kokoukset", sv="Projektmöten", en="Project meetings"),
    purpose=Text(
        fi="Ohjausryhmien ja projektiryhmien kokoukset asialistoineen ja muistioineen.",
        sv="Styrgruppers och projektgruppers möten med dagordning och protokoll.",
        en="Meetings of steering and project groups with agenda and minutes.",
    ),
    columns=(
        NAME,
        OPTIONAL_PROJECT,
        PROGRAMME,
        _TYPE,
        DateColumn(
            name="day",
            label=Text(fi="päivä", sv="dag", en="day"),
            synonyms=("pvm", "päivämäärä", "datum", "date"),
            required=True,
            listed=True,
        ),
        long_text("participants", Text(fi="läsnä", sv="närvarande", en="present"), personal=True),
        long_text("agenda", Text(fi="asialista", sv="dagordning", en="agenda")),
        long_text("minutes", Text(fi="muistio", sv="protokoll", en="minutes"), searchable=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "day"),),
    order=("-day", "name"),
    filters=(by_choice(_TYPE),),
    area="plans",
    group=STEERING_GROUP,
    check=_whose,
)
REFLECTIONS: Final = Kind(
    name="reflections",
    model=Reflection,
    singular=Text(fi="itsearviointi", sv="självvärdering", en="reflection workshop"),
    plural=Text(fi="Itsearvioinnit", sv="Självvärderingar", en="Reflection workshops"),
    purpose=Text(
        fi="Ohjausryhmän työpaja: kolme kysymystä ja kolme listaa, joista syntyvät päätökset.",
        sv="Styrgruppens verkstad: tre frågor och tre listor som leder till beslut.",
        en="The steering group's workshop: three questions and three lists that lead to decisions.",
    ),
    columns=(
        NAME,
        PROGRAMME,
        OPTIONAL_PROJECT,
        DateColumn(name="day", label=Text(fi="päivä", sv="dag", en="day"), listed=True),
        long_text(
            "serves_goals",
            Text(
                fi="miten käynnissä oleva edistää tavoitteita",
                sv="hur det som pågår främjar målen",
                en="how what runs serves the goals",
            ),
        ),
        long_text("missing", Text(fi="mitä puuttuu", sv="vad som saknas", en="what is missing")),
        long_text(
            "lead_projects", Text(fi="mitkä ovat kärkiprojektit", sv="vilka är spetsprojekten", en="lead projects")
        ),
        long_text("successes", Text(fi="onnistumiset", sv="framgångar", en="successes")),
        long_text("improvements", Text(fi="parannettavaa", sv="att förbättra", en="to improve")),
        long_text("solutions", Text(fi="ratkaisut", sv="lösningar", en="solutions")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("programme", "name"), ("project", "name")),
    order=("-day", "name"),
    area="plans",
    group=STEERING_GROUP,
    check=_of_one,
)
RESOLUTIONS: Final = Kind(
    name="resolutions",
    model=Resolution,
    singular=Text(fi="kokouspäätös", sv="mötesbeslut", en="resolution"),
    plural=Text(fi="Kokouspäätökset", sv="Mötesbeslut", en="Resolutions"),
    purpose=Text(
        fi="Mitä kokouksessa tai itsearvioinnissa päätettiin, kuka vastaa ja mihin mennessä.",
        sv="Vad som beslutades på ett möte eller i en självvärdering, vem som ansvarar och till när.",
        en="What a meeting or a workshop decided, who sees to it and by when.",
    ),
    columns=(
        ReferenceColumn(
            name="meeting",
            kind="project-meetings",
            label=Text(fi="kokous", sv="möte", en="meeting"),
            listed=True,
        ),
        ReferenceColumn(
            name="reflection",
            kind="reflections",
            label=Text(fi="itsearviointi", sv="självvärdering", en="reflection workshop"),
            listed=True,
        ),
        NUMBER,
        TextColumn(
            name="name",
            label=Text(fi="päätös", sv="beslut", en="resolution"),
            required=True,
            searchable=True,
            listed=True,
            max_length=500,
        ),
        OPTIONAL_PROJECT,
        TextColumn(
            name="responsible", label=Text(fi="vastuurooli", sv="ansvarig roll", en="responsible role"), max_length=200
        ),
        DateColumn(name="due", label=Text(fi="määräaika", sv="tidsfrist", en="due"), listed=True),
        _STATE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("meeting", "reflection", "name"),),
    order=("number", "name"),
    filters=(by_choice(_STATE),),
    area="plans",
    group=STEERING_GROUP,
    check=_where_decided,
)
