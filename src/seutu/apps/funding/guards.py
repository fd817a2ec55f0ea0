"""Who may write scores, no year twice, no budget change past its page: the guards that the kinds carry.

They stand below every way of writing: forms, files, the interface, undoing. Not for applications' states and decisions
(case_guards.py).
"""

from collections.abc import Mapping
from typing import Any, Final, cast

from seutu.apps.accounts.models import User
from seutu.apps.funding.models import Application, BudgetChange, CostYear, Criterion, Score
from seutu.apps.funding.models.sealing import SCORED_STATES
from seutu.apps.funding.score_history import has_seen_as_owner
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import current_scope
from seutu.core.figures import write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.text import LANGUAGES, Text

OWN_ONLY: Final = Text(
    fi="Pisteet antaa arvioija itse. Kirjaa vain omat pisteesi, omalla sähköpostillasi.",
    sv="Bedömaren ger själv sina poäng. Anteckna bara dina egna, med din egen e-post.",
    en="Assessors give their own scores. Enter only yours, with your own e-mail address.",
)
OVER: Final = Text(
    fi="Hakemus on jo pisteytetty, joten pisteet eivät enää muutu. Jos pisteytys pitää avata, kumoa se vaihe "
    "tapahtumista.",
    sv="Ansökan är redan poängsatt, så poängen ändras inte längre. Om poängsättningen ska öppnas på nytt, ångra det "
    "steget i händelserna.",
    en="The application has been scored already, so scores change no more. To open the scoring again, undo that step "
    "in the activity log.",
)
SEEN: Final = Text(
    fi="Pisteytys on kerran päätetty, ja omistaja on nähnyt muiden pisteet. Siksi omistaja ei enää anna eikä muuta "
    "tämän hakemuksen pisteitä.",
    sv="Poängsättningen har en gång avslutats, och ägaren har sett de andras poäng. Därför ger och ändrar ägaren inte "
    "längre poäng för den här ansökan.",
    en="The scoring has been closed once, and the owner has seen the others' scores. So the owner gives and changes no "
    "scores of this application any more.",
)
STAYS: Final = Text(
    fi="Pisteet pysyvät hakemuksessa ja arviointiperusteessa, joista ne on annettu. Anna toisesta uudet pisteet.",
    sv="Poängen hör till den ansökan och den grund som de gavs för. Ge nya poäng för en annan.",
    en="A score stays with the application and the criterion it was given on. Give another a score of its own.",
)
TWICE: Final = Text(
    fi="Olet jo antanut pisteet tästä arviointiperusteesta. Muokkaa niitä.",
    sv="Du har redan gett poäng på den här grunden. Redigera dem.",
    en="You have already scored this criterion. Edit that score.",
)
OTHER_CALL: Final = Text(
    fi="Arviointiperuste kuuluu toiseen hakuun kuin hakemus. Valitse hakemuksen oman haun peruste.",
    sv="Bedömningsgrunden hör till en annan utlysning än ansökan. Välj en grund i ansökans egen utlysning.",
    en="The criterion belongs to another call than the application. Choose one of the application's own call.",
)

YEAR_TWICE: Final = Text(
    fi="Kustannusrivillä ”{line}” on jo vuosi {year}. Muokkaa sen määrää, tai siirrä se ensin roskakoriin.",
    sv="Kostnadsraden ”{line}” har redan året {year}. Redigera dess belopp, eller flytta det först till papperskorgen.",
    en="The cost line “{line}” has the year {year} already. Edit its amount, or move it to the trash first.",
)


APPLIED_ELSEWHERE: Final = Text(
    fi="Muutos viedään budjettiin sen omalta sivulta, niin että rivit muuttuvat samalla. Jos se on jo viety, kumoa "
    "vienti tapahtumista.",
    sv="Ändringen förs in i budgeten på sin egen sida, så att raderna ändras samtidigt. Är den redan införd, "
    "ångra det i händelserna.",
    en="A change is taken into the budget on its own page, so that the lines change with it. If it has been, "
    "undo that in the activity log.",
)
NOT_APPLIED_YET: Final = Text(
    fi="Uusi muutos ei ole vielä budjetissa. Tallenna se hyväksyttynä ja vie se sitten budjettiin sen omalta sivulta. "
    "Aiemmin viedyn muutoksen tuo tiedostosta omistaja tai vetäjä.",
    sv="En ny ändring finns ännu inte i budgeten. Spara den som godkänd och för sedan in den på dess egen sida. "
    "En ändring som förts in tidigare importerar ägaren eller ledaren från en fil.",
    en="A new change is not in the budget yet. Save it as approved, and then take it into the budget on its own page. "
    "One that was taken in earlier is imported from a file by an owner or a facilitator.",
)


def check_score(values: dict[str, Any]) -> dict[str, Text]:
    """Tell what is wrong with a score: whose it is, more points than its criterion gives, another call's criterion."""
    person = current_scope().person
    if person is not None and str(values.get("assessor") or "").casefold() != person.email.casefold():
        return {"assessor": OWN_ONLY}
    criterion = Criterion.objects.filter(pk=values.get("criterion")).first()
    if criterion is None:
        return {}
    if values["points"] > criterion.max_points:
        return {"points": too_many(criterion)}
    application = Application.whole.filter(pk=values.get("application")).first()
    if application is not None and application.call_id not in {None, criterion.call_id}:
        return {"criterion": OTHER_CALL}
    return {}


def too_many(criterion: Criterion) -> Text:
    """Say how many points a criterion gives at most."""
    most = {language: write_number(plain_number(criterion.max_points), language) for language in LANGUAGES}
    return Text(
        fi=f"Perusteesta voi antaa enintään {most['fi']} pistettä. Pienennä pisteitä.",
        sv=f"Grunden ger högst {most['sv']} poäng. Minska poängen.",
        en=f"The criterion gives {most['en']} points at most. Lower the points.",
    )


def guard_score(record: OwnedRecord, by: User | None) -> dict[str, Text]:
    """Tell why a person may not write a score: another's, one she has seen as an owner, one that is over, a second one.

    Whoever has seen the others' as an assessor may still correct her own: what she gave first is told beside it.
    """
    if by is None:
        return {}
    score = cast("Score", record)
    if score.assessor.casefold() != by.email.casefold():
        return {"assessor": OWN_ONLY}
    if Application.whole.filter(pk=score.application_id, state__in=SCORED_STATES).exists():
        return {"application": OVER}
    if has_seen_as_owner(score.application_id, by):
        return {"application": SEEN}
    return _refused_place(score, by)


def _refused_place(score: Score, by: User) -> dict[str, Text]:
    """Tell why a score may not be of this application and criterion: it was given on others, or there is another."""
    given_on = Score.whole.filter(pk=score.pk).values_list("application_id", "criterion_id").first()
    if given_on not in {None, (score.application_id, score.criterion_id)}:
        return {"criterion": STAYS}
    same = Score.whole.filter(
        application=score.application_id,
        criterion=score.criterion_id,
        assessor__iexact=by.email,
        trashed_at__isnull=True,
    )
    if score.trashed_at is None and same.exclude(pk=score.pk).exists():
        return {"criterion": TWICE}
    return {}


def guard_cost_year(record: OwnedRecord, _by: User | None) -> dict[str, Text]:
    """Tell that a budget line has one standing cost of a year, whoever writes it and however."""
    cost = cast("CostYear", record)
    if cost.trashed_at is not None:
        return {}
    same = CostYear.objects.filter(cost_line=cost.cost_line_id, year=cost.year, trashed_at__isnull=True)
    if not same.exclude(pk=cost.pk).exists():
        return {}
    return {"year": YEAR_TWICE.filled(line=cost.cost_line.title, year=cost.year)}


def begin_unapplied(values: Mapping[str, Any]) -> dict[str, Text]:
    """Tell that a form does not add a budget change as taken into the budget: its lines would not have changed."""
    return {"state": NOT_APPLIED_YET} if values.get("state") == "applied" else {}


def keep_applied(record: OwnedRecord, values: Mapping[str, Any]) -> dict[str, Text]:
    """Tell that a form does not take a budget change into the budget, nor changes what one that has been has moved."""
    change = cast("BudgetChange", record)
    to = values.get("state", change.state)
    if "applied" not in {to, change.state}:
        return {}
    moved: dict[str, Any] = {"state": change.state}
    if change.state == "applied":
        moved |= {name: getattr(change, f"{name}_id") for name in ("project", "from_line", "to_line")}
        moved["amount"] = plain_number(change.amount)
    return {name: APPLIED_ELSEWHERE for name, stands in moved.items() if values.get(name, stands) != stands}
