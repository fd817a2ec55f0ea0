"""What the figures say: one in so many, the whole, the highest and lowest; nothing of what is hidden."""

import pytest

from seutu.core.surveys.measures import Measure, MeasureKind
from seutu.core.surveys.questionnaire import Option, Question, QuestionKind, Scale
from seutu.core.surveys.result_sentences import lead
from seutu.core.surveys.wave_results import ALL, HIDDEN, ResultCell, ResultTable
from seutu.core.text import Text

ASKED = Question(
    code="move", kind=QuestionKind.SCALE, text=Text.same("?"), scale=Scale(0, 10, Text.same("a"), Text.same("b"))
)
TOP = Measure("move:top", ASKED, MeasureKind.TOP, at_least=9)
MEAN = Measure("move", ASKED, MeasureKind.MEAN)
YES = Measure("move:yes", ASKED, MeasureKind.OPTION, Option("yes", Text.same("Kyllä")))
NAMES = {code: Text.same(code) for code in ("Lahti", "Pori", "Rauma")}


def cell(value: float, reach: float = 0.02) -> ResultCell:
    return ResultCell(1234, value, value - reach, value + reach, 1)


def said(measure: Measure, **cells: ResultCell) -> list[Text]:
    rows = {ALL if row == "whole" else row: each for row, each in cells.items()}
    return lead(measure, ResultTable(tuple(rows), (ALL,), {(row, ALL): each for row, each in rows.items()}), ALL, NAMES)


def plain(told: str) -> str:
    return told.replace("\N{NO-BREAK SPACE}", " ")


def test_a_share_near_one_in_so_many_is_said_so() -> None:
    (told,) = said(TOP, whole=cell(0.17))
    assert plain(told.fi) == "Noin joka kuudes vastaaja antoi 9–10: 17 % (90 %:n väli 15–19 %), vastauksia 1 234."
    assert plain(told.en) == "About one respondent in six gave 9–10: 17% (90% interval 15–19%), 1 234 answers."
    (told,) = said(YES, whole=cell(0.43))
    assert plain(told.fi) == "43 % vastaajista valitsi ”Kyllä” (90 %:n väli 41–45 %), vastauksia 1 234."


def test_a_mean_is_said_on_its_scale() -> None:
    (told,) = said(MEAN, whole=cell(3.42, 0.2))
    assert plain(told.fi) == "Keskiarvo on 3,4 asteikolla 0–10 (90 %:n väli 3,2–3,6), vastauksia 1 234."


def test_the_ends_are_said_with_how_many_cannot_be_told_apart_from_the_highest() -> None:
    ends, alike = said(MEAN, Lahti=cell(4, 0.5), Pori=cell(3.2, 0.5), Rauma=cell(1, 0.5))
    assert ends.en == "Highest: Lahti 4.0 (3.5–4.5). Lowest: Rauma 1.0 (0.5–1.5)."
    assert alike.en.startswith("Intervals that overlap with that of the highest: 1.")


def test_rows_that_share_an_end_are_all_named() -> None:
    (ends,) = said(MEAN, Lahti=cell(4, 0.5), Pori=cell(1, 0.5), Rauma=cell(1, 0.5))
    assert ends.en == "Highest: Lahti 4.0 (3.5–4.5). Lowest: Pori, Rauma 1.0."


@pytest.mark.parametrize("cells", [{"whole": HIDDEN}, {"Lahti": HIDDEN, "Pori": cell(3)}, {}])
def test_what_is_hidden_is_not_said(cells: dict[str, ResultCell]) -> None:
    (told,) = said(MEAN, **cells)
    assert told.en == "No figures can be shown: there are no answers, or too few."
