"""What the parts of a plan are called where people read and write them: kinds of cost and funding, roles, cost models.

Not for the words of relations (``words``), or for the labels that a plan gives its own rows.
"""

from collections.abc import Mapping
from typing import Final

from seutu.core.figures.number_writing import write_percentage
from seutu.core.funding.plans import CostKind, CostModel, FundingKind, PartnerRole, Way
from seutu.core.text import Text

COST_KINDS: Final[Mapping[CostKind, Text]] = {
    CostKind.STAFF: Text(fi="Palkkakustannukset", sv="Lönekostnader", en="Staff costs"),
    CostKind.FLAT_RATE: Text.same("Flat rate"),
    CostKind.PURCHASES: Text(fi="Ostopalvelut", sv="Köpta tjänster", en="Purchases"),
    CostKind.OTHER: Text(fi="Muut kustannukset", sv="Övriga kostnader", en="Other costs"),
}
FUNDING_KINDS: Final[Mapping[FundingKind, Text]] = {
    FundingKind.EU_STATE: Text(
        fi="EU:n ja valtion rahoitus", sv="EU:s och statens finansiering", en="EU and state funding"
    ),
    FundingKind.OWN: Text(fi="Omarahoitus", sv="Egen finansiering", en="Own funding"),
    FundingKind.MUNICIPAL: Text(fi="Kuntarahoitus", sv="Kommunal finansiering", en="Municipal funding"),
    FundingKind.OTHER_PUBLIC: Text(
        fi="Muu julkinen rahoitus", sv="Annan offentlig finansiering", en="Other public funding"
    ),
    FundingKind.PRIVATE: Text(fi="Yksityinen rahoitus", sv="Privat finansiering", en="Private funding"),
}
ROLES: Final[Mapping[PartnerRole, Text]] = {
    PartnerRole.LEAD: Text(fi="Päätoteuttaja", sv="Huvudgenomförare", en="Lead partner"),
    PartnerRole.PART: Text(fi="Osatoteuttaja", sv="Delgenomförare", en="Part partner"),
    PartnerRole.PARTICIPANT: Text(fi="Osallistuja", sv="Deltagare", en="Participant"),
}
COST_MODELS: Final[Mapping[str, Text]] = {
    "flat_rate": Text.same("Flat rate"),
    "lump_sum": Text(fi="Kertakorvaus", sv="Engångsersättning", en="Lump sum"),
    "unit_cost": Text(fi="Yksikkökustannus", sv="Enhetskostnad", en="Unit cost"),
    "actual": Text(fi="Tosiasialliset kustannukset", sv="Faktiska kostnader", en="Actual costs"),
}
WAYS: Final[Mapping[Way, Text]] = {
    Way.FIXED_SHARE: Text(
        fi="kiinteä osuus työajasta", sv="fast andel av arbetstiden", en="fixed share of working time"
    ),
    Way.PERSON_MONTHS: Text(fi="henkilötyökuukaudet", sv="personmånader", en="person-months"),
    Way.HOURLY_PAY: Text(fi="tunnit ja tuntipalkka", sv="timmar och timlön", en="hours and hourly pay"),
    Way.HOURLY_RATE: Text(fi="tuntitaksa vuosipalkasta", sv="timpris av årslönen", en="hourly rate of yearly pay"),
    Way.UNITS: Text(fi="yksikköhinta", sv="enhetspris", en="unit price"),
}
RATED: Final = Text.same("{model} {rate}")


def cost_model_text(model: CostModel) -> Text:
    """Return the cost model as people write it: "Flat rate 40 %"; a name that is not known stands as it is."""
    name = COST_MODELS.get(model.name, Text.same(model.name))
    rate = model.rate
    if rate is None:
        return name
    return RATED.filled(model=name, rate=lambda language: write_percentage(rate, language))
