"""The kinds of records of the register, in the order in which they refer to each other."""

from seutu.apps.register.kinds.actors import ACTORS, SITES
from seutu.apps.register.kinds.contacts import CONTACTS
from seutu.apps.register.kinds.facts import FACTS
from seutu.apps.register.kinds.industry_names import INDUSTRY_NAMES
from seutu.apps.register.kinds.links import LINKS
from seutu.apps.register.kinds.meetings import MEETINGS
from seutu.apps.register.kinds.sources import SOURCES
from seutu.apps.register.kinds.tasks import TASKS

KINDS = (SOURCES, INDUSTRY_NAMES, ACTORS, SITES, CONTACTS, LINKS, FACTS, MEETINGS, TASKS)
