"""Meetings with actors."""

from typing import Final

from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.kinds.shared_columns import ACTOR, NOTE, SOURCE, SOURCE_PLACE
from seutu.apps.register.models import Meeting
from seutu.core.text import Text

MEETINGS: Final = Kind(
    name="meetings",
    model=Meeting,
    singular=Text(fi="tapaaminen", sv="möte", en="meeting"),
    plural=Text(fi="Tapaamiset", sv="Möten", en="Meetings"),
    purpose=Text(
        fi="Mitä toimijan kanssa on puhuttu ja sovittu.",
        sv="Vad som har diskuterats och avtalats med aktören.",
        en="What was discussed and agreed with an actor.",
    ),
    columns=(
        ACTOR,
        DateColumn(name="held", label=Text(fi="päivä", sv="dag", en="date"), required=True, listed=True),
        TextColumn(
            name="subject", label=Text(fi="aihe", sv="ämne", en="subject"), required=True, searchable=True, listed=True
        ),
        NOTE,
        TextColumn(name="next_step", label=Text(fi="seuraava askel", sv="nästa steg", en="next step"), listed=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("actor", "held", "subject"),),
    order=("-held",),
    personal=True,
    area="activity",
)
