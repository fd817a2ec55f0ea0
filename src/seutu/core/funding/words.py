"""What the relations of a plan are called, and the sentences that name a rule.

Not for the words of a document itself.
"""

from decimal import Decimal
from typing import Final

from seutu.core.figures.number_writing import write_percentage
from seutu.core.text import Text

COSTS: Final = Text(fi="Kustannusarvio yhteensä", sv="Kostnadskalkylen totalt", en="Budget in total")
FUNDING: Final = Text(fi="Rahoitussuunnitelma yhteensä", sv="Finansieringsplanen totalt", en="Funding plan in total")
COSTS_AND_FUNDING: Final = Text(fi="Kustannukset ja rahoitus", sv="Kostnader och finansiering", en="Costs and funding")
SHARES: Final = Text(fi="Rahoitusosuudet", sv="Finansieringsandelarna", en="Funding shares")
PURCHASES: Final = Text(
    fi="Työpakettien ostopalvelut", sv="Arbetspaketens köpta tjänster", en="Purchases of the work packages"
)
PARTNERS: Final = Text(
    fi="Toteuttajien kustannusarviot", sv="Genomförarnas kostnadskalkyler", en="Budgets of the partners"
)
AID: Final = Text(fi="EU:n ja valtion rahoitus", sv="EU:s och statens finansiering", en="EU and state funding")
LUMP_SUM: Final = Text(fi="Kertakorvaushanke", sv="Projekt med engångsersättning", en="Lump-sum project")
PERIOD: Final = Text(fi="Toteutusaika", sv="Projekttiden", en="Project period")
START: Final = Text(fi="hankkeen alku", sv="projektets början", en="the start of the project")
END: Final = Text(fi="hankkeen loppu", sv="projektets slut", en="the end of the project")
TOGETHER: Final = Text(fi="yhteensä", sv="sammanlagt", en="in total")
BASE_UNKNOWN: Final = Text(
    fi="Ei ole tiedossa, mistä kustannuksista prosentti lasketaan.",
    sv="Det är inte känt av vilka kostnader procenten räknas.",
    en="It is not known of which costs the percentage is taken.",
)
RATE: Final = Text(fi="prosentti", sv="procentsats", en="rate")
APPLIED: Final = Text(
    fi="{line}: haettu = hyväksytty + hylätty",
    sv="{line}: sökt = godkänt + avslaget",
    en="{line}: applied = approved + rejected",
)
FUNDING_OF: Final = Text(fi="{partner}: rahoitus", sv="{partner}: finansiering", en="{partner}: funding")
SHARES_OF: Final = Text(
    fi="{partner}: rahoitusosuudet", sv="{partner}: finansieringsandelarna", en="{partner}: funding shares"
)
COSTS_OF: Final = Text(fi="{partner}: kustannukset", sv="{partner}: kostnader", en="{partner}: costs")
BY_YEAR: Final = Text(fi="{line} vuosittain", sv="{line} per år", en="{line} by year")
CEILING_OF: Final = Text(
    fi="enintään {rate} kustannuksista", sv="högst {rate} av kostnaderna", en="at most {rate} of costs"
)
BY_RULE: Final = Text(fi="Sääntö: {source}.", sv="Regel: {source}.", en="Rule: {source}.")
ASSUMED: Final = Text(
    fi="Säädösperustaa ei ole merkitty; oletuksena {source}.",
    sv="Den rättsliga grunden anges inte; antagandet är {source}.",
    en="The legal basis is not printed; assumed: {source}.",
)


def applied(line: Text) -> Text:
    """Return the name of: applied = approved + rejected."""
    return APPLIED.filled(line=line)


def by_year(line: Text) -> Text:
    """Return the name of the sum over years."""
    return BY_YEAR.filled(line=line)


def ceiling_of(rate: Decimal) -> Text:
    """Return the name of a ceiling that is a share of costs."""
    return CEILING_OF.filled(rate=lambda language: write_percentage(rate, language))


def by_rule(source: str) -> Text:
    """Name the rule that a plan was judged by."""
    return BY_RULE.filled(source=source.rstrip("."))


def assumed(source: str) -> Text:
    """Say that the plan prints no legal basis, and which was taken."""
    return ASSUMED.filled(source=source.rstrip("."))


def funding_of(partner: str) -> Text:
    """Return the name of a partner's own funding."""
    return FUNDING_OF.filled(partner=partner)


def shares_of(partner: str) -> Text:
    """Return the name of the shares of a partner's own funding."""
    return SHARES_OF.filled(partner=partner)


def costs_of(partner: str) -> Text:
    """Return the name of a partner's own costs."""
    return COSTS_OF.filled(partner=partner)
