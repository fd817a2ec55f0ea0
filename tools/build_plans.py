"""Writes the warehouse's questions in the default engine's language, so that nobody waits for Ibis at run time.

Use: ``python tools/build_plans.py`` after a change of ``seutu.warehouse.formulas`` or ``plans``, or of Ibis.
"""

import json
from pathlib import Path

import seutu.warehouse
from seutu.warehouse.plans import KEPT, KEPT_DIALECT, every_plan, worded

if __name__ == "__main__":
    path = Path(seutu.warehouse.__file__).parent / KEPT
    words = {repr(plan): worded(plan, KEPT_DIALECT) for plan in every_plan()}
    path.write_text(json.dumps(words, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(words)} questions, {path.stat().st_size / 1000:.0f} kB")
