"""Offer organisations that look like one under several identifiers, each with its reason. A person decides.

Not for merging: nothing here changes an organisation.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from seutu.core.names import core_words
from seutu.core.names import likeness as alikeness
from seutu.sources.cordis import messages
from seutu.sources.cordis.records import MergeCandidate, Organisation

_NAMES_ENOUGH: Final = 0.92
_COMMON_WORD: Final = 40
_SHORTEST_WORD: Final = 4
_SHORTEST_SHORT_NAME: Final = 3


def merge_candidates(organisations: Iterable[Organisation]) -> list[MergeCandidate]:
    """Return groups that may be one organisation, the surest first; only organisations of one country are compared.

    Reasons and their likeness: the same business ID 1.0; the same folded name (accents, case, legal form and
    punctuation aside) 0.99; the same web site 0.9; the same short name in the same town 0.85; otherwise the alikeness
    of names (``core.names.likeness``, 0.92 or more) among names that share a rare word. A group is offered once, by
    its surest reason; garbled names are compared as they are.
    """
    rows = sorted(organisations, key=lambda organisation: organisation.id)
    found: dict[frozenset[str], MergeCandidate] = {}
    for candidate in (*_by_keys(rows), *_by_alikeness(rows)):
        ids = frozenset(candidate.organisation_ids)
        if not any(ids <= known for known in found):
            found[ids] = candidate
    return sorted(found.values(), key=lambda candidate: (-candidate.likeness, candidate.organisation_ids))


def folded(name: str) -> str:
    """Return the name without accents, case, punctuation and legal form, for comparison only."""
    return core_words("".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark)))


def _by_keys(rows: Sequence[Organisation]) -> Iterator[MergeCandidate]:
    for value, group in _groups((row.business_id, row) for row in rows):
        yield MergeCandidate(_ids(group), 1.0, messages.same_business_id(value[1]))
    for _, group in _groups((folded(row.name) if row.name else None, row) for row in rows):
        yield MergeCandidate(_ids(group), 0.99, messages.same_name(group[0].name or ""))
    for value, group in _groups((_host(row.url), row) for row in rows):
        yield MergeCandidate(_ids(group), 0.9, messages.same_site(value[1]))
    for _, group in _groups((_short_in_town(row), row) for row in rows):
        reason = messages.same_short_name(group[0].short_name or "", group[0].city or "")
        yield MergeCandidate(_ids(group), 0.85, reason)


def _groups(
    keyed: Iterable[tuple[str | None, Organisation]],
) -> Iterator[tuple[tuple[str, str], list[Organisation]]]:
    groups: defaultdict[tuple[str, str], list[Organisation]] = defaultdict(list)
    for key, row in keyed:
        if key:
            groups[row.country or "", key].append(row)
    for value, group in groups.items():
        if len(group) > 1:
            yield value, group


def _by_alikeness(rows: Sequence[Organisation]) -> Iterator[MergeCandidate]:
    names = {row.id: folded(row.name) for row in rows if row.name}
    labels = {row.id: row.name or "" for row in rows}
    for first, second in sorted(_neighbours(rows, names)):
        likeness = alikeness(names[first], names[second])
        if likeness >= _NAMES_ENOUGH and _numbers(names[first]) == _numbers(names[second]):
            reason = messages.alike_names(labels[first], labels[second], round(likeness * 100))
            yield MergeCandidate((first, second), likeness, reason)


def _neighbours(rows: Sequence[Organisation], names: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return pairs of one country whose names share a word that is not common."""
    by_word: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for word in set(names.get(row.id, "").split()):
            if len(word) >= _SHORTEST_WORD:
                by_word[row.country or "", word].append(row.id)
    pairs: set[tuple[str, str]] = set()
    for ids in by_word.values():
        if len(ids) <= _COMMON_WORD:
            pairs.update((first, second) for index, first in enumerate(ids) for second in ids[index + 1 :])
    return pairs


def _short_in_town(row: Organisation) -> str | None:
    town = row.municipality_code or row.city
    short = folded(row.short_name) if row.short_name else ""
    return f"{short}|{folded(town)}" if town and len(short) >= _SHORTEST_SHORT_NAME else None


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _ids(group: Sequence[Organisation]) -> tuple[str, ...]:
    return tuple(row.id for row in group)
