"""Makes the classifications of ``seutu.rules.classifications`` from a folder of open data. For ``build_rules.py``.

Only TOL 2008 has names here; codes of TOL 2025 are kept as they are given.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from build_places import write_rows, write_source

SECTIONS = {
    "A": ("Jordbruk, skogsbruk och fiske", "Agriculture, forestry and fishing"),
    "B": ("Utvinning av mineral", "Mining and quarrying"),
    "C": ("Tillverkning", "Manufacturing"),
    "D": (
        "Försörjning av el, gas, värme och kyla",
        "Electricity, gas, steam and air conditioning supply",
    ),
    "E": (
        "Vattenförsörjning, avloppsrening, avfallshantering och sanering",
        "Water supply; sewerage, waste management and remediation activities",
    ),
    "F": ("Byggverksamhet", "Construction"),
    "G": (
        "Handel; reparation av motorfordon och motorcyklar",
        "Wholesale and retail trade; repair of motor vehicles and motorcycles",
    ),
    "H": ("Transport och magasinering", "Transportation and storage"),
    "I": ("Hotell- och restaurangverksamhet", "Accommodation and food service activities"),
    "J": ("Informations- och kommunikationsverksamhet", "Information and communication"),
    "K": ("Finans- och försäkringsverksamhet", "Financial and insurance activities"),
    "L": ("Fastighetsverksamhet", "Real estate activities"),
    "M": (
        "Verksamhet inom juridik, ekonomi, vetenskap och teknik",
        "Professional, scientific and technical activities",
    ),
    "N": (
        "Uthyrning, fastighetsservice, resetjänster och andra stödtjänster",
        "Administrative and support service activities",
    ),
    "O": (
        "Offentlig förvaltning och försvar; obligatorisk socialförsäkring",
        "Public administration and defence; compulsory social security",
    ),
    "P": ("Utbildning", "Education"),
    "Q": ("Vård och omsorg; sociala tjänster", "Human health and social work activities"),
    "R": ("Kultur, nöje och fritid", "Arts, entertainment and recreation"),
    "S": ("Annan serviceverksamhet", "Other service activities"),
    "T": (
        "Förvärvsarbete i hushåll; hushållens produktion av diverse varor och tjänster för eget bruk",
        "Activities of households as employers; undifferentiated production of households for own use",
    ),
    "U": (
        "Verksamhet vid internationella organisationer, utländska ambassader o.d.",
        "Activities of extraterritorial organisations and bodies",
    ),
    "X": ("Näringsgrenen okänd", "Industry unknown"),
}
TOTAL = "SSSSS"


def _rows(path: Path) -> Iterator[list[str]]:
    """Read code, level and name; the code is wrapped in quotes of two kinds, the first lines are a banner."""
    ancestors: dict[int, str] = {}
    text = path.read_text(encoding="utf-8-sig")
    for line in csv.reader(text.splitlines(), delimiter=";"):
        code = line[0].strip("'\"") if line else ""
        if len(line) < 3 or not line[1].isdigit() or code == TOTAL:  # noqa: PLR2004
            continue
        level = int(line[1])
        ancestors[level] = code
        names = SECTIONS.get(code, ("", ""))
        yield [code, str(level), ancestors.get(level - 1, ""), " ".join(line[2].split()), *names]


def build_classifications(data: Path, out: Path) -> None:
    """Write TOL 2008."""
    rows = list(_rows(data / "prh-ytj-samples" / "tol2008_toimiala_1_20080101_fi.csv"))
    write_rows(out / "tol2008.csv", ["code", "level", "parent", "name_fi", "name_sv", "name_en"], rows)
    write_source(
        out / "tol2008.csv",
        source="Statistics Finland, classification toimiala_1_20080101 (TOL 2008)",
        licence="CC BY 4.0",
        retrieved="2026-10-05",
        note="Names of the sections in Swedish and English are the official terms; other levels are in Finnish.",
    )
