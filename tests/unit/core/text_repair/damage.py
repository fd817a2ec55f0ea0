"""What a PDF does to a text, done on purpose: each way of damage as a function of lines. No test."""

import unicodedata

SPLIT = str.maketrans({"ä": "a ", "ö": "o ", "Ä": "A ", "Ö": "O "})
SWAPPED = str.maketrans({"a": "ä", "ä": "ä ", "ö": "o ", "Ö": "O ", "Ä": "A "})


def split_umlauts(lines: list[str]) -> list[str]:
    """The dots of an umlaut become a space, and a space ends every line."""
    return [f"{line.translate(SPLIT)} " if line else line for line in lines]


def umlaut_for_a(lines: list[str]) -> list[str]:
    """ä stands for every a, and the dots of a real umlaut become a space."""
    return [f"{line.translate(SWAPPED)} " if line else line for line in lines]


def misread(lines: list[str]) -> list[str]:
    """UTF-8 is read as the Windows code page."""
    return [line.encode().decode("cp1252", errors="replace") for line in lines]


def apart(lines: list[str]) -> list[str]:
    """The dots of an umlaut are marks of their own after the letter."""
    return [unicodedata.normalize("NFD", line) for line in lines]


def with_space(lines: list[str]) -> list[str]:
    """A space stands between the letter and the mark of its dots."""
    return [line.replace("\u0308", " \u0308").replace("\u030a", " \u030a") for line in apart(lines)]


def dots_before(lines: list[str]) -> list[str]:
    """The dots stand before the letter as a character of their own."""
    return [line.replace("ä", "¨a").replace("ö", "¨o").replace("Ä", "¨A").replace("Ö", "¨O") for line in lines]


def ligatures(lines: list[str]) -> list[str]:
    """Two letters are one character."""
    return [line.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02") for line in lines]


def soft_hyphens(lines: list[str]) -> list[str]:
    """A soft hyphen stands in the middle of every long word."""

    def within(word: str) -> str:
        half = len(word) // 2
        return f"{word[:half]}\u00ad{word[half:]}" if len(word) > 7 and word.isalpha() else word

    return [" ".join(within(word) for word in line.split(" ")) for line in lines]


def hyphenated(lines: list[str]) -> list[str]:
    """The last word of a line is cut after a vowel, and its end begins the next line."""
    cut: list[str] = []
    rest = ""
    for line in lines:
        text = f"{rest}{' ' if rest and line else ''}{line}"
        rest = ""
        before, _, last = text.rpartition(" ")
        at = next(
            (at for at in range(4, len(last) - 2) if last[at - 1] in "aeiouyäö" and last[at] not in "aeiouyäö"), 0
        )
        if before and at and last.isalpha() and last.islower():
            text, rest = f"{before} {last[:at]}-", last[at:]
        cut.append(text)
    return [*cut, rest] if rest else cut


def drop_capitals(lines: list[str]) -> list[str]:
    """The first letter of a paragraph stands on a line of its own."""
    dropped: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        dropped += [line[0], line[1:]] if line and not before else [line]
    return dropped
