"""Filters of the register's lists: each narrows a list by one value and says so in words."""

from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone

from seutu.apps.records.sheets.columns import Choice
from seutu.apps.records.sheets.kinds import Filter
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.records.terms import codes_in_use, having_term
from seutu.apps.register.choices import ACTOR_CLASSES, CONSENTS, LINK_TYPES, SIZES, TASK_STATES
from seutu.apps.register.models import Actor
from seutu.core.places import Division, UnknownPlace
from seutu.core.text import LANGUAGES, Text
from seutu.rules import places

Records = QuerySet[Any]
MISSING: Final = (
    ("municipality", Text(fi="kunta puuttuu", sv="kommun saknas", en="no municipality")),
    ("classes", Text(fi="toimijaluokka puuttuu", sv="aktörsklass saknas", en="no class")),
    ("industries", Text(fi="toimiala puuttuu", sv="näringsgren saknas", en="no industry")),
    ("source", Text(fi="lähde puuttuu", sv="källa saknas", en="no source")),
)


def _options(choices: tuple[Choice, ...]) -> list[tuple[str, Text]]:
    return [(choice.code, choice.label) for choice in choices]


def _municipality_text(code: str) -> Text:
    return Text(**{language: municipality_name(code, language) for language in LANGUAGES})


def _municipalities() -> list[tuple[str, Text]]:
    used = Actor.objects.exclude(municipality="").order_by().values_list("municipality", flat=True).distinct()
    named = [(code, _municipality_text(code)) for code in used]
    return sorted(named, key=lambda pair: pair[1].fi)


def _regions() -> list[tuple[str, Text]]:
    found = places.load().places(Division.REGION, places.NEWEST_DIVISION)
    return sorted(((place.code, place.name) for place in found), key=lambda pair: pair[1].fi)


def _in_region(records: Records, code: str) -> Records:
    try:
        members = places.load().members(Division.REGION, code, places.NEWEST_DIVISION)
    except UnknownPlace:
        return records.none()
    return records.filter(municipality__in=[place.code for place in members])


def _industry(records: Records, code: str) -> Records:
    from seutu.apps.records.models import Term

    held = Term.objects.filter(kind="actors", scheme="industry", code__startswith=code).values("record_id")
    return records.filter(pk__in=held)


def _industries() -> list[tuple[str, Text]]:
    from seutu.apps.register.kinds.industries import industry_label

    return [(code, industry_label(code)) for code in codes_in_use("actors", "industry")]


def _tags() -> list[tuple[str, Text]]:
    return [(code, Text.same(code)) for code in codes_in_use("actors", "tag")]


def _missing(records: Records, what: str) -> Records:
    from seutu.apps.records.models import Term

    if what == "municipality":
        return records.filter(municipality="")
    if what == "source":
        return records.filter(source__isnull=True)
    scheme = {"classes": "class", "industries": "industry"}.get(what)
    if scheme is None:
        return records
    return records.exclude(pk__in=Term.objects.filter(kind="actors", scheme=scheme).values("record_id"))


def _class(records: Records, code: str) -> Records:
    return having_term(records, "actors", "class", [code])


def _tag(records: Records, code: str) -> Records:
    return having_term(records, "actors", "tag", [code])


ACTOR_FILTERS: Final = (
    Filter(
        name="class",
        label=Text(fi="luokka", sv="klass", en="class"),
        narrow=_class,
        options=lambda: _options(ACTOR_CLASSES),
    ),
    Filter(
        name="municipality",
        label=Text(fi="kunta", sv="kommun", en="municipality"),
        narrow=lambda records, code: records.filter(municipality=code),
        options=_municipalities,
        describe=_municipality_text,
    ),
    Filter(name="region", label=Text(fi="maakunta", sv="landskap", en="region"), narrow=_in_region, options=_regions),
    Filter(
        name="industry",
        label=Text(fi="toimiala", sv="näringsgren", en="industry"),
        narrow=_industry,
        options=_industries,
        describe=Text.same,
    ),
    Filter(
        name="size",
        label=Text(fi="koko", sv="storlek", en="size"),
        narrow=lambda records, code: records.filter(size=code),
        options=lambda: _options(SIZES),
    ),
    Filter(name="tag", label=Text(fi="tunniste", sv="tagg", en="tag"), narrow=_tag, options=_tags, describe=Text.same),
    Filter(
        name="missing",
        label=Text(fi="puuttuu", sv="saknas", en="missing"),
        narrow=_missing,
        options=lambda: list(MISSING),
    ),
)


def _active(records: Records, state: str) -> Records:
    today = timezone.localdate()
    ended = records.filter(active_to__lt=today)
    return ended if state == "ended" else records.exclude(pk__in=ended.values("pk"))


CONTACT_FILTERS: Final = (
    Filter(
        name="consent",
        label=Text(fi="suostumus", sv="samtycke", en="consent"),
        narrow=lambda records, code: records.filter(consent=code),
        options=lambda: _options(CONSENTS),
    ),
    Filter(
        name="state",
        label=Text(fi="tila", sv="läge", en="state"),
        narrow=_active,
        options=lambda: [
            ("active", Text(fi="nykyiset", sv="nuvarande", en="current")),
            ("ended", Text(fi="entiset", sv="tidigare", en="former")),
        ],
    ),
)
LINK_FILTERS: Final = (
    Filter(
        name="type",
        label=Text(fi="tyyppi", sv="typ", en="type"),
        narrow=lambda records, code: records.filter(link_type=code),
        options=lambda: _options(LINK_TYPES),
    ),
)
TASK_FILTERS: Final = (
    Filter(
        name="state",
        label=Text(fi="tila", sv="läge", en="state"),
        narrow=lambda records, code: records.filter(state=code),
        options=lambda: _options(TASK_STATES),
    ),
)
