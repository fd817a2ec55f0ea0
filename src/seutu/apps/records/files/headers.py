"""What a kind's columns are called in files, and which column a header means.

In a machine file a header is the column's name; in a person's file its label, in any of the three languages.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.text import LANGUAGES, Language, Text
from seutu.sources.tables import header_key

ID: Final = "id"
IGNORED: Final = ""
VARIANT_MARK: Final = "@"
AFTER_A_NAME: Final = " .:;!?*"
REJECTED: Final = {
    "rejected_sheet": Text(fi="Hylätyn taulukko", sv="Den avvisades blad", en="Rejected: sheet"),
    "rejected_line": Text(fi="Hylätyn rivi", sv="Den avvisades rad", en="Rejected: row"),
    "rejected_column": Text(fi="Hylätyn sarake", sv="Den avvisades kolumn", en="Rejected: column"),
    "rejected_value": Text(fi="Hylätyn arvo", sv="Den avvisades värde", en="Rejected: value"),
    "rejected_reason": Text(fi="Hylkäämisen syy", sv="Orsak till avvisningen", en="Rejected: reason"),
}
"""The columns a file of rejected rows has beside those of the file they came from; never read back."""
_REJECTED_KEYS: Final = {
    header_key(text) for name, label in REJECTED.items() for text in (name, *label.as_dict().values())
}


def id_name(column: Column) -> str:
    """Return the name of the column that holds a reference's id."""
    return f"{column.name}_id"


def label_of(column: Column, language: Language) -> str:
    """Return a column's header in a person's file: label and unit."""
    label = column.label.in_language(language)
    label = label[:1].upper() + label[1:]
    return f"{label} ({column.unit.in_language(language)})" if column.unit else label


def names_in_files(kind: Kind) -> tuple[str, ...]:
    """Return every name a cell of the kind can be mapped to: id, the columns, and the ids of references."""
    references = tuple(id_name(column) for column in kind.references)
    variants = tuple(variant_name(column, each.code) for column in kind.columns for each in column.variants)
    return (ID, *(column.name for column in kind.columns), *references, *variants)


def variant_name(column: Column, code: str) -> str:
    """Return the name by which a header is mapped to one variant of a column."""
    return f"{column.name}{VARIANT_MARK}{code}"


def known_headers(kind: Kind) -> dict[str, str]:
    """Return the column meant by each known header text, folded as ``header_key`` folds; "" where it is passed over."""
    known = {header_key(ID): ID}
    for column in kind.columns:
        texts = {column.name, column.name.replace("_", " "), *column.synonyms}
        for language in LANGUAGES:
            texts |= {column.label.in_language(language), label_of(column, language)}
        for text in texts:
            known.setdefault(header_key(text), column.name)
        for each in column.variants:
            coded = (f"{text} {mark}" for text in texts for mark in (each.code, f"({each.code})"))
            for text in (each.code, *each.synonyms, *coded):
                known.setdefault(header_key(text), variant_name(column, each.code))
        if isinstance(column, ReferenceColumn):
            for text in (id_name(column), *(f"{label_of(column, language)} id" for language in LANGUAGES)):
                known[header_key(text)] = id_name(column)
    return dict.fromkeys(_REJECTED_KEYS, IGNORED) | known


def proposed_mapping(kind: Kind, headers: Iterable[str]) -> dict[str, str]:
    """Return header text → column name for the headers of a file; unknown headers are left out of the import."""
    known = known_headers(kind)
    taken: set[str] = set()
    mapping = {}
    for header in headers:
        key = header_key(header)
        name = known.get(key) or known.get(key.rstrip(AFTER_A_NAME), IGNORED)
        column = name.partition(VARIANT_MARK)[0]
        mapping[header] = IGNORED if column in taken else name
        taken |= {column} - {IGNORED}
    return mapping


def is_of_rejected(header: str) -> bool:
    """Return whether a header is one that the file of rejected rows adds."""
    return header_key(header) in _REJECTED_KEYS


def is_machine_file(kind: Kind, headers: Iterable[str]) -> bool:
    """Return whether the headers are column names, so that numbers and dates stand in their machine form."""
    names = set(names_in_files(kind))
    return all(header in names or header in REJECTED for header in headers)


def mapped(values: Mapping[str, object], mapping: Mapping[str, str]) -> dict[str, object]:
    """Return a row's cells by column name."""
    return {mapping[header].partition(VARIANT_MARK)[0]: cell for header, cell in values.items() if mapping.get(header)}


def columns_read(kind: Kind, mapping: Mapping[str, str]) -> tuple[Column, ...]:
    """Return the kind's columns as the mapping has them read: a column mapped to a variant reads as that variant."""
    chosen = dict(name.split(VARIANT_MARK, 1) for name in mapping.values() if VARIANT_MARK in name)
    return tuple(column.as_variant(chosen[column.name]) if column.name in chosen else column for column in kind.columns)
