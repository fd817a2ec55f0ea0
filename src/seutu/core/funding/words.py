"""What the relations of a plan are called, and the sentences that name a rule.

Not for the words of a document itself.
"""

from decimal import Decimal
from typing import Final

from seutu.core.figures.number_writing import write_percentage
from seutu.core.figures.relations.sentences import figure
from seutu.core.figures.units import EUR
from seutu.core.funding.plan_words import COST_KINDS
from seutu.core.funding.plans import CostKind
from seutu.core.text import Text

COSTS: Final = Text(fi="Kustannusarvio yhteensä", sv="Kostnadskalkylen totalt", en="Budget in total")
FUNDING: Final = Text(fi="Rahoitussuunnitelma yhteensä", sv="Finansieringsplanen totalt", en="Funding plan in total")
COSTS_AND_FUNDING: Final = Text(fi="Kustannukset ja rahoitus", sv="Kostnader och finansiering", en="Costs and funding")
SIDES: Final = (
    Text(fi="kustannukset", sv="kostnaderna", en="the costs"),
    Text(fi="rahoitus", sv="finansieringen", en="the funding"),
)
SHARES: Final = Text(fi="Rahoitusosuudet", sv="Finansieringsandelarna", en="Funding shares")
PURCHASES: Final = Text(
    fi="Työpakettien ostopalvelut", sv="Arbetspaketens köpta tjänster", en="Purchases of the work packages"
)
PARTNERS: Final = Text(
    fi="Toteuttajien kustannusarviot", sv="Genomförarnas kostnadskalkyler", en="Budgets of the partners"
)
AID: Final = Text(fi="EU:n ja valtion rahoitus", sv="EU:s och statens finansiering", en="EU and state funding")
AID_OF_CALL: Final = Text(
    fi="EU:n ja valtion rahoitus hankkeelle",
    sv="EU:s och statens finansiering till projektet",
    en="EU and state funding of the project",
)
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
PARTS_OF: Final = Text(
    fi="{kind}: toteuttajien rivit ja koko hankkeen rivit",
    sv="{kind}: genomförarnas rader och hela projektets rader",
    en="{kind}: the partners' lines and those of the whole",
)
PARTS_UNCLEAR: Final = Text(
    fi="{kind}: toteuttajien rivit ovat yhteensä {parts} ja koko hankkeen rivit {whole}. Luvuista ei näe, ovatko "
    "toteuttajien rivit osia koko hankkeen riveistä, joten kaikki on laskettu mukaan. Merkitse hankkeen kokonaissumma "
    "tai korjaa rivit.",
    sv="{kind}: genomförarnas rader är sammanlagt {parts} och hela projektets rader {whole}. Talen visar inte om "
    "genomförarnas rader är delar av hela projektets rader, så alla är medräknade. Ange projektets totalsumma eller "
    "rätta raderna.",
    en="{kind}: the partners' lines add up to {parts} and those of the whole project to {whole}. The figures do not "
    "show whether the partners' lines are parts of those of the whole, so all are counted. State the project's total, "
    "or correct the lines.",
)
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


def parts_of(kind: CostKind) -> Text:
    """Return the name of: the partners' lines of a kind of cost beside those of the whole."""
    return PARTS_OF.filled(kind=COST_KINDS[kind])


def parts_unclear(kind: CostKind, parts: Decimal, whole: Decimal) -> Text:
    """Say that it cannot be told whether partners' lines repeat those of the whole."""
    return PARTS_UNCLEAR.filled(kind=COST_KINDS[kind], parts=figure(parts, EUR), whole=figure(whole, EUR))
