"""Finnish business register (PRH/YTJ open data version 3): streaming reader of the bulk file and of answers."""

from seutu.sources.prh.reading import read_companies
from seutu.sources.prh.rows import (
    Address,
    BusinessLine,
    Coded,
    CompanyName,
    CompanyRow,
    RejectedCompany,
)

__all__ = [
    "Address",
    "BusinessLine",
    "Coded",
    "CompanyName",
    "CompanyRow",
    "RejectedCompany",
    "read_companies",
]
