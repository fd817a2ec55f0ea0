"""How a command fails: one clear line on stderr in the person's language, exit 2, never a stack trace."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NoReturn

import typer

from seutu.core.problems import InputProblem, Problem
from seutu.core.storage import storage_fault
from seutu.core.text import Language, Text

PROGRAM_FAULT = Text(
    fi="Ohjelmassa on vika: {name}. Tietosi ovat tallessa. Aja komento uudelleen asetuksella SEUTU_TRACE=1 ja ilmoita.",
    sv="Det finns ett fel i programmet: {name}. Dina data är i säkerhet. Kör om med SEUTU_TRACE=1 och anmäl felet.",
    en="There is a fault in the program: {name}. Your data are safe. Run it again with SEUTU_TRACE=1 and report it.",
)


CANNOT_WRITE = Text(
    fi="Tallentaminen ei onnistu: {reason}. Mitään ei tallennettu. Tee levylle tilaa tai tarkista kansion oikeudet.",
    sv="Det går inte att spara: {reason}. Inget sparades. Frigör utrymme på disken eller kontrollera rättigheterna.",
    en="Cannot save: {reason}. Nothing was saved. Make room on the disk or check the rights of the folder.",
)


MISUSED = Text(
    fi="komentoa ei ymmärretty: {reason} Ohje: {command} --help.",
    sv="kommandot förstods inte: {reason} Hjälp: {command} --help.",
    en="the command was not understood: {reason} Help: {command} --help.",
)
USAGE_ERROR: Final[type] = typer.BadParameter.__mro__[1]
"""What the parser raises of a line that is no command, also where it is no bad value."""


NOT_THERE = Text(
    fi="tiedostoa tai kansiota ei ole. Tarkista polku.",
    sv="filen eller mappen finns inte. Kontrollera sökvägen.",
    en="there is no such file or folder. Check the path.",
)
NOT_ALLOWED = Text(
    fi="sinulla ei ole tähän oikeutta. Pyydä tiedoston oikeudet tai kopioi se omaan kansioosi.",
    sv="du har inte rätt till detta. Be om rättigheter till filen eller kopiera den till en egen mapp.",
    en="you have no right to this. Ask for rights to the file, or copy it to a folder of your own.",
)
A_FOLDER = Text(
    fi="tämä on kansio, vaikka tarvitaan tiedosto, tai päinvastoin. Tarkista polku.",
    sv="detta är en mapp där en fil behövs, eller tvärtom. Kontrollera sökvägen.",
    en="this is a folder where a file is needed, or the other way round. Check the path.",
)

PLACE_WORDS: Final = {
    "fi": ("tiedosto", "taulukko", "rivi", "sarake"),
    "sv": ("fil", "blad", "rad", "kolumn"),
    "en": ("file", "sheet", "line", "column"),
}
KEY = Text(fi="avain", sv="nyckel", en="key")
RECIPE: Final = ".toml"
"""A file of keys, which has no columns."""
MORE = Text(fi="… ja {count} muuta.", sv="… och {count} till.", en="… and {count} more.")
MOST_SAID: Final = 20
"""So many problems fit a screen; the rest are counted."""


def unopened(error: OSError) -> Text:
    """Return why a file or a folder could not be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        return NOT_THERE
    return NOT_ALLOWED if isinstance(error, PermissionError) else A_FOLDER


def language() -> Language:
    """Return the language of the command line: SEUTU_LANGUAGE, else the terminal's, else Finnish.

    The terminal's is read from its own variables: Python takes a plain C terminal for an English one.
    """
    said_by = ("SEUTU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    named = next((value for name in said_by if (value := os.environ.get(name))), "")
    for code in ("fi", "sv", "en"):
        if named.lower().startswith(code):
            return code
    return "fi"


def said(problem: Problem, spoken: Language) -> str:
    """Return a problem as one line: where, then what; the value at the end unless the message holds it."""
    words = PLACE_WORDS[spoken]
    if (problem.file or "").endswith(RECIPE):
        words = (*words[:-1], KEY.in_language(spoken))
    places = (problem.file, problem.sheet, problem.line, problem.column)
    where = [f"{name} {value}" for name, value in zip(words, places, strict=True) if value is not None]
    place = f"{', '.join(where)}: " if where else ""
    message = problem.message.in_language(spoken)
    value = f" [{problem.value}]" if problem.value and problem.value not in message else ""
    return f"{place}{message}{value}"


def all_said(problems: Sequence[Problem], spoken: Language) -> str:
    """Return problems a line each, at most twenty of them, and how many there are beyond those."""
    lines = [said(problem, spoken) for problem in problems[:MOST_SAID]]
    left = len(problems) - len(lines)
    return "\n".join([*lines, *([MORE.filled(count=left).in_language(spoken)] if left else [])])


def stop(message: str, code: int = 2) -> NoReturn:
    """Say why on stderr and end with an exit code."""
    sys.stderr.write(f"seutu: {message}\n")
    raise SystemExit(code)


def _stop_misused(error: Any) -> NoReturn:
    """Say in one line what of a command was not understood; show the help where nothing was asked."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        raise SystemExit(2)
    reason = " ".join(error.format_message().split()).rstrip(".") + "."
    command = error.ctx.command_path if error.ctx is not None else "seutu"
    stop(MISUSED.filled(reason=reason, command=command).in_language(language()))


@contextmanager
def failing_clearly() -> Iterator[None]:
    """Turn what people can get wrong into one line and exit 2."""
    try:
        yield
    except typer.Abort:
        raise SystemExit(1) from None
    except InputProblem as error:
        stop(all_said(error.problems, language()))
    except (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError) as error:
        stop(f"{error.filename}: {unopened(error).in_language(language())}")
    except BrokenPipeError:
        raise SystemExit(1) from None
    except Exception as error:
        if isinstance(error, USAGE_ERROR):
            _stop_misused(error)
        if storage_fault(error) is not None:
            stop(CANNOT_WRITE.in_language(language()).format(reason=error))
        if os.environ.get("SEUTU_TRACE"):
            raise
        stop(PROGRAM_FAULT.in_language(language()).format(name=type(error).__name__))
