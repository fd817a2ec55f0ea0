"""A survey to answer in tests: two languages' worth of every kind of question, a wave, links. Not a test itself."""

import json
import re
from datetime import date, timedelta
from typing import Any, Final

from django.test import Client
from django.utils import timezone

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.operations import create_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.statistics.models import SurveyLink, SurveyResponse
from seutu.apps.statistics.surveys.queries import link_of
from seutu.apps.statistics.surveys.questionnaire_operations import publish, save_draft
from seutu.core.surveys.questionnaire_reading import read_questionnaire
from tests.integration.factories import NOON, make_record, make_workspace

TOWNS: Final = ("140", "684", "895")


def text(fi: str) -> dict[str, str]:
    return {"fi": fi, "sv": f"{fi} (sv)", "en": f"{fi} (en)"}


def options(*codes: str) -> list[dict[str, Any]]:
    return [{"code": code, "text": text(f"Vaihtoehto {code}")} for code in codes]


PLAIN: Final[dict[str, Any]] = {
    "title": text("Vetovoima"),
    "introduction": text("Kerro, mitä ajattelet."),
    "thanks": text("Kiitos vastauksesta."),
    "group_question": "who",
    "questions": [
        {"code": "who", "kind": "single", "text": text("Kuka olet?"), "required": True,
         "options": options("residents", "city", "others")},
        {"code": "home", "kind": "municipality", "text": text("Missä asut?"), "with_previous": True},
        {"code": "image", "kind": "matrix", "text": text("Mielikuva"), "items_of_wave": True, "sample": 2,
         "dont_know": True,
         "scale": {"low": 1, "high": 5, "low_label": text("huono"), "high_label": text("hyvä")}},
        {"code": "move", "kind": "scale", "text": text("Voisitko muuttaa?"), "dont_know": True,
         "scale": {"low": 0, "high": 10, "low_label": text("en"), "high_label": text("kyllä")}},
        {"code": "why", "kind": "text", "text": text("Miksi?"),
         "shown_if": {"question": "move", "any_of": ["9", "10"]}},
    ],
}  # fmt: skip


def open_survey(here: Workspace | None = None, *, plain: dict[str, Any] | None = None, **link: Any) -> SurveyLink:
    """Return a link of a wave that is open today."""
    here = here or make_workspace()
    today: date = timezone.localdate()
    with in_scope(here):
        survey: Any = make_record("surveys", name="Vetovoima", purpose="Tutkitaan vetovoimaa.")
        save_draft(survey, read_questionnaire(plain or PLAIN), edited=0, by=None, at=NOON)
        survey.refresh_from_db()
        kept = publish(survey, name="1", by=None, at=NOON)
        wave = make_record(
            "survey-waves",
            survey=survey,
            name="2026",
            opens=today - timedelta(days=1),
            closes=today + timedelta(days=1),
            state="open",
            form_number=kept.number,
            towns=TOWNS,
        )
        values = {"wave": wave.pk, "name": "Avoin", "link_type": "open", **link}
        made: Any = create_record(kind_named("survey-links"), values, by=None, at=NOON)
        return link_of(made.code)


def responses(link: SurveyLink) -> list[Any]:
    with in_scope(link.workspace):
        return list(SurveyResponse.objects.filter(wave_id=link.wave_id))


class Respondent:
    """A browser without a script that goes through a questionnaire."""

    def __init__(self, link: SurveyLink, path: str = "", *, language: str = "fi") -> None:
        self.client = Client()
        self.path = f"/{language}/answer/{link.code}/{path}"
        self.page = self.client.get(self.path)

    @property
    def said(self) -> str:
        return str(self.page.content.decode())

    def hidden(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.said)
        assert found, f"no field {name} on the page"
        return found[1].replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")

    def form(self, **fields: Any) -> dict[str, Any]:
        here = dict.fromkeys(re.findall(r'name="(q\.[\w.-]+\.here)"', self.said), "1")
        return {**{name: self.hidden(name) for name in ("token", "page", "kept")}, **here, **fields}

    def press(self, act: str, *, path: str = "", **fields: Any) -> Any:
        named = {name.replace("__", "."): value for name, value in fields.items()}
        self.page = self.client.post(path or self.path, {**self.form(), "act": act, **named})
        return self.page

    def kept(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.hidden("kept"))
        return found
