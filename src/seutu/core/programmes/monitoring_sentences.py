"""What a monitoring report says in sentences: the state, the use of money, what comes next, what is missing.

Not for headings and table words (``reporting.monitoring.words``).
"""

from collections.abc import Callable
from typing import Final

from seutu.core.figures import Amount, Origin, write_date, write_number
from seutu.core.figures.amount_writing import write_money
from seutu.core.funding.appropriations import with_year
from seutu.core.programmes.monitoring import AppropriationLine, MonitoringReport, ReviewCount, StateLine
from seutu.core.text import Language, Text

Writer = Callable[[Language], str]

UNDER_WAY: Final = Text(
    fi="Vuonna {year} oli kirjausten mukaan käynnissä {count}. Näistä vuonna {next} jatkuu {continuing}; "
    "uusia alkaa {new} ja valmistelussa on {prepared}.",
    sv="År {year} pågick enligt posterna {count}. Av dem fortsätter {continuing} år {next}; {new} nya startar "
    "och {prepared} bereds.",
    en="Under way in {year} by the records: {count}. Of these {continuing} continue in {next}; {new} new ones start "
    "and {prepared} are in preparation.",
)
PROJECTS: Final = (
    Text(fi="{n} hanke tai toimenpide", sv="{n} projekt eller åtgärd", en="{n} project or measure"),
    Text(fi="{n} hanketta tai toimenpidettä", sv="{n} projekt eller åtgärder", en="{n} projects and measures"),
)
USED: Final = Text(
    fi="{name}: {amount}, josta käytettiin {used}.",
    sv="{name}: {amount}, varav {used} användes.",
    en="{name}: {amount}, of which {used} was used.",
)
LEFT: Final = Text(fi="Jäljelle jäi {left}.", sv="Kvar blev {left}.", en="This leaves {left}.")
NOT_USED: Final = Text(
    fi="{name}: {amount}. Käyttöä ei ole kirjattu.",
    sv="{name}: {amount}. Ingen användning har antecknats.",
    en="{name}: {amount}. No use has been recorded.",
)
REVIEWED_GOALS: Final = (
    Text(fi="{n} hyötytavoite", sv="{n} nyttomål", en="{n} benefit goal"),
    Text(fi="{n} hyötytavoitetta", sv="{n} nyttomål", en="{n} benefit goals"),
)
REVIEWED_PROJECTS: Final = (
    Text(fi="{n} hanke", sv="{n} projekt", en="{n} project"),
    Text(fi="{n} hanketta", sv="{n} projekt", en="{n} projects"),
)
REVIEWED: Final = Text(
    fi="{goals} ja {projects} × 17 YK:n tavoitetta = {pairs}: arvioitu {judged}, puuttuu {missing}.",
    sv="{goals} och {projects} × FN:s 17 mål = {pairs}: {judged} bedömda, {missing} saknas.",
    en="{goals} and {projects} × 17 UN goals = {pairs}: {judged} reviewed, {missing} missing.",
)
NOTHING_TO_REVIEW: Final = Text(
    fi="Ohjelmalla ei ole vielä tavoitteita eikä hankkeita, joita arvioida YK:n 17 tavoitteen kannalta.",
    sv="Programmet har ännu inga mål eller projekt att bedöma mot FN:s 17 mål.",
    en="The programme has no goals or projects yet to review against the UN's 17 goals.",
)
CALCULATED: Final = Text(fi="laskettu", sv="beräknat", en="calculated")


def number(value: int) -> Writer:
    """Return the writer of a count."""
    return lambda language: write_number(value, language)


def amount(value: Amount | None) -> Writer:
    """Return the writer of an amount; one that was calculated says so; a missing one is a dash."""

    def written(language: Language) -> str:
        if value is None:
            return "–"
        said = write_money(value, language)
        return f"{said} ({CALCULATED.in_language(language)})" if value.origin is Origin.DERIVED else said

    return written


def state_sentence(report: MonitoringReport) -> Text:
    """Say how many projects ran, continue, start and are prepared."""
    count = len(report.under_way)
    counted = PROJECTS[0 if count == 1 else 1].filled(n=number(count))
    return UNDER_WAY.filled(
        year=report.year,
        next=report.next_year,
        count=counted,
        continuing=number(len(report.continuing)),
        new=number(len(report.new)),
        prepared=number(len(report.in_preparation)),
    )


def money_sentence(line: AppropriationLine, used: StateLine | None) -> Text:
    """Say how much of an appropriation was used and what was left."""
    facts = {"name": with_year(line.name, line.year), "amount": amount(line.amount)}
    if used is None or used.total is None:
        return NOT_USED.filled(**facts)
    said = USED.filled(**facts, used=amount(used.total))
    return said if used.left is None else _after(said, LEFT.filled(left=amount(used.left)))


def review_sentence(count: ReviewCount) -> Text:
    """Say how many pairs of a subject and a UN goal have been judged."""
    if not count.pairs:
        return NOTHING_TO_REVIEW
    return REVIEWED.filled(
        goals=REVIEWED_GOALS[count.goals != 1].filled(n=number(count.goals)),
        projects=REVIEWED_PROJECTS[count.projects != 1].filled(n=number(count.projects)),
        pairs=number(count.pairs),
        judged=number(count.judged),
        missing=number(count.pairs - count.judged),
    )


def day_of(report: MonitoringReport, language: Language) -> str:
    """Return the day of the state that is reported, written."""
    return write_date(report.day, language)


def _after(first: Text, second: Text) -> Text:
    return Text(fi=f"{first.fi} {second.fi}", sv=f"{first.sv} {second.sv}", en=f"{first.en} {second.en}")
