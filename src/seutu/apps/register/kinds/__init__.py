"""The kinds of records of the register, in the order in which they refer to each other."""

from seutu.apps.register.kinds.actors import ACTORS, SITES
from seutu.apps.register.kinds.contacts import CONTACTS, MEETINGS, TASKS
from seutu.apps.register.kinds.industry_names import INDUSTRY_NAMES
from seutu.apps.register.kinds.links import FACTS, LINKS
from seutu.apps.register.kinds.sources import SOURCES

KINDS = (SOURCES, INDUSTRY_NAMES, ACTORS, SITES, CONTACTS, LINKS, FACTS, MEETINGS, TASKS)
