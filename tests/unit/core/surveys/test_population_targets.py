"""Classes of age and sex of a store beside those that a questionnaire asks."""

import pytest

from seutu.core.problems import InputProblem
from seutu.core.surveys.population_targets import (
    age_question,
    age_span,
    ages_and_sexes,
    part_of,
    sex_question,
    towns_and_ages,
)
from seutu.core.surveys.questionnaire import Option, Question, QuestionKind, Questionnaire
from seutu.core.text import Text

AGES = {"young": (18, 34), "old": (35, 200)}
ROWS = [
    ("140", "age:16-17", 50.0),
    ("140", "age:18-19", 10.0),
    ("140", "age:20-34", 20.0),
    ("140", "age:35-", 30.0),
    ("684", "age:18-34", 5.0),
    ("684", "age:35-", 7.0),
]


def single(code: str, **options: str) -> Question:
    return Question(
        code=code,
        kind=QuestionKind.SINGLE,
        text=Text.same(code),
        options=tuple(Option(name, Text.same(text)) for name, text in options.items()),
    )


def asked(*questions: Question) -> Questionnaire:
    nothing = Text.same("x")
    return Questionnaire(title=nothing, introduction=nothing, thanks=nothing, questions=questions)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("18-24", (18, 24)),
        ("18–24 v", (18, 24)),
        ("a25_34", (25, 34)),
        ("65+", (65, 200)),
        ("85-", (85, 200)),
        ("35-plus", (35, 200)),
        ("65 tai vanhempi", (65, 200)),
        ("alle 18", (0, 17)),
        ("18", (18, 18)),
        ("34-18", None),
        ("en kerro", None),
        ("2 lasta, 3 autoa, 4 koiraa", None),
    ],
)
def test_ages_are_read_as_people_write_them(text: str, span: tuple[int, int] | None) -> None:
    assert age_span(text) == span


def test_questions_of_age_and_sex_are_known_by_their_options() -> None:
    form = asked(
        single("cars", a="1", b="2"),
        single("years", y="18–34", o="35+", no="en kerro"),
        single("who", f="Nainen", m="Mies", other="Muu"),
    )
    assert age_question(form) == ("years", {"y": (18, 34), "o": (35, 200)})
    assert sex_question(form) == ("who", {"f": "women", "m": "men"})
    assert age_question(asked(single("cars", a="1", b="2"))) is None
    assert sex_question(asked(single("who", f="Nainen", other="Muu"))) is None


def test_towns_and_ages_have_the_people_of_the_ages_asked() -> None:
    parts = [part for row in ROWS if (part := part_of(*row))]
    found = towns_and_ages(parts, "years", AGES)
    assert found == {"town": {"140": 60.0, "684": 12.0}, "years": {"young": 35.0, "old": 37.0}}
    with pytest.raises(InputProblem, match="20–34 lies in no single class of the question years"):
        towns_and_ages(parts, "years", {"young": (18, 24), "old": (25, 200)})


def test_cells_of_age_and_sex_are_summed_over_towns() -> None:
    rows = [("140", "ika:18-34;sukupuoli:1", 3.0), ("684", "sukupuoli:2;ika:18-34", 4.0), ("684", "age:40;sex:f", 5.0)]
    parts = [part for row in [*rows, *ROWS] if (part := part_of(*row))]
    found = ages_and_sexes(parts, ("years", AGES), ("who", {"f": "women", "m": "men"}))
    assert found == {"years × who": {"young × f": 4.0, "young × m": 3.0, "old × f": 5.0}}


def test_other_breakdowns_are_no_classes_of_age() -> None:
    others = ("", "tol2008:C", "sex:1", "age:18-24;tol2008:C", "age:18-24;sex:9", "age:all")
    assert [part_of("140", each, 1.0) for each in others] == [None] * len(others)
