"""How long an edit of one cell takes in a budget of 20 partners × 7 years × 40 lines, from the request to the answer.

The answer holds every figure that may have changed, proved anew. Asked in this process, without the time of a network.
Not a comparison: no peer proves a plan as it is typed. Writes build/benchmarks/budget_edits.json, in seconds.
"""

import argparse
import json
import statistics
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any, Final

from material import WORK, empty_seutu, start_seutu

TARGET: Final = WORK.parent / "budget_edits.json"
PARTNERS: Final = 20
YEARS: Final = range(2024, 2031)
LINES: Final = 40
EDITS: Final = 30


def plan() -> Any:
    """Return the plan: every line adds up over its years, every partner over its lines, and all to the total."""
    from seutu.core.figures.relations import Term
    from seutu.core.figures.units import EUR
    from seutu.core.funding.plans import CostKind, CostLine, FundingKind, FundingRow, Partner, PartnerRole, Plan
    from seutu.core.text import Text

    def euros(amount: int) -> Term:
        return Term(Text.same(""), Decimal(amount), EUR)

    lines, partners = [], []
    for partner in range(PARTNERS):
        name = f"Kumppani {partner + 1}"
        amounts = [1000 + 10 * line + partner for line in range(LINES)]
        partners.append(Partner(name, PartnerRole.PART if partner else PartnerRole.LEAD, euros(7 * sum(amounts))))
        for line, amount in enumerate(amounts):
            kind = CostKind.STAFF if line % 2 else CostKind.PURCHASES
            years = {str(year): euros(amount) for year in YEARS}
            label = Text.same(f"Rivi {line + 1}")
            lines.append(CostLine(label, kind, euros(7 * amount), years=years, partner=name))
    total = sum(int(line.amount.number) for line in lines)
    aid = total * 4 // 5
    funding = (
        FundingRow(Text.same("EU ja valtio"), FundingKind.EU_STATE, euros(aid)),
        FundingRow(Text.same("Omarahoitus"), FundingKind.OWN, euros(total - aid)),
    )
    return Plan(
        title="Suuri hanke", cost_lines=tuple(lines), total=euros(total), funding=funding, partners=tuple(partners)
    )


def times() -> dict[str, dict[str, float]]:
    """Return how long the page and the edits take."""
    from django.test import Client

    from seutu.apps.accounts.models import User, Workspace
    from seutu.apps.funding.models import CostLine
    from seutu.apps.funding.plan_operations import make_project
    from seutu.apps.records.scope import in_scope

    client, workspace = Client(), Workspace.objects.get()
    client.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    with in_scope(workspace):
        made = make_project(
            plan(), title="Suuri hanke", source="mittaus", by=None, at=datetime.now(UTC) - timedelta(hours=1)
        )
        line = CostLine.objects.filter(project=made.project).order_by("position").first()
    assert line is not None
    page = f"/fi/w/{workspace.slug}/projects/{made.project.pk}/budget/"
    opened = [_timed(lambda: client.get(page)) for _ in range(6)][1:]
    edits, seen, moment = [], "1000", datetime.now(UTC).isoformat()
    for number in range(EDITS + 1):
        value = str(2000 + number)
        sent = {"cell": f"{line.pk}:year:2024", "seen": seen, "value": value, "since": moment}
        edits.append(_timed(lambda: client.post(f"{page}cells/", sent)))  # noqa: B023 - called at once
        seen = value
    named = {"the page of 800 lines": opened, "an edit of one cell": edits[1:]}
    return {name: {"median": statistics.median(taken), "slowest": max(taken)} for name, taken in named.items()}


def _timed(ask: Any) -> float:
    begun = time.perf_counter()
    answer = ask()
    taken = time.perf_counter() - begun
    assert answer.status_code == 200, answer.content[:400]
    return taken


def main() -> int:
    """Make the plan, measure and write."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    start_seutu(empty_seutu())
    import_module("seutu.config.wsgi")  # what a server loads before it answers
    found = times()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("| what | median s | slowest s |\n| --- | ---: | ---: |")
    for name, each in found.items():
        print(f"| {name} | {each['median']:.3f} | {each['slowest']:.3f} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
