"""What composite indices cost: steps on many units, replicates, outranking, and Sobol' indices beside SALib.

Processor seconds inside this process, without its start; the median of five runs. Sobol' indices are those of functions
that are known and of ASEM's choices, which can be enumerated; the values that an estimator takes are counted, and its
error is over a hundred seeds. ASEM needs the folder `shared` beside the project. Writes build/benchmarks/indices.json.
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
ISHIGAMI: Final = ((0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437))
LINEAR: Final = ((1 / 14, 1 / 14), (4 / 14, 4 / 14), (9 / 14, 9 / 14))
G_PARTS: Final = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])


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


def asem() -> Any:
    """Return ASEM's replayer of four choices, a hundred sets of weights among them, or None without its files."""
    from seutu.core.indices.choices import Choice, noisy_weights
    from seutu.core.indices.replaying import Replayer
    from seutu.sources.indices import read_structure, read_units

    if not ASEM.is_dir():
        return None
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
    return Replayer(units, structure, told, choices)


def replicates() -> dict[str, float]:
    """Return what 1,000 replicates of ASEM take."""
    from seutu.core.indices.uncertainty import drawn_positions, replayed

    positions = drawn_positions([5, 2, 2, 100], 1000, 1)
    taken = seconds(lambda: replayed(asem(), positions)) if asem() else None
    return {} if taken is None else {"ASEM: 1,000 replicates of four choices": taken}


def ishigami(points: Any) -> Any:
    """Return the Ishigami function of points on 0..1 (a = 7, b = 0.1)."""
    x = (2 * points - 1) * math.pi
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def sobol_g(points: Any) -> Any:
    """Return Sobol's g-function of eight factors."""
    return np.prod((np.abs(4 * points - 2) + G_PARTS) / (1 + G_PARTS), axis=1)


def product(points: Any) -> Any:
    """Return a product of three factors of mean 0.3: most of its variance is of factors together."""
    return np.prod(points - 0.2, axis=1)


def known_of_product(parts: Any, count: int) -> Any:
    """Return both orders of each factor of a product, by each factor's variance ÷ squared mean."""
    parts = np.broadcast_to(parts, count)
    whole = np.prod(1 + parts)
    return np.column_stack([parts, parts * whole / (1 + parts)]) / (whole - 1)


def functions() -> dict[str, tuple[Callable[[Any], Any], Any]]:
    """Return each function on 0..1 with its known first and total orders."""
    from seutu.core.indices.sensitivity import exact_indices, shifts

    found: dict[str, tuple[Callable[[Any], Any], Any]] = {
        "Ishigami": (ishigami, np.array(ISHIGAMI)),
        "Sobol's g": (sobol_g, known_of_product(1 / (3 * (1 + G_PARTS) ** 2), len(G_PARTS))),
        "linear": (lambda points: points @ np.array([1, 2, 3]), np.array(LINEAR)),
        "product": (product, known_of_product(1 / 12 / 0.3**2, 3)),
    }
    if replayer := asem():
        sizes = np.array([len(choice.values) for choice in replayer.choices])
        grid = np.stack(np.meshgrid(*map(np.arange, sizes), indexing="ij"), axis=-1).reshape(-1, len(sizes))
        cells = shifts(replayer, grid).reshape(sizes)
        found["ASEM's choices"] = (
            lambda points: cells[tuple((points * sizes).astype(int).T)],
            np.array(exact_indices(cells)),
        )
    return found


class Counted:
    """A function, and how many values it was asked for."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        """Begin from none."""
        self.function, self.values = function, 0

    def __call__(self, points: Any) -> Any:
        """Return the values of points."""
        self.values += len(points)
        return self.function(points)


def seutu(function: Counted, count: int, samples: int, seed: int) -> Any:
    """Return both orders by Seutu."""
    from seutu.core.indices.sensitivity import estimated_indices

    return [each[:2] for each in estimated_indices(function, count, samples, seed)]


def salib(function: Counted, count: int, samples: int, seed: int, *, second: bool) -> Any:
    """Return both orders by SALib, with second orders as it does unless told otherwise, or without them."""
    from SALib.analyze import sobol as analysed
    from SALib.sample import sobol as sampled

    names = [str(number) for number in range(count)]
    problem = {"num_vars": count, "names": names, "bounds": [[0, 1]] * count}
    points = sampled.sample(problem, samples, calc_second_order=second, seed=seed)
    told = analysed.analyze(problem, function(points), calc_second_order=second, num_resamples=2)
    return list(zip(told["S1"], told["ST"], strict=True))


def errors() -> dict[str, dict[str, dict[str, float]]]:
    """Return by function and estimator the values it took and the root mean square errors of both orders."""
    ways: dict[str, tuple[Callable[..., Any], int]] = {
        "Seutu, 512 rows": (seutu, SAMPLES),
        "Seutu, 256 rows": (seutu, SAMPLES // 2),
    }
    try:
        import SALib.sample  # noqa: F401

        ways["SALib, 512 rows"] = (partial(salib, second=True), SAMPLES)
        ways["SALib, 512 rows without second orders"] = (partial(salib, second=False), SAMPLES)
    except ImportError:
        print("SALib is not installed: make bench installs it.")
    return {
        name: {label: _errors(function, known, *way) for label, way in ways.items()}
        for name, (function, known) in functions().items()
    }


def _errors(function: Callable[[Any], Any], known: Any, way: Callable[..., Any], samples: int) -> dict[str, float]:
    counted = Counted(function)
    found = np.array([way(counted, len(known), samples, seed) for seed in SEEDS])
    first, total = np.sqrt(((found - known) ** 2).mean(axis=(0, 1)))
    return {"values": counted.values / len(SEEDS), "first order": float(first), "total order": float(total)}


def main() -> None:
    """Measure, print and keep."""
    taken = steps() | replicates()
    print("| what | processor s |\n| --- | ---: |")
    for name, value in taken.items():
        print(f"| {name} | {value:.4f} |")
    off = errors()
    print(
        "\n| function | estimator | values | RMSE of first order | of total order |\n| --- | --- | ---: | ---: | ---: |"
    )
    for name, ways in off.items():
        for label, each in ways.items():
            facts = f"{each['values']:.0f} | {each['first order']:.5f} | {each['total order']:.5f}"
            print(f"| {name} | {label} | {facts} |")
    Path(TARGET).parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps({"seconds": taken, "errors": off}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
