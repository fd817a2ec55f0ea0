"""The decision item of a municipality or another organ on taking part in a project, in the order it is read in.

People are in it by their roles only. Not for printing it, or for keeping minutes.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from seutu.core.figures.relations import Term
from seutu.core.funding.plans import Plan
from seutu.core.text import Text

APPEAL_WORDS: Final = re.compile(
    r"muutoksenhaku|muutoksenhau|oikaisuvaatimu|valitusoso|valitusohje|ändringssök|besvärsanvis|omprövnings|"
    r"rättelseyrkan|\bappeals?\b",
    re.IGNORECASE,
)


class Part(StrEnum):
    """The parts that an item cannot be decided without."""

    BACKGROUND = "background"
    IMPACT = "impact"
    PROPOSAL = "proposal"
    RESPONSIBLE = "responsible"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that goes with the item, by the number it has there."""

    number: str
    name: str
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """An item. ``presenter``, ``preparer`` and ``proposer`` are roles; ``commitment`` is the most that is paid.

    ``draft`` is the decision that is proposed to the organ, ``decision`` the one it made, empty until then; ``outcome``
    says it in a word. How to appeal is told in ``appeal`` or in an attachment.
    """

    subject: str
    case_number: str = ""
    section: str = ""
    organ: str = ""
    day: date | None = None
    presenter: str = ""
    unit: str = ""
    background: str = ""
    plan: Plan | None = None
    impact: str = ""
    proposal: str = ""
    commitment: Term | None = None
    appropriation: str = ""
    responsible: str = ""
    invoice_approver: str = ""
    right_to_withdraw: str = ""
    attachments: tuple[Attachment, ...] = ()
    preparer: str = ""
    proposer: str = ""
    draft: str = ""
    decision: str = ""
    reasons: str = ""
    appeal: str = ""
    outcome: Text | None = None
    granted: Term | None = None

    @property
    def appeal_attachment(self) -> Attachment | None:
        """Return the first attachment that by its name tells how to appeal."""
        return next((each for each in self.attachments if APPEAL_WORDS.search(each.name)), None)


def empty_parts(item: DecisionItem) -> tuple[Part, ...]:
    """Return the parts that are not filled in yet, in order."""
    empty = tuple(part for part in Part if not str(getattr(item, part.value)).strip())
    return tuple(part for part in empty if part is not Part.APPEAL or item.appeal_attachment is None)
