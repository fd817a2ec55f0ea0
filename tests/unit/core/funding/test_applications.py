"""Which chapters of an application are still empty, and which parts of a decision item."""

from dataclasses import replace
from datetime import date

import pytest

from seutu.core.funding.applications import (
    Action,
    Application,
    Basic,
    Chapter,
    Principle,
    Target,
    empty_chapters,
    is_filled,
    missing_basics,
)
from seutu.core.funding.decisions import DecisionItem, Part, empty_parts
from seutu.core.funding.plans import Plan
from seutu.core.programmes.work_plans import Package
from tests.unit.core.funding.plan_rows import cost, paid

PLAN = Plan(
    title="Hanke",
    period=(date(2026, 1, 1), date(2027, 12, 31)),
    cost_lines=(cost("A", "other", "5"),),
    funding=(paid("B", "own", "5"),),
)
FULL = Application(
    plan=PLAN, applicant="Kaupunki", content="a", need="b", goals="c", target_groups="d", outcomes="e",
    actions=(Action(Package("1", "Alku", None, (), ())),), regions=("Ylä-Savo",), indicators=(Target("Yritykset"),),
    principles=(Principle("Tasa-arvo", "Teksti"),),
)  # fmt: skip


def test_an_application_without_anything_lacks_every_chapter() -> None:
    assert empty_chapters(Application()) == tuple(Chapter)
    assert empty_chapters(FULL) == ()


@pytest.mark.parametrize(
    ("application", "chapter"),
    [
        (replace(FULL, need=" \n"), Chapter.NEED),
        (replace(FULL, applicant=""), Chapter.BASICS),
        (replace(FULL, plan=replace(PLAN, period=(date(2026, 1, 1), None))), Chapter.BASICS),
        (replace(FULL, plan=replace(PLAN, cost_lines=())), Chapter.COSTS),
        (replace(FULL, plan=replace(PLAN, funding=())), Chapter.FUNDING),
        (replace(FULL, actions=()), Chapter.ACTIONS),
        (replace(FULL, regions=(), is_nationwide=False), Chapter.AREA),
        (replace(FULL, principles=(Principle("Tasa-arvo"),)), Chapter.PRINCIPLES),
        (replace(FULL, indicators=()), Chapter.INDICATORS),
    ],
)
def test_a_chapter_without_its_content_is_empty(application: Application, chapter: Chapter) -> None:
    assert empty_chapters(application) == (chapter,)


def test_a_nationwide_project_needs_no_regions() -> None:
    assert is_filled(replace(FULL, regions=(), is_nationwide=True), Chapter.AREA)


def test_the_basics_tell_what_they_lack() -> None:
    assert missing_basics(Application()) == tuple(Basic)
    assert missing_basics(FULL) == ()


def test_a_decision_item_tells_which_parts_are_empty() -> None:
    assert empty_parts(DecisionItem("Asia")) == tuple(Part)
    item = DecisionItem("Asia", background="a", impact="b", proposal="c", responsible="d", appeal=" ")
    assert empty_parts(item) == (Part.APPEAL,)
