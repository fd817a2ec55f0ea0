"""Populations of a store by age and sex, brought to the classes that a questionnaire asks: targets of two margins.

Not for reading the store (``apps.statistics.surveys.store_targets``) or for fitting weights (``raking``).
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import weighting_plan_messages as say
from seutu.core.surveys.grouping import JOINED_BY
from seutu.core.surveys.questionnaire import Question, QuestionKind, Questionnaire
from seutu.core.surveys.weighting_plan import TOWN, Targets

OLDEST: Final = 200
"""The last year of an open class."""
AGE_NAMES: Final = frozenset({"age", "ika", "ikä"})
SEX_NAMES: Final = frozenset({"sex", "gender", "sukupuoli"})
WOMEN, MEN = "women", "men"
_SEXES: Final = dict.fromkeys(("f", "female", "woman", "women", "nainen", "naiset", "kvinna", "kvinnor"), WOMEN) | (
    dict.fromkeys(("m", "male", "man", "men", "mies", "miehet", "män"), MEN)
)
_SEX_CODES: Final = {"1": MEN, "2": WOMEN}
"""The codes of ISO/IEC 5218, which statistical offices use; as an answer's code they may mean anything."""
_BETWEEN: Final = re.compile(r"\D*(\d{1,3})\s*[-–_]\s*(\d{1,3})\D*")
_OLDER: Final = r"[-–_]?plus|[-–+]|tai vanh\w*|(?:years )?or (?:over|older)|eller äldre"
_FROM: Final = re.compile(rf"\D*(\d{{1,3}})\s*(?:{_OLDER})\W*")
_UNDER: Final = re.compile(r"(?:alle|under|below)\s*(\d{1,3})\D*")
_ONE: Final = re.compile(r"\d{1,3}")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PopulationPart:
    """The people of a town in a class of age, both ends in it, and of a sex, or of both where it is empty."""

    town: str
    ages: Span
    sex: str
    number: float


def part_of(town: str, breakdown: str, number: float) -> PopulationPart | None:
    """Return the part that a breakdown names, ``age:18-24`` or ``ika:18;sukupuoli:1``; None for any other."""
    told = dict(each.partition(":")[::2] for each in breakdown.split(";"))
    ages = next((age_span(text) for name, text in told.items() if name in AGE_NAMES), None)
    named = next((text.casefold() for name, text in told.items() if name in SEX_NAMES), "")
    sex = _SEXES.get(named) or _SEX_CODES.get(named, "")
    if ages is None or bool(named) != bool(sex) or len(told) != 1 + bool(sex):
        return None
    return PopulationPart(town, ages, sex, number)


def age_span(text: str) -> Span | None:
    """Return the ages that ``18-24``, ``18–24 v``, ``65+``, ``85-``, ``alle 18`` or ``18`` names, both ends in it."""
    written = text.strip().casefold()
    if _ONE.fullmatch(written):
        return int(written), int(written)
    if found := _BETWEEN.fullmatch(written):
        low, high = int(found[1]), int(found[2])
        return (low, high) if low <= high else None
    if found := _UNDER.fullmatch(written):
        return 0, int(found[1]) - 1
    found = _FROM.fullmatch(written)
    return (int(found[1]), OLDEST) if found else None


def age_question(questionnaire: Questionnaire) -> tuple[str, dict[str, Span]] | None:
    """Return the single choice of ages and the span of each option; options that name no ages have none."""
    for question in questionnaire.questions:
        told = {code: span for code, *texts in _options(question) if (span := _first_span((code, *texts)))}
        if len(told) > 1:
            return question.code, told
    return None


def sex_question(questionnaire: Questionnaire) -> tuple[str, dict[str, str]] | None:
    """Return the single choice that has women and men among its options, each once, and which they are."""
    for question in questionnaire.questions:
        told = {code: _SEXES[name] for code, *texts in _options(question) for name in texts[:1] if name in _SEXES}
        if sorted(told.values()) == [MEN, WOMEN]:
            return question.code, told
    return None


def towns_and_ages(parts: Sequence[PopulationPart], question: str, ages: Mapping[str, Span]) -> Targets:
    """Return the margins of towns and of ages, of the people of all the ages asked.

    Raises ``InputProblem`` for a class of age that lies in no single class of the question.
    """
    by_town, by_age = defaultdict[str, float](float), defaultdict[str, float](float)
    for part in parts:
        if (code := _class_of(part.ages, question, ages)) is not None:
            by_town[part.town] += part.number
            by_age[code] += part.number
    return {TOWN: dict(by_town), question: {code: by_age[code] for code in ages if code in by_age}}


def ages_and_sexes(
    parts: Sequence[PopulationPart], ages: tuple[str, Mapping[str, Span]], sexes: tuple[str, Mapping[str, str]]
) -> Targets:
    """Return the cells of age × sex, summed over the towns. Raises ``InputProblem`` as ``towns_and_ages``."""
    codes = {sex: code for code, sex in sexes[1].items()}
    found = defaultdict[str, float](float)
    for part in parts:
        if part.sex and (code := _class_of(part.ages, *ages)) is not None:
            found[JOINED_BY.join((code, codes[part.sex]))] += part.number
    order = [JOINED_BY.join((age, sex)) for age in ages[1] for sex in sexes[1]]
    return {JOINED_BY.join((ages[0], sexes[0])): {cell: found[cell] for cell in order if cell in found}}


def _class_of(span: Span, question: str, ages: Mapping[str, Span]) -> str | None:
    """Return the class that the span lies in whole; None for one outside of all."""
    for code, (low, high) in ages.items():
        if low <= span[0] and span[1] <= high:
            return code
        if span[0] <= high and low <= span[1]:
            told = f"{span[0]}–{'' if span[1] == OLDEST else span[1]}"
            raise InputProblem(Problem(say.AGES_MISFIT.filled(ages=told, question=question), column=question))
    return None


def _options(question: Question) -> list[tuple[str, ...]]:
    if question.kind is not QuestionKind.SINGLE:
        return []
    return [
        (each.code, *(text.strip().casefold() for text in (each.text.fi, each.text.en, each.text.sv)))
        for each in question.options
    ]


def _first_span(texts: Sequence[str]) -> Span | None:
    """Return the span of the first text that names one; a number alone is no age but a code."""
    return next((span for text in texts if not _ONE.fullmatch(text) and (span := age_span(text))), None)
