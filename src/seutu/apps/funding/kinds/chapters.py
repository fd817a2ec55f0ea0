"""The chapters of applications: texts in the order of the form."""

from typing import Any, Final

from seutu.apps.funding.choices import CHAPTERS
from seutu.apps.funding.models import ApplicationChapter
from seutu.apps.programmes.kinds.shared_columns import CALLS_GROUP, by_choice, choice, long_text
from seutu.apps.records.sheets.columns import TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_CHAPTER: Final = choice("chapter", Text(fi="luku", sv="kapitel", en="chapter"), CHAPTERS, required=True)
_NEEDS_HEADING: Final = Text(
    fi="Kirjoita periaatteen nimi: hakemuksessa voi olla niitä useita.",
    sv="Skriv principens namn: en ansökan kan ha flera.",
    en="Write the name of the principle: an application may have several.",
)


def _named(values: dict[str, Any]) -> dict[str, Text]:
    nameless = values.get("chapter") == "principles" and not values.get("heading")
    return {"heading": _NEEDS_HEADING} if nameless else {}


APPLICATION_CHAPTERS: Final = Kind(
    name="application-chapters",
    model=ApplicationChapter,
    singular=Text(fi="hakemuksen luku", sv="ansökans kapitel", en="chapter of an application"),
    plural=Text(fi="Hakemusten luvut", sv="Ansökningarnas kapitel", en="Chapters of applications"),
    purpose=Text(
        fi="Hakemuksen tekstit lomakkeen järjestyksessä, valmiina kopioitaviksi.",
        sv="Ansökans texter i blankettens ordning, färdiga att kopiera.",
        en="The texts of an application in the order of the form, ready to be copied.",
    ),
    columns=(
        ReferenceColumn(
            name="application",
            kind="applications",
            label=Text(fi="hakemus", sv="ansökan", en="application"),
            required=True,
            listed=True,
        ),
        _CHAPTER,
        TextColumn(
            name="heading",
            label=Text(fi="otsikko", sv="rubrik", en="heading"),
            help=Text(
                fi="Horisontaalisen periaatteen nimi; muissa luvuissa tyhjä.",
                sv="Den horisontella principens namn; tomt i övriga kapitel.",
                en="The name of a horizontal principle; blank in the other chapters.",
            ),
            listed=True,
            max_length=200,
        ),
        long_text("text", Text(fi="teksti", sv="text", en="text"), searchable=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("application", "chapter", "heading"),),
    order=("application__name", "chapter", "heading"),
    filters=(by_choice(_CHAPTER),),
    area="plans",
    group=CALLS_GROUP,
    check=_named,
)
