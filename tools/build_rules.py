"""Makes the tables that come with the product from a folder of open data.

Use: ``python tools/build_rules.py DATA-FOLDER [places] [classifications] [statistics]``. The folder
holds the sources in sub-folders named as in the ``build_*`` modules. Not needed at run time.
"""

import sys
from pathlib import Path

from build_classifications import build_classifications
from build_places import build_places
from build_statistics import build_statistics

RULES = Path(__file__).resolve().parents[1] / "src" / "seutu" / "rules"
BUILDERS = {"places": build_places, "classifications": build_classifications, "statistics": build_statistics}


def main(arguments: list[str]) -> int:
    """Build the tables that are named, or all of them."""
    if not arguments or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    data = Path(arguments[0])
    for name in arguments[1:] or list(BUILDERS):
        BUILDERS[name](data, RULES / name)
        size = sum(path.stat().st_size for path in (RULES / name).iterdir() if path.is_file())
        print(f"{name}: {size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
