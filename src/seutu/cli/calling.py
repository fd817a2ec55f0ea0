"""How a command of this program is written where the person stands, so that what is printed can be run as it is.

Not for what the commands do.
"""

import os
import shutil
import sys
from pathlib import Path

NAME = "seutu"


def as_called(command: str) -> str:
    """Return ``command`` with the program as it was started here and with the data folder that was chosen.

    "seutu serve" where the program is on the path, else ".venv/bin/seutu serve"; with "--dir" when SEUTU_DIR is set.
    """
    folder = os.environ.get("SEUTU_DIR")
    return f"{_program()} --dir {_quoted(folder)} {command}" if folder else f"{_program()} {command}"


def _program() -> str:
    started = Path(sys.argv[0])
    if started.stem != NAME or shutil.which(NAME) is not None:
        return NAME
    try:
        return _quoted(str(started.absolute().relative_to(Path.cwd())))
    except ValueError:
        return _quoted(str(started))


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
