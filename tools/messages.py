"""Gathers the texts of pages and code into the Finnish and Swedish catalogues and compiles them; needs no gettext.

The texts in the code are English. `--check` changes nothing and fails when a text lacks a translation or a compiled
catalogue is old; `--pseudo` also compiles a made-up language (xx) that shows what is not translated or gets cut.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "seutu"
LOCALE = SOURCE / "web" / "locale"
LANGUAGES = ("fi", "sv")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# A fixed date: a catalogue changes when its texts do, and not because a day has passed.
DATE = datetime(2026, 1, 1, tzinfo=UTC)
PSEUDO = str.maketrans("aeiouyAEIOUYnsc", "àéîöûÿÀÉÎÖÛŸñšč")

Found = tuple[str, int, str | tuple[str, ...], list[str], str | None]


def readable(path: Path) -> bytes:
    """Return a file as Python that names its texts: a template is first turned into such."""
    if path.suffix == ".py":
        return path.read_bytes()
    from django.utils.translation.template import templatize

    lines = templatize(path.read_text(encoding="utf-8"), origin=str(path)).splitlines()
    # Within brackets Python does not mind the indentation of a page.
    return "\n".join(["(", *lines, ")"]).encode()


def texts() -> Iterator[Found]:
    """Yield every text of the source tree with its file, line and the comments for translators."""
    files = [path for pattern in ("*.py", "*.html", "*.txt") for path in SOURCE.rglob(pattern)]
    for path in sorted(files):
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        name = path.relative_to(ROOT).as_posix()
        stream = io.BytesIO(readable(path))
        for line, text, comments, context in extract("python", stream, KEYWORDS, ["Translators:"]):
            yield name, line, text, comments, context


def template() -> Catalog:
    """Return all texts as a catalogue without translations, each with the files that use it."""
    catalogue = Catalog(project="Seutu", charset="utf-8")
    for name, _line, text, comments, context in texts():
        catalogue.add(text, None, [(name, 0)], auto_comments=comments, context=context)
    for message in catalogue:
        message.locations = sorted(set(message.locations))
    return catalogue


def path_of(language: str) -> Path:
    """Return the catalogue file of a language."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def updated(language: str) -> Catalog:
    """Return the language's catalogue brought to the texts of today; what is no longer used is dropped."""
    path = path_of(language)
    catalogue = Catalog(locale=language, project="Seutu", charset="utf-8")
    if path.exists():
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=language, charset="utf-8")
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.header_comment = f"# Seutu: {language}"
    catalogue.creation_date = catalogue.revision_date = DATE
    catalogue.last_translator = catalogue.language_team = "The Seutu authors"
    catalogue.msgid_bugs_address = ""
    catalogue.fuzzy = False
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """Return the catalogue as text, sorted by message so that two people's additions rarely meet."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)
    return stream.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the compiled catalogue."""
    stream = io.BytesIO()
    write_mo(stream, catalogue, use_fuzzy=False)
    return stream.getvalue()


def is_translated(message: Message) -> bool:
    """Tell whether every form of the message has a text and a person has looked at it."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return not message.fuzzy and all(forms)


def problems(language: str) -> list[str]:
    """Return what the language's committed catalogue lacks."""
    path, catalogue = path_of(language), updated(language)
    where = path.relative_to(ROOT)
    found = [
        f"{where}: no translation of {message.id!r}"
        for message in catalogue
        if message.id and not is_translated(message)
    ]
    for message in catalogue:
        found += [f"{where}: {message.id!r}: {error}" for error in message.check(catalogue)]
    if not path.exists() or path.read_bytes() != as_po(catalogue):
        found.append(f"{where} does not hold the texts of today; run `make messages`")
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != as_mo(catalogue):
        found.append(f"{compiled.relative_to(ROOT)} is older than its catalogue; run `make messages`")
    return found


def write(language: str) -> None:
    """Write the language's catalogue and its compiled form, and say what is left to translate."""
    path, catalogue = path_of(language), updated(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_po(catalogue))
    path.with_suffix(".mo").write_bytes(as_mo(catalogue))
    left = sum(1 for message in catalogue if message.id and not is_translated(message))
    print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {left} to translate")


def stretched(text: str) -> str:
    """Return a text that reads as itself, is a third longer and shows that it went through translation."""
    words = [word if "%" in word or "{" in word or "<" in word else word.translate(PSEUDO) for word in text.split(" ")]
    return f"[{' '.join(words)} {'·' * max(1, len(text) // 3)}]"


def write_pseudo() -> None:
    """Compile the made-up language into build/locale/xx, for LOCALE_PATHS of a trial."""
    catalogue = Catalog(project="Seutu", charset="utf-8", fuzzy=False)
    for message in template():
        if message.id:
            form = stretched(message.id) if isinstance(message.id, str) else tuple(map(stretched, message.id))
            catalogue.add(message.id, form, context=message.context)
    path = ROOT / "build" / "locale" / "xx" / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_mo(catalogue))
    print(path.relative_to(ROOT))


def main() -> int:
    """Write the catalogues, or check them."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--check", action="store_true", help="change nothing; fail when something is missing or old")
    reader.add_argument("--pseudo", action="store_true", help="also compile the made-up language into build/locale/xx")
    chosen = reader.parse_args()
    if chosen.check:
        found = [problem for language in LANGUAGES for problem in problems(language)]
        print("\n".join(found) or "Every text is in Finnish and Swedish.")
        return 1 if found else 0
    for language in LANGUAGES:
        write(language)
    if chosen.pseudo:
        write_pseudo()
    return 0


if __name__ == "__main__":
    sys.exit(main())
