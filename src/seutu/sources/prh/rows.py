"""One company of the Finnish business register (YTJ open data, version 3) as a flat row.

Not for storing companies: the register of actors decides which of them become actors.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from seutu.core.problems import Problem
from seutu.core.text import Text

Classification = Literal["TOL2008", "TOL2025"]
NameKind = Literal["name", "parallel", "auxiliary"]


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A name in force or a past one (``ended`` set)."""

    text: str
    kind: NameKind
    registered: date | None
    ended: date | None


@dataclass(frozen=True, slots=True)
class Coded:
    """A code of the register with its text, None where the record has no text."""

    code: str
    text: Text | None


@dataclass(frozen=True, slots=True)
class BusinessLine:
    """Main line of business. ``classification`` is None for a code set that is not TOL 2008 or TOL 2025."""

    classification: Classification | None
    code_set: str | None
    code: str
    text: Text | None


@dataclass(frozen=True, slots=True)
class Address:
    """Visiting address, or the postal one where there is no visiting address. ``kind`` says which."""

    kind: Literal["visiting", "postal"]
    street: str | None
    post_code: str | None
    city: str | None
    municipality_code: str | None


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One company. ``position`` is its 1-based place in the file; ``business_id`` None when the record has none.

    ``employer`` is True when the employer register (7) has an entry of type 41 or 42 without an end date, False when
    the record lists entries but no such one, None when it lists none. ``property_company`` marks housing companies and
    mutual property companies, which are left out of counts of businesses.
    """

    position: int
    business_id: str | None
    name: str | None
    parallel_names: tuple[str, ...]
    auxiliary_names: tuple[str, ...]
    names: tuple[CompanyName, ...]
    company_form: Coded | None
    business_line: BusinessLine | None
    website: str | None
    address: Address | None
    municipality_code: str | None
    registered: date | None
    ended: date | None
    situations: tuple[Coded, ...]
    employer: bool | None
    property_company: bool
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectedCompany:
    """A record that is not a company record at all (not an object, or without any name and number)."""

    position: int
    problem: Problem
