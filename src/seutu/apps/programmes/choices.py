"""Closed lists of projects, participations and events."""

from typing import Final

from seutu.apps.records.sheets.columns import Choice
from seutu.core.text import Text

PARTICIPATION_ROLES: Final = (
    Choice("lead", Text(fi="päätoteuttaja", sv="huvudgenomförare", en="lead partner")),
    Choice("part", Text(fi="osatoteuttaja", sv="delgenomförare", en="part partner")),
    Choice("participant", Text(fi="osallistuja", sv="deltagare", en="participant")),
    Choice("funder", Text(fi="rahoittaja", sv="finansiär", en="funder")),
)
EVENT_TYPES: Final = (
    Choice("meeting", Text(fi="kokous", sv="möte", en="meeting"), synonyms=("sammanträde",)),
    Choice("training", Text(fi="koulutus", sv="utbildning", en="training")),
    Choice("visit", Text(fi="vierailu", sv="besök", en="visit")),
    Choice("workshop", Text(fi="työpaja", sv="workshop", en="workshop")),
    Choice("fair", Text(fi="messut", sv="mässa", en="fair")),
    Choice("campaign", Text(fi="kampanja", sv="kampanj", en="campaign")),
    Choice("webinar", Text(fi="webinaari", sv="webbinarium", en="webinar")),
    Choice("other", Text(fi="muu tapahtuma", sv="annat evenemang", en="other event")),
)
