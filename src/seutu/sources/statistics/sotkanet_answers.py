"""The answers of Sotkanet as plain objects and lists, or one clear message. Not for what they mean (``sotkanet``)."""

import json
from collections.abc import Mapping
from typing import Any

from seutu.core.problems import InputProblem
from seutu.sources.statistics import sotkanet_words as words


def listed(content: bytes) -> list[Mapping[str, Any]]:
    """Return the rows of an answer that is a list of objects. Raises ``InputProblem``."""
    plain = _decoded(content)
    if not isinstance(plain, list) or not all(isinstance(row, Mapping) for row in plain):
        raise InputProblem.because(words.other_form())
    return plain


def named_object(content: bytes) -> Mapping[str, Any]:
    """Return the answer that is one object. Raises ``InputProblem``."""
    plain = _decoded(content)
    if not isinstance(plain, Mapping):
        raise InputProblem.because(words.other_form())
    return plain


def _decoded(content: bytes) -> Any:  # parsed JSON of any shape
    try:
        plain = json.loads(content.decode("utf-8-sig"))
        json.dumps(plain, ensure_ascii=False).encode("utf-8")  # half of a character is no text that can be stored
    except (ValueError, RecursionError) as error:
        raise InputProblem.because(words.not_json()) from error
    return plain
