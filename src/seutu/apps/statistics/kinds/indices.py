"""The kind of an index: its towns, years, structure and recipe, checked before they are saved. Not for results."""

import json
from dataclasses import dataclass, field
from typing import Any, Final

from seutu.apps.places.kinds import GROUP_FILTER
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import (
    ChoiceColumn,
    Column,
    ColumnProblem,
    Reading,
    TextColumn,
    Value,
    check_writable,
    choices_of,
    said,
)
from seutu.apps.records.sheets.kinds import Filter, Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.apps.statistics import index_messages as say
from seutu.apps.statistics.enums import YearRule
from seutu.apps.statistics.kinds.years import YEAR_DIGITS, year_of
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.indices.choice_reading import choices_told
from seutu.core.indices.plain_structures import structure_of
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Language, Text
from seutu.reporting.tables import ColumnKind
from seutu.sources.tables import CellValue

LONGEST: Final = 30000
INDICES_GROUP: Final = Text(fi="Indeksit", sv="Index", en="Indices")
KEPT_RECIPE: Final = Text(
    fi="tallennettu, näkyy indeksipajassa", sv="sparat, visas i indexverkstaden", en="kept, shown in the index workshop"
)
COUNTED: Final = Text(
    fi="mittareita {count}, ryhmiä {groups}",
    sv="indikatorer {count}, grupper {groups}",
    en="indicators {count}, groups {groups}",
)
YEAR_RULES: Final = choices_of(
    ("each", "kunkin mittarin uusin vuosi", "varje indikators nyaste år", "each indicator's newest year"),
    ("common", "uusin yhteinen vuosi", "nyaste gemensamma år", "newest common year"),
    ("one", "yksi vuosi", "ett år", "one year"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class JsonColumn(Column):
    """JSON as text: written in one way, the order of its keys kept."""

    sheet_kind: ColumnKind = field(default="text", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the text written in one way; raises ColumnProblem where it is no JSON or too long."""
        del reading
        text = said(cell).strip()
        if not text:
            return None
        if len(text) > LONGEST:
            raise ColumnProblem(say.TOO_LONG.filled(count=len(text), most=LONGEST))
        plain, problem = read_json(text)
        if problem is not None:
            raise ColumnProblem(problem)
        return check_writable(written(plain))

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the text; a missing one is the empty string."""
        setattr(record, self.name, value or "")

    def tell(self, value: Value, language: Language, record: OwnedRecord) -> str:
        """Return what the text holds in words: how many indicators in how many groups, or that a recipe is kept."""
        del record
        plain, problem = read_json(str(value)) if value else (None, None)
        if problem is not None or plain is None:
            return str(value or "")
        if not isinstance(plain, list):
            return KEPT_RECIPE.in_language(language)
        parents = {row["parent"] for row in plain if isinstance(row, dict) and row.get("parent")}
        count = sum(1 for row in plain if isinstance(row, dict) and row.get("code") not in parents)
        return COUNTED.filled(count=count, groups=len(parents)).in_language(language)


def read_json(text: str) -> tuple[Any, Text | None]:
    """Return what a text holds as JSON, or why it is none."""
    try:
        plain = json.loads(text)
        written(plain)
    except (ValueError, RecursionError) as error:
        return None, say.NOT_JSON.filled(reason=_short(error))
    return plain, None


def written(plain: object) -> str:
    """Return plain content as the text that a record keeps."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)


def _short(error: BaseException) -> str:
    return str(error)[:120].replace("{", "(").replace("}", ")")


def _check(values: dict[str, Any]) -> dict[str, Text]:
    """Tell what is wrong with the structure, the recipe or the year, the first fault of each."""
    found: dict[str, Text] = {}
    for name, read in (("structure", structure_of), ("recipe", _recipe)):
        if not values.get(name):
            continue
        plain, wrong_json = read_json(str(values[name]))
        if wrong_json is not None:
            found[name] = wrong_json
            continue
        try:
            read(plain)
        except InputProblem as problem:
            found[name] = problem.problems[0].message
    if not found and values.get("structure") and values.get("recipe"):
        try:
            choices_told(json.loads(str(values["recipe"])), structure_of(json.loads(str(values["structure"]))))
        except InputProblem as problem:
            found["recipe"] = problem.problems[0].message
    if values.get("year_rule") == YearRule.ONE.value and year_of(values.get("year")) is None:
        found["year"] = say.YEAR_NEEDED
    return found


def _recipe(plain: object) -> None:
    if not isinstance(plain, dict):
        raise InputProblem(Problem(say.NOT_AN_OBJECT.filled()))
    recipe_of(plain)


INDICES: Final = Kind(
    name="indices",
    model=CompositeIndex,
    singular=Text(fi="indeksi", sv="index", en="index"),
    plural=Text(fi="Indeksit", sv="Index", en="Indices"),
    purpose=Text(
        fi="Kuntien vertailu monella mittarilla: mitä mitataan, millä painoilla ja kuinka varmat sijat ovat.",
        sv="Kommuner jämförda med många indikatorer: vad som mäts, med vilka vikter och hur säkra placeringarna är.",
        en="Municipalities compared by many indicators: what is measured, with which weights, how sure the ranks are.",
    ),
    columns=(
        NAME,
        ReferenceColumn(
            name="place_group",
            kind="place-groups",
            label=Text(fi="alueryhmä", sv="områdesgrupp", en="place group"),
            help=Text(
                fi="Kunnat, joita verrataan. Tyhjä: kaikki kunnat.",
                sv="Kommunerna som jämförs. Tomt: alla kommuner.",
                en="The municipalities that are compared. Blank: every municipality.",
            ),
            listed=True,
        ),
        ChoiceColumn(
            name="year_rule",
            choices=YEAR_RULES,
            label=Text(fi="vuosisääntö", sv="årsregel", en="year rule"),
            help=Text(
                fi="Minkä vuoden lukuja verrataan. Tyhjä: kunkin mittarin uusin vuosi.",
                sv="Vilket års tal som jämförs. Tomt: varje indikators nyaste år.",
                en="Which year's figures are compared. Blank: each indicator's newest year.",
            ),
            listed=True,
        ),
        TextColumn(name="year", label=Text(fi="vuosi", sv="år", en="year"), listed=True, max_length=YEAR_DIGITS),
        JsonColumn(
            name="structure",
            label=Text(fi="rakenne", sv="struktur", en="structure"),
            help=Text(
                fi="JSON. Mittarit on helpompi valita indeksin omalla sivulla.",
                sv="JSON. Det är lättare att välja indikatorerna på indexets egen sida.",
                en="JSON. Indicators are easier to choose on the index's own page.",
            ),
            wide=True,
        ),
        JsonColumn(
            name="recipe",
            label=Text(fi="resepti", sv="recept", en="recipe"),
            help=Text(
                fi="Voit jättää tyhjäksi: silloin lasketaan tavallisella reseptillä. JSON, samat vaiheet kuin "
                "indeksin reseptitiedostossa.",
                sv="Kan lämnas tomt: då används det vanliga receptet. JSON, samma steg som i indexets receptfil.",
                en="May be left blank: the usual recipe is then used. JSON, the same steps as in the recipe file of an "
                "index.",
            ),
            wide=True,
        ),
        TextColumn(
            name="description",
            label=Text(fi="kuvaus", sv="beskrivning", en="description"),
            wide=True,
            searchable=True,
            max_length=5000,
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name",),),
    order=("name",),
    filters=(
        Filter(
            name="group",
            label=GROUP_FILTER.label,
            narrow=lambda records, value: records.filter(place_group_id__in=_ids(value)),
            options=GROUP_FILTER.options,
            describe=GROUP_FILTER.describe,
        ),
    ),
    group=INDICES_GROUP,
    check=_check,
)


def _ids(value: str) -> list[str]:
    return [value] if len(value) == 36 and value.replace("-", "").isalnum() else []  # noqa: PLR2004
