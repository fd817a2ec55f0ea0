"""Offer organisations that look like one under several identifiers. A person decides."""

from collections.abc import Iterable

from seutu.sources.cordis.records import MergeCandidate, Organisation


def merge_candidates(organisations: Iterable[Organisation]) -> list[MergeCandidate]:
    """Return groups of organisations whose folded names, business ids or web addresses agree, the surest first."""
    raise NotImplementedError
