"""What composite indices cost: steps on many units, replicates, outranking, and Sobol' indices beside SALib.

Processor seconds inside this process, without its start; the median of five runs. The peer is asked for the same design
size on the Ishigami function, whose indices are known, and both are judged by their error over a hundred seeds. ASEM's
replicates need the folder `shared` beside the project. Writes build/benchmarks/indices.json.
"""

import json
import math
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from material import ROOT, WORK

TARGET: Final = WORK.parent / "indices.json"
ASEM: Final = ROOT.parent / "shared" / "coinr"
RUNS: Final = 5
SEEDS: Final = range(100)
SAMPLES: Final = 512
KNOWN: Final = ((0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437))


def seconds(work: Callable[[], object]) -> float:
    """Return the median of the processor seconds that some work takes."""
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def drawn(units: int, indicators: int) -> tuple[Any, Any]:
    """Return a table of drawn figures, a tenth of its columns skewed, and a structure of three levels above it."""
    from seutu.core.indices.structure import Kind, Node, checked_structure
    from seutu.core.indices.unit_tables import UnitTable

    random = np.random.Generator(np.random.PCG64(1))
    values = random.normal(50, 10, (units, indicators))
    values[:, ::10] = random.lognormal(0, 2, values[:, ::10].shape)
    codes = [f"i{number}" for number in range(indicators)]
    parts = max(indicators // 5, 2)
    rows = [Node(code, code, Kind.INDICATOR, 1, f"p{number % parts}") for number, code in enumerate(codes)]
    rows += [Node(f"p{number}", f"p{number}", Kind.AGGREGATE, 2, f"s{number % 2}") for number in range(parts)]
    rows += [Node(f"s{number}", f"s{number}", Kind.AGGREGATE, 3, "top") for number in range(2)]
    rows.append(Node("top", "top", Kind.AGGREGATE, 4))
    return UnitTable(tuple(f"u{row}" for row in range(units)), tuple(codes), values), checked_structure(rows)


def steps() -> dict[str, float]:
    """Return what steps, means and outranking take."""
    from seutu.core.indices.building import built
    from seutu.core.indices.outranking import copeland_scores
    from seutu.core.indices.recipe_reading import recipe_of

    table, structure = drawn(10_000, 50)
    plain = recipe_of({"treat": {"apply": False}})
    found = {
        "10,000 × 50: normalise, three levels of means": seconds(lambda: built(table, structure, plain)),
        "the same with treatment": seconds(lambda: built(table, structure, recipe_of({}))),
    }
    for units, indicators in ((500, 50), (55, 30)):
        work = partial(copeland_scores, drawn(units, indicators)[0].values, np.ones(indicators))
        found[f"outranking {units} × {indicators}"] = seconds(work)
    return found


def replicates() -> dict[str, float]:
    """Return what 1,000 replicates of ASEM take: four choices, a hundred sets of weights among them."""
    from seutu.core.indices.choices import Choice, noisy_weights
    from seutu.core.indices.replaying import Replayer
    from seutu.core.indices.uncertainty import drawn_positions, replayed
    from seutu.sources.indices import read_structure, read_units

    if not ASEM.is_dir():
        return {}
    structure = read_structure(ASEM / "asem_iMeta.csv")
    units = read_units(ASEM / "asem_iData.csv", structure)
    told = {"impute": {"method": "group_mean", "group": "EurAsia_group"}, "normalise": {"range": [1, 100]}}
    scales = ({"method": "minmax", "range": [1, 100]}, {"method": "zscore", "mean": 10, "sd": 2})
    choices = [
        Choice("winmax", "treat.winmax", (1, 2, 3, 4, 5), tuple("12345")),
        Choice("scale", "normalise", scales, ("1", "2")),
        Choice("mean", "aggregate.method", ("arithmetic", "geometric"), ("1", "2")),
        Choice("weights", "aggregate.weights", noisy_weights(structure, [2, 3], 0.25, 100, 1), ("",) * 100),
    ]
    positions = drawn_positions([5, 2, 2, 100], 1000, 1)
    return {
        "ASEM: 1,000 replicates of four choices": seconds(
            lambda: replayed(Replayer(units, structure, told, choices), positions)
        )
    }


def ishigami(points: Any) -> Any:
    """Return the Ishigami function of points on 0..1 (a = 7, b = 0.1)."""
    x = (2 * points - 1) * math.pi
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def errors() -> dict[str, dict[str, float]]:
    """Return the root mean square error of first and total orders by Seutu and by SALib, over the seeds."""
    from seutu.core.indices.sensitivity import estimated_indices

    ours = [[each[:2] for each in estimated_indices(ishigami, 3, SAMPLES, seed)] for seed in SEEDS]
    found = {"Seutu": _errors(ours)}
    try:
        from SALib.analyze import sobol as analysed
        from SALib.sample import sobol as sampled
    except ImportError:
        print("SALib is not installed: make bench installs it.")
        return found
    problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[0, 1]] * 3}
    theirs = []
    for seed in SEEDS:
        points = sampled.sample(problem, SAMPLES, calc_second_order=False, seed=seed)
        told = analysed.analyze(problem, ishigami(points), calc_second_order=False, num_resamples=2)
        theirs.append(list(zip(told["S1"], told["ST"], strict=True)))
    return found | {"SALib": _errors(theirs)}


def _errors(found: list[list[Any]]) -> dict[str, float]:
    away = np.array(found) - np.array(KNOWN)
    first, total = np.sqrt((away**2).mean(axis=(0, 1)))
    return {"first order": float(first), "total order": float(total)}


def main() -> None:
    """Measure, print and keep."""
    taken = steps() | replicates()
    print("| what | processor s |\n| --- | ---: |")
    for name, value in taken.items():
        print(f"| {name} | {value:.4f} |")
    off = errors()
    print("\n| Ishigami, 512 (d + 2) values | RMSE of first order | of total order |\n| --- | ---: | ---: |")
    for name, error in off.items():
        print(f"| {name} | {error['first order']:.4f} | {error['total order']:.4f} |")
    Path(TARGET).parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps({"seconds": taken, "errors": off}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
