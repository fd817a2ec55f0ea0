"""Where the fonts of printed charts and documents lie, and registering them once for the chart renderer.

Without the folder the renderers use a sans serif of the machine or their own.
"""

from functools import cache
from pathlib import Path
from typing import Final

import vl_convert

FONT_FOLDER: Final = Path(__file__).parent / "typefaces"


def font_folders() -> list[Path]:
    """Return the folders of fonts that ship with the product; empty when there are none."""
    return [FONT_FOLDER] if FONT_FOLDER.is_dir() else []


@cache
def register_fonts() -> None:
    """Tell the chart renderer of the shipped fonts; a second call does nothing."""
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
