"""Lets --dir stand anywhere on the line, also after the command, where people write it. Not for other options."""

from collections.abc import Sequence
from typing import Final

OPTION: Final = "--dir"
NO_MORE_OPTIONS: Final = "--"


def with_folder_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with --dir and its value before all others; what comes after a bare -- stays as it is."""
    listed = list(arguments)
    end = listed.index(NO_MORE_OPTIONS) if NO_MORE_OPTIONS in listed else len(listed)
    first: list[str] = []
    others: list[str] = []
    words = iter(listed[:end])
    for word in words:
        if word.startswith(f"{OPTION}="):
            first.append(word)
        elif word == OPTION:
            first += [word, *(value for value in [next(words, None)] if value is not None)]
        else:
            others.append(word)
    return [*first, *others, *listed[end:]]
