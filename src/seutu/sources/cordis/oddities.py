"""Find values of Finnish organisations that a person should look at: broken letters, organisations given as towns.

Not for correcting them.
"""

import re
from collections.abc import Iterator
from typing import Final

from seutu.core.problems import Problem
from seutu.sources.cordis import messages
from seutu.sources.cordis.records import Organisation

_GARBLED: Final = re.compile("[ÃÂ√\ufffd\x80-\x9f]")
_ORGANISATION_WORD: Final = re.compile(
    r"yliopisto|universit|korkeakoulu|instituut|institute|\b(?:oy|oyj|ltd|ab|ry)\b", re.IGNORECASE
)


def oddities(organisation: Organisation, line: int | None = None) -> Iterator[Problem]:
    """Yield findings on a Finnish organisation; nothing on those of other countries, whose letters are many."""
    if organisation.country != "FI":
        return
    for column, value in (("name", organisation.name), ("city", organisation.city)):
        if value and _GARBLED.search(value):
            yield Problem(messages.GARBLED, line=line, column=column, value=value)
    if organisation.city and _ORGANISATION_WORD.search(organisation.city):
        yield Problem(messages.NOT_A_CITY, line=line, column="city", value=organisation.city)
