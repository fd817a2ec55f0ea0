"""What it costs to bring in the public lists of EU projects: 19,940 rows of structural funds, and the CORDIS files.

The lists are no part of the project: without the folder `shared` beside it nothing is measured.
"""

from harness import Case
from material import ROOT, SEUTU, empty_seutu, on_a_copy

RUNS = 3
LISTS = ROOT.parent / "shared" / "data"


def cases() -> list[Case]:
    """Return the commands for the lists that are there."""
    if not LISTS.is_dir():
        return []
    folder = empty_seutu()
    found = [
        (
            "structural funds 2007–2013",
            LISTS / "eu-structural-funds-finland" / "projektilista_2007-2013.csv",
            "eu-projects",
        ),
        ("CORDIS FP7", LISTS / "cordis-fp7-network", "cordis"),
        ("CORDIS Horizon 2020", LISTS / "cordis-h2020-participation", "cordis"),
    ]
    cases = []
    for name, path, kind in found:
        seutu = [str(SEUTU), "--dir", "{folder}", "import", str(path), "--kind", kind]
        cases.append(Case(name, on_a_copy(folder, seutu)))
    return cases
