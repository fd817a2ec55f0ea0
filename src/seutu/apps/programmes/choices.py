"""Closed lists of projects and participations."""

from typing import Final

from seutu.apps.records.sheets.columns import Choice
from seutu.core.text import Text

PARTICIPATION_ROLES: Final = (
    Choice("lead", Text(fi="päätoteuttaja", sv="huvudgenomförare", en="lead partner")),
    Choice("part", Text(fi="osatoteuttaja", sv="delgenomförare", en="part partner")),
    Choice("participant", Text(fi="osallistuja", sv="deltagare", en="participant")),
    Choice("funder", Text(fi="rahoittaja", sv="finansiär", en="funder")),
)
