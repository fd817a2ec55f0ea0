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
CALCULATION_OF: Final = Text(fi="{line}: laskelma", sv="{line}: beräkning", en="{line}: calculation")
CALCULATION_HOLDS: Final = Text.same("{line}: {product} = {computed}.")
CALCULATION_ROUNDED: Final = Text(
    fi="{line}: {product} = {computed}; {stated} on pyöristetty.",
    sv="{line}: {product} = {computed}; {stated} är avrundat.",
    en="{line}: {product} = {computed}; {stated} is rounded.",
)
CALCULATION_MAY_HOLD: Final = Text(
    fi="{line}: {product} = {computed}. Määrä on likimääräinen ({stated}), joten sitä ei voi tarkistaa.",
    sv="{line}: {product} = {computed}. Beloppet är ungefärligt ({stated}), så det kan inte kontrolleras.",
    en="{line}: {product} = {computed}. The amount is approximate ({stated}), so it cannot be checked.",
)
CALCULATION_FAILS: Final = Text(
    fi="{line}: {product} = {computed}, mutta riville on merkitty {stated}. Ero on {difference}.",
    sv="{line}: {product} = {computed}, men på raden står {stated}. Skillnaden är {difference}.",
    en="{line}: {product} = {computed}, but the line says {stated}. The difference is {difference}.",
)
WITHOUT_SIDE_COSTS: Final = Text(
    fi="Määrä täsmäisi ilman sivukuluja: ovatko ne jääneet pois summasta?",
    sv="Beloppet skulle stämma utan lönebikostnader: har de lämnats bort?",
    en="The amount would be right without side costs: have they been left out?",
)
WITHOUT_SHARE: Final = Text(
    fi="Määrä täsmäisi, jos työaika olisi 100 %: onko osuus jäänyt ottamatta huomioon?",
    sv="Beloppet skulle stämma om arbetstiden var 100 %: har andelen glömts?",
    en="The amount would be right for 100% of working time: has the share been forgotten?",
)
NEEDED: Final = Text(
    fi="{line}: laskelmaa varten tarvitaan vielä {names}.",
    sv="{line}: för beräkningen behövs ännu {names}.",
    en="{line}: the calculation still needs: {names}.",
)
NO_UNITS: Final = Text(
    fi="{line}: kustannusmalli on yksikkökustannus, mutta yksikkömäärää ja yksikköhintaa ei ole merkitty, joten riviä "
    "ei voi tarkistaa.",
    sv="{line}: kostnadsmodellen är enhetskostnad, men antalet enheter och enhetspriset saknas, så raden kan inte "
    "kontrolleras.",
    en="{line}: the cost model is unit cost, but the quantity and the unit price are not entered, so the line cannot "
    "be checked.",
)
FLAT_RATE_OF: Final = Text.same("{partner}: flat rate")
TWO_RATES: Final = Text(
    fi="Flat rate -rivejä on useita. Kustannusmalleja voi yhdistää vain, jos kukin kattaa eri kustannukset (866/2021 "
    "2 §): tarkista, käytetäänkö samoista kustannuksista kahta prosenttia.",
    sv="Det finns flera flat rate-rader. Kostnadsmodeller får kombineras endast om var och en täcker olika kostnader "
    "(866/2021 2 §): kontrollera om två procentsatser används för samma kostnader.",
    en="There are several flat-rate lines. Cost models may be combined only where each covers costs of its own "
    "(866/2021 2 §): check whether two rates are used for the same costs.",
)
STAFF_MODEL: Final = Text(fi="Palkkakustannusmalli", sv="Lönekostnadsmodell", en="Staff cost model")
TWO_MODELS: Final = Text(
    fi="Palkkoja on laskettu kahdella mallilla: {rated} tuntitaksalla ja {paid} palkasta. Rakennerahastohankkeessa "
    "tuen saaja käyttää samaa palkkakustannusmallia kaikissa tehtävissä (rakennerahastot.fi). Valitse toinen.",
    sv="Löner har räknats med två modeller: {rated} med timpris och {paid} av lönen. I ett strukturfondsprojekt "
    "använder stödmottagaren samma lönekostnadsmodell för alla uppgifter (rakennerahastot.fi). Välj den ena.",
    en="Pay is worked out by two models: {rated} by an hourly rate and {paid} from pay. In a structural funds project "
    "a beneficiary uses one staff cost model for all tasks (rakennerahastot.fi). Choose one.",
)
WORK_SHARE: Final = Text(fi="osuus työajasta", sv="andel av arbetstiden", en="share of working time")
SIDE_COSTS: Final = Text(fi="sivukulut", sv="lönebikostnader", en="side costs")
HOURS_OF_YEAR: Final = Text(fi="vuoden työtunnit", sv="årets arbetstimmar", en="hours of a year")
MONTHS_OF: Final = Text(
    fi="{role}: henkilötyökuukaudet kustannusarviossa ja työnjaossa",
    sv="{role}: personmånader i kostnadskalkylen och i arbetsfördelningen",
    en="{role}: person-months in the budget and in the assignments",
)
MONTHS_DIFFER: Final = Text(
    fi="{role}: kustannusarviossa on {budget} ja työnjaossa {work}. Tarkista kumpi pitää, ja korjaa toinen.",
    sv="{role}: kostnadskalkylen har {budget} och arbetsfördelningen {work}. Kontrollera vilket som gäller, och rätta "
    "det andra.",
    en="{role}: the budget has {budget} and the assignments {work}. Check which is right, and correct the other.",
)
MONTHS_AGREE: Final = Text(
    fi="{role}: kustannusarviossa ja työnjaossa on {work}.",
    sv="{role}: kostnadskalkylen och arbetsfördelningen har {work}.",
    en="{role}: the budget and the assignments have {work}.",
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


def flat_rate_of(partner: str) -> Text:
    """Return the name of a partner's own flat rate."""
    return FLAT_RATE_OF.filled(partner=partner)


def parts_of(kind: CostKind) -> Text:
    """Return the name of: the partners' lines of a kind of cost beside those of the whole."""
    return PARTS_OF.filled(kind=COST_KINDS[kind])


def parts_unclear(kind: CostKind, parts: Decimal, whole: Decimal) -> Text:
    """Say that it cannot be told whether partners' lines repeat those of the whole."""
    return PARTS_UNCLEAR.filled(kind=COST_KINDS[kind], parts=figure(parts, EUR), whole=figure(whole, EUR))


def calculation_of(line: Text) -> Text:
    """Return the name of: what a line's own figures come to is its amount."""
    return CALCULATION_OF.filled(line=line)


def needed(line: Text, names: Text) -> Text:
    """Say which figures a calculation still needs."""
    return NEEDED.filled(line=line, names=names)


def no_units(line: Text) -> Text:
    """Say that a line of a project of unit costs has no units."""
    return NO_UNITS.filled(line=line)
