"""What the topics of indicators are called. Not which topic an indicator has (its record says)."""

from collections.abc import Mapping
from typing import Final

from seutu.core.statistics.records import Topic
from seutu.core.text import Text

TOPIC_NAMES: Final[Mapping[Topic, Text]] = {
    Topic.POPULATION: Text(fi="Väestö", sv="Befolkning", en="Population"),
    Topic.MIGRATION: Text(fi="Muuttoliike", sv="Flyttningsrörelse", en="Migration"),
    Topic.WORK: Text(fi="Työ", sv="Arbete", en="Work"),
    Topic.COMPANIES: Text(fi="Yritykset ja toimialat", sv="Företag och näringsgrenar", en="Companies and industries"),
    Topic.EDUCATION: Text(fi="Koulutus", sv="Utbildning", en="Education"),
    Topic.ECONOMY: Text(fi="Talous", sv="Ekonomi", en="Economy"),
    Topic.HOUSING: Text(fi="Asuminen", sv="Boende", en="Housing"),
    Topic.WELL_BEING: Text(fi="Hyvinvointi", sv="Välfärd", en="Well-being"),
    Topic.OTHER: Text(fi="Muut", sv="Övriga", en="Other"),
}
