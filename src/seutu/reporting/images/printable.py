"""Texts that documents can hold: control characters, turning marks and broken halves become "�", seen by the reader.

Registers and pasted texts carry them; no document format accepts them. Every other character stays.
"""

import re
from typing import Any, Final

# What XML 1.0 forbids (control characters but tab and line breaks, lone surrogates, two noncharacters), and the marks
# that turn the direction of writing, with which a name can pretend to be another.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
REPLACEMENT: Final = "\ufffd"
MARK_OF_ORDER: Final = "\ufeff"
"""Comes along with pasted text, and PDF/UA forbids it. Within a text it joins words, for which there is a sign."""
WORD_JOINER: Final = "\u2060"


def printable(text: str) -> str:
    """Return ``text`` with every forbidden character replaced."""
    return FORBIDDEN.sub(REPLACEMENT, text).replace(MARK_OF_ORDER, WORD_JOINER)


def all_printable(content: Any) -> Any:
    """Return the JSON value with all its texts printable; keys stay."""
    if isinstance(content, str):
        return printable(content)
    if isinstance(content, list | tuple):
        return [all_printable(item) for item in content]
    if isinstance(content, dict):
        return {key: all_printable(value) for key, value in content.items()}
    return content
