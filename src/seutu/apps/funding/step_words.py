"""What is said when a step of an application cannot be taken now. Words only."""

from datetime import date
from typing import Final

from seutu.core.figures import write_date, write_number
from seutu.core.text import LANGUAGES, Text

IN_TRASH: Final = Text(
    fi="Hakemus on roskakorissa. Palauta se ensin.",
    sv="Ansökan ligger i papperskorgen. Återställ den först.",
    en="The application is in the trash. Restore it first.",
)
DRAFT_NOT_KEPT: Final = Text(
    fi="Luonnoksesta ei tallenneta versiota. Jätä hakemus, niin versio tallennetaan.",
    sv="Av ett utkast sparas ingen version. Lämna in ansökan, så sparas en.",
    en="No version is kept of a draft. Submit the application, and one is kept.",
)
KEPT_ALREADY: Final = Text(
    fi="Hakemuksesta on jo versio. Uusi tallennetaan, kun hakemus täydennetään.",
    sv="Det finns redan en version av ansökan. En ny sparas när ansökan kompletteras.",
    en="A version of the application has been kept already. The next is kept when it is supplemented.",
)
SUPPLEMENT_NOT_OPEN: Final = Text(
    fi="Täydennyspyyntö ei ole enää avoin, joten sitä ei voi merkitä tehdyksi. Lataa sivu uudelleen.",
    sv="Begäran är inte längre öppen och kan inte antecknas som gjord. Ladda om sidan.",
    en="The supplement request is no longer open, so it cannot be marked done. Load the page again.",
)
NOTHING_REQUESTED: Final = Text(
    fi="Yhtään täydennystä ei ole avoinna. Lisää ensin pyyntö: mitä pitää täydentää ja mihin mennessä.",
    sv="Ingen komplettering är öppen. Lägg först till en begäran: vad som ska kompletteras och till när.",
    en="No supplement is open. Add a request first: what is to be supplemented and by when.",
)
NOBODY_FINISHED: Final = Text(
    fi="Kukaan ei ole vielä pisteyttänyt kaikkia arviointiperusteita. Pisteytä hakemus loppuun, tai kirjaa hakemukseen "
    "rahoittajan ilmoittamat pisteet.",
    sv="Ingen har ännu gett poäng på alla bedömningsgrunder. Slutför poängsättningen, eller anteckna de poäng som "
    "finansiären uppger i ansökan.",
    en="Nobody has scored every criterion yet. Finish the scoring, or enter the points that the funder states in the "
    "application.",
)
DECISIONS_APART: Final = Text(
    fi="Hakemuksella on voimassa päätöksiä, joiden ratkaisut eroavat. Siirrä korvattu päätös roskakoriin, tai merkitse "
    "haulle rahoittaja, jonka päätös ratkaisee.",
    sv="Ansökan har gällande beslut med olika avgöranden. Flytta det ersatta beslutet till papperskorgen, eller "
    "anteckna i utlysningen den finansiär vars beslut avgör.",
    en="The application has standing decisions with different outcomes. Move the replaced one to the trash, or enter "
    "with the call the funder whose decision counts.",
)


def in_future(day: date) -> Text:
    """Say that a step cannot be dated ahead."""
    return _with_days(
        Text(
            fi="Päivä {day} on vasta edessä. Anna päivä, jona tämä tapahtui.",
            sv="Dagen {day} ligger framåt. Ange dagen då detta skedde.",
            en="{day} is still ahead. Give the day on which this happened.",
        ),
        day=day,
    )


def before(label: Text, earlier: date, day: date) -> Text:
    """Say that a step would come before what has happened already."""
    return _with_days(
        Text(
            fi="Päivä {day} on ennen päivää {earlier} ({label}). Tarkista päivä, tai korjaa aiempi päivä sen "
            "lomakkeella.",
            sv="Dagen {day} är före {earlier} ({label}). Kontrollera dagen, eller rätta den tidigare dagen i dess "
            "formulär.",
            en="{day} is before {earlier} ({label}). Check the day, or correct the earlier one in its form.",
        ),
        day=day,
        earlier=earlier,
        label=label,
    )


def call_not_open(opens: date | None, closes: date | None, day: date) -> Text:
    """Say that the call does not take applications on a day."""
    if opens is not None and day < opens:
        return _with_days(
            Text(
                fi="Haku alkaa vasta {opens}, joten hakemusta ei voi jättää {day}. Tarkista päivä.",
                sv="Utlysningen öppnar först {opens}, så ansökan kan inte lämnas in {day}. Kontrollera dagen.",
                en="The call opens on {opens}, so nothing can be submitted on {day}. Check the day.",
            ),
            opens=opens,
            day=day,
        )
    return _with_days(
        Text(
            fi="Haku päättyi {closes}, joten hakemusta ei voi jättää {day}. Jos hakemus tuli ajoissa, anna "
            "saapumispäivä; jos aikaa on jatkettu, korjaa haun päättymispäivä.",
            sv="Utlysningen slutade {closes}, så ansökan kan inte lämnas in {day}. Kom ansökan i tid, ange dagen då "
            "den kom in; har tiden förlängts, rätta utlysningens slutdag.",
            en="The call closed on {closes}, so nothing can be submitted on {day}. If the application came in time, "
            "give the day it came; if the time was extended, correct the call's closing day.",
        ),
        closes=closes,
        day=day,
    )


def supplements_open(count: int) -> Text:
    """Say how many supplements are still to be done."""
    return Text(
        fi="Täydennyksistä {count} on vielä tekemättä. Merkitse ne tehdyiksi, tai peru ne, joita ei enää tarvita.",
        sv="{count} kompletteringar är ännu ogjorda. Anteckna dem som gjorda, eller återta dem som inte behövs.",
        en="Supplements still to be done: {count}. Mark them done, or drop those no longer needed.",
    ).filled(count=lambda language: write_number(count, language))


def assessors_unfinished(count: int) -> Text:
    """Say how many assessors have begun and not finished."""
    return Text(
        fi="Arvioijista {count} on aloittanut mutta ei ole antanut kaikkia pisteitään. Odota, että he saavat työnsä "
        "valmiiksi, tai pyydä heitä poistamaan keskeneräiset pisteensä.",
        sv="{count} bedömare har börjat men inte gett alla sina poäng. Vänta tills de är klara, eller be dem ta bort "
        "sina ofullständiga poäng.",
        en="Assessors who have begun and not given all their scores: {count}. Wait for them to finish, or ask them to "
        "remove the scores they began.",
    ).filled(count=lambda language: write_number(count, language))


def decision_missing(outcome: Text) -> Text:
    """Say that the decision must be entered with its reasons first."""
    return Text(
        fi="Kirjaa ensin hakemukselle päätös, jonka ratkaisu on ”{outcome}”, perusteluineen.",
        sv="Anteckna först ett beslut på ansökan med avgörandet ”{outcome}” och motivering.",
        en="Enter a decision on the application first, with the outcome “{outcome}” and its reasons.",
    ).filled(outcome=outcome)


def reasons_missing(outcome: Text) -> Text:
    """Say that the decision is there, and that its reasons must be entered first."""
    return Text(
        fi="Päätökseltä, jonka ratkaisu on ”{outcome}”, puuttuvat perustelut. Kirjaa ne päätökseen ensin.",
        sv="Beslutet med avgörandet ”{outcome}” saknar motivering. Anteckna den i beslutet först.",
        en="The decision with the outcome “{outcome}” has no reasons yet. Enter them in the decision first.",
    ).filled(outcome=outcome)


def _with_days(text: Text, **facts: date | Text | None) -> Text:
    def said(fact: date | Text | None) -> Text:
        if isinstance(fact, date):
            return Text(**{language: write_date(fact, language) for language in LANGUAGES})
        return fact or Text.same("")

    return text.filled(**{name: said(fact) for name, fact in facts.items()})
