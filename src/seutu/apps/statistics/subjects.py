"""What the activity log tells of surveys besides their records: the questionnaire's draft, answers, personal links."""

from typing import Final

from seutu.apps.records.enums import Change
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.subjects import Sentence, Subject
from seutu.core.text import Text

_NAME: Final = TextColumn(name="name", label=Text(fi="nimi", sv="namn", en="name"))
_COUNT: Final = TextColumn(name="count", label=Text(fi="lukumäärä", sv="antal", en="count"))
_DIGEST: Final = TextColumn(name="digest", label=Text(fi="tiiviste", sv="kontrollsumma", en="digest"))
_METHOD: Final = TextColumn(name="method", label=Text(fi="menetelmä", sv="metod", en="method"))

_DUE: Final = DateColumn(name="due", label=Text(fi="poistetaan", sv="tas bort", en="to be removed"))

QUESTIONNAIRES: Final = Subject(
    name="questionnaires",
    singular=Text(fi="kyselylomake", sv="frågeformulär", en="questionnaire"),
    plural=Text(fi="kyselylomakkeet", sv="frågeformulär", en="questionnaires"),
    named_by="name",
    columns=(_NAME, _COUNT, _DIGEST),
    sentences=(
        Sentence(
            change=Change.CHANGED,
            column="digest",
            text=Text(
                fi="Kyselylomaketta muokattu: {name}",
                sv="Frågeformuläret ändrat: {name}",
                en="Questionnaire changed: {name}",
            ),
        ),
    ),
)
SURVEY_ANSWERS: Final = Subject(
    name="survey-answers",
    singular=Text(fi="kyselyn vastaukset", sv="enkätens svar", en="answers of a survey"),
    plural=Text(fi="kyselyjen vastaukset", sv="enkäternas svar", en="answers of surveys"),
    named_by="name",
    columns=(_NAME, _COUNT, _DIGEST, _DUE),
    sentences=(
        Sentence(
            change=Change.CHANGED,
            column="due",
            text=Text(
                fi="Vastausten säilytysaika päättyy: {name}. Ne poistetaan {new}",
                sv="Svarens förvaringstid går ut: {name}. De tas bort {new}",
                en="The time of keeping answers ends: {name}. They are removed on {new}",
            ),
        ),
        Sentence(
            change=Change.FROZEN,
            column="count",
            text=Text(
                fi="Kierros suljettu: {name}, vastauksia {new}",
                sv="Omgången stängd: {name}, {new} svar",
                en="Wave closed: {name}, {new} answers",
            ),
        ),
        Sentence(
            change=Change.CREATED,
            column="count",
            text=Text(
                fi="Vastauksia tuotu: {name}, {new}",
                sv="Svar importerade: {name}, {new}",
                en="Answers brought in: {name}, {new}",
            ),
        ),
        Sentence(
            change=Change.ERASED,
            column="count",
            text=Text(
                fi="Vastaukset poistettu: {name}, {old}",
                sv="Svaren borttagna: {name}, {old}",
                en="Answers removed: {name}, {old}",
            ),
        ),
    ),
)
PERSONAL_LINKS: Final = Subject(
    name="personal-links",
    singular=Text(fi="henkilökohtaiset vastauslinkit", sv="personliga svarslänkar", en="personal survey links"),
    plural=Text(fi="henkilökohtaiset vastauslinkit", sv="personliga svarslänkar", en="personal survey links"),
    named_by="name",
    columns=(_NAME, _COUNT),
    sentences=(
        Sentence(
            change=Change.CREATED,
            column="count",
            text=Text(
                fi="Henkilökohtaisia vastauslinkkejä tehty: {name}, {new}",
                sv="Personliga svarslänkar skapade: {name}, {new}",
                en="Personal survey links made: {name}, {new}",
            ),
        ),
        Sentence(
            change=Change.ERASED,
            column="count",
            text=Text(
                fi="Henkilökohtaiset vastauslinkit poistettu: {name}, {old}",
                sv="Personliga svarslänkar borttagna: {name}, {old}",
                en="Personal survey links removed: {name}, {old}",
            ),
        ),
    ),
)
WEIGHTINGS: Final = Subject(
    name="survey-weightings",
    singular=Text(fi="kyselykierroksen painotus", sv="enkätomgångens viktning", en="weighting of a survey wave"),
    plural=Text(fi="kyselykierrosten painotukset", sv="enkätomgångarnas viktningar", en="weightings of survey waves"),
    named_by="name",
    columns=(_NAME, _METHOD, _DIGEST),
    sentences=(
        Sentence(
            change=Change.CHANGED,
            column="digest",
            text=Text(
                fi="Kierroksen painotusta muutettu: {name}",
                sv="Omgångens viktning ändrad: {name}",
                en="Weighting of a wave changed: {name}",
            ),
        ),
    ),
)
SUBJECTS: Final = (QUESTIONNAIRES, SURVEY_ANSWERS, PERSONAL_LINKS, WEIGHTINGS)
