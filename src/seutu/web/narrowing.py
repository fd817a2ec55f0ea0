"""How an address narrows a list: its filters, search text and order; as words, as a form, and as an address again.

Not for what a filter does to the records (records/queries.py) or for drawing the list (views/collections.py).
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from seutu.apps.records.sheets.kinds import Kind, filters_of
from seutu.core.text import Language

LONGEST_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filter values by filter, the search text, and the column to sort by ("-name" from the end)."""

    kind: Kind
    chosen: dict[str, list[str]]
    text: str = ""
    sort: str = ""

    @property
    def filters(self) -> dict[str, list[str]]:
        """Return what leaves rows out, as parts of an address: the filter values and the search text."""
        return {**self.chosen, **({"q": [self.text]} if self.text else {})}

    @property
    def query(self) -> dict[str, list[str]]:
        """Return everything as parts of an address."""
        return {**self.filters, **({"sort": [self.sort]} if self.sort else {})}

    @property
    def address(self) -> str:
        """Return everything as the end of an address, always in the same order; empty for the whole list."""
        return encoded(self.query)

    def parts(self, language: Language) -> list[dict[str, str]]:
        """Return each filter in words, with the address of the list without it."""
        found = []
        for each in filters_of(self.kind):
            for value in self.chosen.get(each.name, []):
                rest = {**self.query, each.name: [other for other in self.chosen[each.name] if other != value]}
                named = each.describe(value) if each.describe else dict((each.options or list)()).get(value)
                shown = named.in_language(language) if named else value
                label = f"{each.label.in_language(language)}: {shown}"
                found.append({"label": label, "remove_url": "?" + encoded(rest)})
        if self.text:
            rest = {name: values for name, values in self.query.items() if name != "q"}
            opening = "“" if language == "en" else "”"
            found.append({"label": f"{opening}{self.text}”", "remove_url": "?" + encoded(rest)})
        return found

    def kept_by_form(self) -> list[dict[str, str]]:
        """Return what the form has no field for: second values of a filter, and the order."""
        more = [{"name": name, "value": value} for name, values in self.chosen.items() for value in values[1:]]
        return [*more, *([{"name": "sort", "value": self.sort}] if self.sort else [])]


def narrowing_of(kind: Kind, asked: QueryDict) -> Narrowing:
    """Read an address; what the list cannot be narrowed or sorted by is left out."""
    chosen = {each.name: [value for value in asked.getlist(each.name) if value] for each in filters_of(kind)}
    sort = asked.get("sort", "")
    sortable = {column.name for column in kind.listed} - {column.name for column in kind.schemes}
    return Narrowing(
        kind,
        {name: list(dict.fromkeys(values)) for name, values in chosen.items() if values},
        asked.get("q", "")[:LONGEST_TEXT],
        sort if sort.removeprefix("-") in sortable else "",
    )


def encoded(query: dict[str, list[str]]) -> str:
    """Return parts of an address as its end."""
    return urlencode(query, doseq=True)


class FilterForm(forms.Form):
    """The form behind a list's filters: a search text and one choice per filter."""

    def __init__(self, narrowing: Narrowing, language: Language) -> None:
        first = {name: values[0] for name, values in narrowing.chosen.items()}
        super().__init__({**first, "q": narrowing.text}, auto_id="filter_%s")
        self.fields["q"] = forms.CharField(label=_("Search text"), required=False)
        for each in filters_of(narrowing.kind):
            label = each.label.in_language(language)
            options = [("", "–"), *((v, t.in_language(language)) for v, t in (each.options or list)())]
            self.fields[each.name] = forms.ChoiceField(
                label=label[:1].upper() + label[1:], required=False, choices=options
            )
