"""What a project's pages say in sentences: the answer at the top, faults of the schedule, overloads, person-years.

Not for tables or for deciding anything.
"""

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.programmes.choices import LIFE_CYCLE
from seutu.apps.programmes.plans.loads import Overload, PersonYears
from seutu.apps.programmes.plans.overview import ProjectOverview
from seutu.core.figures import Amount, write_amount, write_date, write_number
from seutu.core.figures.number_writing import round_half_up
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.units import MONTH, PERSON_YEAR
from seutu.core.programmes.schedule_reading import Fault, FaultKind
from seutu.core.programmes.timelines import TooLongError
from seutu.core.programmes.workloads import Spell
from seutu.core.text import Language
from seutu.web.project_pages import money_text, period_text, work_text

STAGES = {choice.code: choice.label for choice in LIFE_CYCLE}


def project_lead(overview: ProjectOverview, cost: Decimal | None, language: Language) -> str:
    """Return who leads a project, when it runs, what it costs and at which stage it is."""
    project = overview.project
    said = [_leaders(overview), _when(overview, language)]
    if project.budget_total is not None:
        said.append(_("The budget is %(amount)s.") % {"amount": money_text(project.budget_total, language)})
        said += filter(None, [differing_said(project.budget_total, cost, language)])
    elif cost is not None:
        said.append(_("The cost lines add up to %(amount)s.") % {"amount": money_text(cost, language)})
    else:
        said.append(_("It has no budget yet."))
    if project.life_cycle in STAGES:
        said.append(_("Stage: %(stage)s.") % {"stage": STAGES[project.life_cycle].in_language(language)})
    return " ".join(said)


def differing_said(stated: Decimal, rows: Decimal | None, language: Language) -> str:
    """Say that cost lines do not add up to the total that is stated, and by how much; "" where they do."""
    if rows is None or rows == stated:
        return ""
    return _("However, its cost lines add up to %(rows)s: the difference is %(difference)s.") % {
        "rows": money_text(rows, language),
        "difference": money_text(abs(stated - rows), language),
    }


def _leaders(overview: ProjectOverview) -> str:
    leads = list(dict.fromkeys(each.actor.name for each in overview.leads))
    if not leads:
        return _("No lead partner has been named yet.")
    said = _("Led by %(leads)s.") % {"leads": ", ".join(leads)}
    if not overview.others:
        return said
    others = ngettext("%(count)s other takes part.", "%(count)s others take part.", overview.others)
    return f"{said} {others % {'count': overview.others}}"


def _when(overview: ProjectOverview, language: Language) -> str:
    start, end = overview.project.start, overview.project.end
    if start and end:
        return _("The project runs %(period)s.") % {"period": period_text(start, end, language)}
    if start:
        return _("The project starts on %(day)s.") % {"day": write_date(start, language)}
    if end:
        return _("The project ends on %(day)s.") % {"day": write_date(end, language)}
    return _("Its dates have not been set.")


def fault_said(fault: Fault) -> str:
    """Return one fault of a schedule: what is wrong, with which numbers, and what to do next."""
    first, other = fault.keys[0], fault.keys[-1]
    said = {
        FaultKind.NUMBER_TWICE: _("Number %(part)s is used twice. Give each part a number of its own."),
        FaultKind.BACKWARDS: _("%(part)s ends before it starts. Correct its dates."),
        FaultKind.UNKNOWN: _(
            "%(part)s waits for %(other)s, which this project does not have. Correct the numbers that it comes after, "
            "separated by semicolons."
        ),
        FaultKind.CIRCULAR: _("The parts wait for one another in a circle: %(circle)s. Take one of these waits away."),
        FaultKind.UNDATED: _("%(part)s waits for %(other)s, which has no dates. Give %(other)s a start and an end."),
        FaultKind.BROKEN: _(
            "%(part)s starts before %(other)s has ended, although it waits for it. Shift %(part)s or take the wait "
            "away."
        ),
        FaultKind.OUTSIDE: _(
            "%(part)s does not stay within the dates of work package %(other)s. Change the dates of one of them."
        ),
        FaultKind.OUTSIDE_PROJECT: _(
            "%(part)s does not stay within the dates of the project. Change its dates or those of the project."
        ),
    }[fault.kind]
    return said % {"part": first, "other": other, "circle": " → ".join(fault.keys)}


def too_long_said(error: TooLongError, language: Language) -> str:
    """Return why nothing is drawn: the days lie too far apart."""
    return _("The dates run from %(first)s to %(last)s, too long to draw. Check whether a year is wrong.") % {
        "first": write_date(error.first, language),
        "last": write_date(error.last, language),
    }


def person_of_load(role: str, partner: str) -> str:
    """Return a person of the plan: the role, and who employs them."""
    return f"{role} ({partner})" if role and partner else role or partner or _("no employer named")


def overload_said(found: Overload, language: Language) -> str:
    """Return when somebody has more work than a person, and how much at most."""
    spell = found.spell
    facts = {
        "person": person_of_load(found.role, found.partner),
        "months": months_said(spell),
        "most": write_load(spell.most, language),
    }
    if spell.first == spell.last:
        return _("%(person)s: the work of %(most)s persons in %(months)s") % facts
    return _("%(person)s: at most the work of %(most)s persons in %(months)s") % facts


def months_said(spell: Spell) -> str:
    """Return the months of a spell: ``9/2021`` or ``9/2021–2/2022``."""
    first, last = (f"{month}/{year}" for year, month in (spell.first, spell.last))
    return first if first == last else f"{first}–{last}"


def write_load(load: Fraction, language: Language) -> str:
    """Return an exact load as a figure of at most two decimals."""
    return write_number(plain_number(round_half_up(Decimal(load.numerator) / load.denominator, 2)), language)


def person_years_said(found: PersonYears, language: Language) -> str:
    """Return a project's person-years in person-months, read both ways: documents seldom tell which one is meant."""
    stated = write_amount(Amount(plain_number(found.stated), PERSON_YEAR), language)
    whole = work_text(found.whole_project, language)
    if found.each_year is None or found.months is None:
        return _(
            "The project states %(stated)s. If they are of the whole project, they are %(whole)s. If they are of each "
            "year, give the project a start and an end to see the person-months."
        ) % {"stated": stated, "whole": whole}
    months = write_amount(Amount(Decimal(found.months), MONTH), language)
    return _(
        "The project states %(stated)s. The document does not tell of which: of each year over %(months)s they are "
        "%(each)s, of the whole project %(whole)s."
    ) % {"stated": stated, "months": months, "each": work_text(found.each_year, language), "whole": whole}
