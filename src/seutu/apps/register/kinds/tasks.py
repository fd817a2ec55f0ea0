"""Tasks: what is to be done, by when and by whom."""

from typing import Any, Final

from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import EmailColumn, ReferenceColumn
from seutu.apps.register.choices import TASK_STATES
from seutu.apps.register.filters import TASK_FILTERS
from seutu.apps.register.kinds.shared_columns import NOTE, SOURCE, SOURCE_PLACE
from seutu.apps.register.models import Task
from seutu.core.text import Text


def _owned(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("state") == "open" and not values.get("owner") and not values.get("member"):
        return {
            "owner": Text(
                fi="Avoimella tehtävällä on oltava omistaja. Valitse yhteyshenkilö tai kirjoita jäsenen sähköposti.",
                sv="En öppen uppgift måste ha en ägare. Välj en kontaktperson eller skriv medlemmens e-post.",
                en="An open task must have an owner. Choose a contact or write a member's e-mail.",
            )
        }
    return {}


TASKS: Final = Kind(
    name="tasks",
    model=Task,
    singular=Text(fi="tehtävä", sv="uppgift", en="task"),
    plural=Text(fi="Tehtävät", sv="Uppgifter", en="Tasks"),
    purpose=Text(
        fi="Mitä on tehtävä, mihin mennessä ja kenen.",
        sv="Vad som ska göras, senast när och av vem.",
        en="What is to be done, by when and by whom.",
    ),
    columns=(
        TextColumn(
            name="name", label=Text(fi="tehtävä", sv="uppgift", en="task"), required=True, searchable=True, listed=True
        ),
        DateColumn(
            name="due",
            label=Text(fi="määräpäivä", sv="tidsfrist", en="due"),
            synonyms=("sista dag",),
            listed=True,
        ),
        ChoiceColumn(
            name="state", choices=TASK_STATES, label=Text(fi="tila", sv="läge", en="state"), required=True, listed=True
        ),
        ReferenceColumn(
            name="owner",
            kind="contacts",
            label=Text(fi="omistaja (yhteyshenkilö)", sv="ägare (kontaktperson)", en="owner (contact)"),
            listed=True,
        ),
        EmailColumn(
            name="member",
            label=Text(
                fi="omistaja (jäsenen sähköposti)", sv="ägare (medlemmens e-post)", en="owner (member's e-mail)"
            ),
            personal=True,
        ),
        ReferenceColumn(name="actor", kind="actors", label=Text(fi="toimija", sv="aktör", en="actor")),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name", "due", "actor", "owner", "member"),),
    order=("due", "name"),
    filters=TASK_FILTERS,
    personal=True,
    area="activity",
    check=_owned,
)
