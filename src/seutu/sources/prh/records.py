"""Turn one record of the YTJ version 3 form into a company row.

Not for files: ``reading`` streams the records.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from seutu.core.figures.reading import Certain
from seutu.core.identifiers import check_business_id
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.sources.prh import messages
from seutu.sources.prh.rows import (
    Address,
    BusinessLine,
    Classification,
    Coded,
    CompanyName,
    CompanyRow,
    NameKind,
    RejectedCompany,
)

Json = Mapping[str, object]

_NAME_KINDS: Final[Mapping[str, NameKind]] = {"1": "name", "2": "parallel", "3": "auxiliary"}
_CODE_SETS: Final[Mapping[str, Classification]] = {"TOIMI3": "TOL2008", "TOIMI4": "TOL2025"}
_PROPERTY_FORMS: Final = frozenset({"2", "AOY", "10", "KOY"})
_PROPERTY_WORDS: Final = ("asunto-osakeyhtiö", "keskinäinen kiinteistöosakeyhtiö")
_LANGUAGES: Final = {"1": "fi", "2": "sv", "3": "en"}
_TRADE_REGISTER, _EMPLOYER_REGISTER = "1", "7"
_CEASED: Final = "4"
_EMPLOYER_TYPES: Final = frozenset({"41", "42"})


def company_row(record: Json, position: int) -> CompanyRow | RejectedCompany:
    """Return the company of one record; a record with neither a business ID nor a name is rejected.

    What has no end date is in force. A ceased company keeps its last name. The address is the visiting one, else the
    postal one; its municipality is that of its post offices. ``ended`` is the record's end date, else the day from
    which the trade register says "ceased". Values that cannot be read are None with a note.
    """
    notes: list[Problem] = []
    business_id = _business_id(record, notes)
    names = tuple(_names(record, notes))
    name = _current_name(names)
    if business_id is None and name is None:
        return RejectedCompany(position, Problem(messages.NOT_A_COMPANY, line=position))
    form = next((_coded(item) for item in _in_force(record, "companyForms")), None)
    address = _address(record, notes)
    return CompanyRow(
        position=position,
        business_id=business_id,
        name=name,
        parallel_names=_texts(names, "parallel"),
        auxiliary_names=_texts(names, "auxiliary"),
        names=names,
        company_form=form,
        business_line=_business_line(record),
        website=_text(_child(record, "website"), "url"),
        address=address,
        municipality_code=None if address is None else address.municipality_code,
        registered=_date(record, "registrationDate", notes)
        or _date(_child(record, "businessId"), "registrationDate", notes),
        ended=_ended(record, notes),
        situations=tuple(_coded(item) for item in _in_force(record, "companySituations")),
        employer=_employer(record),
        property_company=_is_property_company(form),
        notes=tuple(notes),
    )


def _business_id(record: Json, notes: list[Problem]) -> str | None:
    value = _text(_child(record, "businessId"), "value")
    if value is None:
        return None
    reading = check_business_id(value)
    if isinstance(reading, Certain):
        return reading.value
    notes.append(Problem(messages.BAD_BUSINESS_ID, column="businessId", value=value))
    return None


def _names(record: Json, notes: list[Problem]) -> Iterator[CompanyName]:
    for item in _children(record, "names"):
        text, kind = _text(item, "name"), _NAME_KINDS.get(_text(item, "type") or "")
        if text is not None and kind is not None:
            yield CompanyName(text, kind, _date(item, "registrationDate", notes), _date(item, "endDate", notes))


def _current_name(names: Sequence[CompanyName]) -> str | None:
    own = [name for name in names if name.kind == "name"]
    current = [name for name in own if name.ended is None]
    if current:
        return max(current, key=lambda name: name.registered or date.min).text
    return max(own, key=lambda name: name.ended or date.min).text if own else None


def _texts(names: Sequence[CompanyName], kind: NameKind) -> tuple[str, ...]:
    return tuple(name.text for name in names if name.kind == kind and name.ended is None)


def _business_line(record: Json) -> BusinessLine | None:
    line = _child(record, "mainBusinessLine")
    code = _text(line, "type")
    if code is None:
        return None
    code_set = _text(line, "typeCodeSet")
    return BusinessLine(_CODE_SETS.get(code_set or ""), code_set, code, _description(line))


def _address(record: Json, notes: list[Problem]) -> Address | None:
    addresses = list(_in_force(record, "addresses"))
    for code, kind in _ADDRESS_KINDS:
        for item in addresses:
            if _text(item, "type") == code:
                offices = list(_children(item, "postOffices"))
                codes = {found for office in offices if (found := _text(office, "municipalityCode")) is not None}
                if len(codes) > 1:
                    notes.append(
                        Problem(messages.TWO_MUNICIPALITIES, column="addresses", value=", ".join(sorted(codes)))
                    )
                municipality = codes.pop() if len(codes) == 1 else None
                return Address(kind, _street(item), _text(item, "postCode"), _city(offices), municipality)
    return None


_ADDRESS_KINDS: Final[tuple[tuple[str, Literal["visiting", "postal"]], ...]] = (("1", "visiting"), ("2", "postal"))


def _street(item: Json) -> str | None:
    parts = [_text(item, key) for key in ("street", "buildingNumber", "entrance", "apartmentNumber")]
    box = _text(item, "postOfficeBox")
    return " ".join(part for part in parts if part) or (f"PL {box}" if box else None)


def _city(offices: Sequence[Json]) -> str | None:
    cities = {_text(office, "languageCode"): _text(office, "city") for office in offices}
    return cities.get("1") or next((city for city in cities.values() if city), None)


def _ended(record: Json, notes: list[Problem]) -> date | None:
    stated = _date(record, "endDate", notes)
    if stated is not None:
        return stated
    for entry in _in_force(record, "registeredEntries"):
        if _text(entry, "register") == _TRADE_REGISTER and _text(entry, "type") == _CEASED:
            return _date(entry, "registrationDate", notes)
    return None


def _employer(record: Json) -> bool | None:
    if not any(_children(record, "registeredEntries")):
        return None
    return any(
        _text(entry, "register") == _EMPLOYER_REGISTER and _text(entry, "type") in _EMPLOYER_TYPES
        for entry in _in_force(record, "registeredEntries")
    )


def _is_property_company(form: Coded | None) -> bool:
    if form is None:
        return False
    return form.code in _PROPERTY_FORMS or (form.text is not None and form.text.fi.casefold() in _PROPERTY_WORDS)


def _coded(item: Json) -> Coded:
    return Coded(_text(item, "type") or "", _description(item))


def _description(item: Json) -> Text | None:
    found = {
        _LANGUAGES.get(_text(entry, "languageCode") or "", ""): text
        for entry in _children(item, "descriptions")
        if (text := _text(entry, "description")) is not None
    }
    any_text = found.get("fi") or next(iter(found.values()), None)
    if any_text is None:
        return None
    return Text(fi=found.get("fi", any_text), sv=found.get("sv", any_text), en=found.get("en", any_text))


def _in_force(record: Json, key: str) -> Iterator[Json]:
    return (item for item in _children(record, key) if not _text(item, "endDate"))


def _children(record: Json, key: str) -> Iterator[Json]:
    value = record.get(key)
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def _child(record: Json, key: str) -> Json:
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def _text(record: Json, key: str) -> str | None:
    value = record.get(key)
    return str(value).strip() or None if isinstance(value, str | int) else None


def _date(record: Json, key: str, notes: list[Problem]) -> date | None:
    value = _text(record, key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        notes.append(Problem(messages.BAD_DATE, column=key, value=value))
        return None
