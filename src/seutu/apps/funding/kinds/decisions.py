"""Decisions of funders and municipalities."""

from typing import Any, Final

from seutu.apps.funding.choices import OUTCOMES
from seutu.apps.funding.models import Decision
from seutu.apps.programmes.kinds.shared_columns import (
    CALLS_GROUP,
    OPTIONAL_PROJECT,
    actor,
    by_choice,
    choice,
    long_text,
    money,
)
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_OUTCOME: Final = choice("outcome", Text(fi="ratkaisu", sv="avgörande", en="outcome"), OUTCOMES)


def _role(name: str, label: Text) -> TextColumn:
    return TextColumn(
        name=name,
        label=label,
        help=Text(fi="Virkanimike, ei nimeä.", sv="Befattning, inte namn.", en="The office, not a name."),
        max_length=200,
    )


def _of_what(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("project") or values.get("application"):
        return {}
    return {
        "project": Text(
            fi="Valitse hanke tai hakemus, jota päätös koskee.",
            sv="Välj projektet eller ansökan som beslutet gäller.",
            en="Choose the project or the application that the decision is about.",
        )
    }


DECISIONS: Final = Kind(
    name="decisions",
    model=Decision,
    singular=Text(fi="päätös", sv="beslut", en="decision"),
    plural=Text(fi="Päätökset", sv="Beslut", en="Decisions"),
    purpose=Text(
        fi="Rahoittajien ja kuntien päätökset perusteluineen, liitteineen ja enimmäismäärineen.",
        sv="Finansiärers och kommuners beslut med motivering, bilagor och högsta belopp.",
        en="Decisions of funders and municipalities with reasons, attachments and ceilings.",
    ),
    columns=(
        NAME,
        OPTIONAL_PROJECT,
        ReferenceColumn(
            name="application", kind="applications", label=Text(fi="hakemus", sv="ansökan", en="application")
        ),
        actor("decider", Text(fi="päättäjä", sv="beslutsfattare", en="decider"), listed=True),
        TextColumn(name="organ", label=Text(fi="toimielin", sv="organ", en="body"), listed=True, max_length=200),
        TextColumn(
            name="case_number",
            label=Text(fi="asianumero", sv="ärendenummer", en="case number"),
            synonyms=("dnro", "diaarinumero", "asianro", "diarienummer"),
            searchable=True,
            listed=True,
            max_length=80,
        ),
        TextColumn(name="section", label=Text(fi="pykälä", sv="paragraf", en="section"), max_length=20),
        DateColumn(name="day", label=Text(fi="päivä", sv="dag", en="day"), listed=True),
        _OUTCOME,
        money("granted", Text(fi="myönnetty", sv="beviljat", en="granted"), listed=True),
        money(
            "ceiling",
            Text(fi="sitoumus enintään", sv="åtagande högst", en="commitment at most"),
            told=Text(
                fi="Suurin summa, johon päätöksellä sitoudutaan.",
                sv="Det högsta belopp som man förbinder sig till genom beslutet.",
                en="The most that the decision commits to.",
            ),
        ),
        _role("presenter", Text(fi="esittelijä", sv="föredragande", en="presenter")),
        _role("preparer", Text(fi="valmistelija", sv="beredare", en="preparer")),
        long_text("background", Text(fi="selostus", sv="redogörelse", en="background")),
        long_text("impact", Text(fi="vaikutusten arviointi", sv="konsekvensbedömning", en="impact assessment")),
        long_text("proposal", Text(fi="esitys", sv="förslag", en="proposal")),
        long_text("decision", Text(fi="päätösteksti", sv="beslutstext", en="decision text")),
        long_text("reasons", Text(fi="perustelut", sv="motivering", en="reasons")),
        long_text(
            "attachments",
            Text(fi="liitteet", sv="bilagor", en="attachments"),
            told=Text(
                fi="Yksi liite riviä kohden, myös muutoksenhakuohje.",
                sv="En bilaga per rad, också anvisningen för ändringssökande.",
                en="One attachment on each line, how to appeal among them.",
            ),
        ),
        _role("responsible", Text(fi="vastuuhenkilö", sv="ansvarig", en="responsible")),
        _role("invoice_approver", Text(fi="laskujen hyväksyjä", sv="godkänner fakturor", en="invoice approver")),
        long_text("withdrawal", Text(fi="oikeus vetäytyä", sv="rätt att dra sig ur", en="right to withdraw")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("case_number", "section"), ("name", "day")),
    order=("-day", "name"),
    filters=(by_choice(_OUTCOME),),
    area="plans",
    group=CALLS_GROUP,
    check=_of_what,
)
