"""What a survey in an index costs: 12,800 answers of 55 towns resampled 2,000 times, and the index with each replicate.

Processor seconds inside this process, without its start; the median of the runs. Peers draw the same bootstrap (Rao and
Wu's) of the same answers: a plain loop of numpy over replicates and strata, and svy, where it is installed beside Seutu
(`pip install svy`; it is no part of the development tools). Their errors are compared with Seutu's before any time is
taken. No peer makes an index of the replicates. Writes build/benchmarks/surveys.json.
"""

import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from material import WORK

TARGET: Final = WORK.parent / "surveys.json"
RUNS: Final = 5
REPLICATES: Final = 2000
TOWNS: Final = tuple(f"town {number}" for number in range(55))
ANSWERS: Final = 12_800
QUESTIONS: Final = tuple(f"question {number}" for number in range(6))
STATISTICS: Final = tuple(f"statistic {number}" for number in range(24))
ALIKE: Final = 0.05
EACH: Final = 5
"""Towns that a respondent answers about where it is several."""
AGES: Final = ("15", "25", "35", "45", "55", "65")


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of the processor seconds that some work takes."""
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def asked() -> tuple[Any, Any, Any, dict[str, Any]]:
    """Return towns, strata, weights and answers of the respondents, a twentieth of the answers missing."""
    random = np.random.Generator(np.random.PCG64(1))
    towns = random.integers(0, len(TOWNS), ANSWERS)
    strata = random.integers(0, 3, ANSWERS)
    answers = {}
    for place, question in enumerate(QUESTIONS):
        given = random.integers(1, 6, ANSWERS) + 0.02 * towns * (place % 3 + 1)
        answers[question] = np.where(random.random(ANSWERS) < 0.05, np.nan, given)
    return towns, strata, random.uniform(0.5, 2, ANSWERS), answers


def survey(towns: Any, strata: Any, weights: Any, answers: dict[str, Any], *, shrink: bool) -> Any:
    """Return Seutu's figures of the survey."""
    from seutu.core.surveys.estimates import sample_of
    from seutu.core.surveys.grouping import Groups
    from seutu.core.surveys.resampling import resampled

    groups = (Groups("town", TOWNS, towns), Groups("group", ("own", "big city", "other"), strata))
    sample = sample_of(groups[0], weights=weights, strata=groups[1])
    return resampled(sample, answers, replicates=REPLICATES, seed=1, shrink=shrink)


def about_several(towns: Any, answers: dict[str, Any], *, weighted: bool) -> Any:
    """Return the figures of as many answers by a fifth of the people, five towns each; raked on age and sex or not."""
    from seutu.core.surveys.estimates import sample_of
    from seutu.core.surveys.grouping import Groups
    from seutu.core.surveys.raking import Margin, raked
    from seutu.core.surveys.resampling import resampled
    from seutu.core.surveys.respondents import Respondents, refit_of

    random, count = np.random.Generator(np.random.PCG64(4)), ANSWERS // EACH
    who = np.repeat(np.arange(count), EACH)
    now = (random.integers(0, len(TOWNS), count)[who] + np.tile(np.arange(EACH) * 7, count)) % len(TOWNS)
    told = {name: each + 0.02 * (now - towns) * (place % 3 + 1) for place, (name, each) in enumerate(answers.items())}
    ages = Margin(Groups("age", AGES, random.integers(0, len(AGES), count)), dict.fromkeys(AGES, 10.0))
    sexes = Margin(Groups("sex", ("f", "m"), random.integers(0, 2, count)), {"f": 31.0, "m": 29.0})
    weights = raked([ages, sexes]).weights if weighted else np.ones(count)
    respondents = Respondents(who, count, refit_of([ages, sexes]) if weighted else None)
    sample = sample_of(Groups("town", TOWNS, now), weights=weights[who])
    return resampled(sample, told, replicates=REPLICATES, seed=1, respondents=respondents)


def index_of(figures: Any) -> Any:
    """Return the joint index of 30 indicators and all that is said of its ranks; four choices are uncertain."""
    from seutu.core.indices.choices import Choice, noisy_weights
    from seutu.core.indices.structure import Kind, Node, checked_structure
    from seutu.core.indices.unit_tables import UnitTable
    from seutu.core.surveys import rank_statements as say
    from seutu.core.surveys.joint import joint

    random = np.random.Generator(np.random.PCG64(2))
    values = random.normal(50, 10, (len(TOWNS), len(STATISTICS)))
    values[:, ::8] = random.lognormal(0, 2, values[:, ::8].shape)
    rows = [Node(code, code, Kind.INDICATOR, 1, "soft") for code in QUESTIONS]
    rows += [Node(code, code, Kind.INDICATOR, 1, f"hard {place % 3}") for place, code in enumerate(STATISTICS)]
    rows += [Node(code, code, Kind.AGGREGATE, 2, "index") for code in ("soft", "hard 0", "hard 1", "hard 2")]
    structure = checked_structure([*rows, Node("index", "index", Kind.AGGREGATE, 3)])
    scales = ({"method": "minmax", "range": [1, 100]}, {"method": "zscore", "mean": 10, "sd": 2})
    choices = [
        Choice("winmax", "treat.winmax", (1, 2, 3, 4, 5), tuple("12345")),
        Choice("scale", "normalise", scales, ("1", "2")),
        Choice("mean", "aggregate.method", ("arithmetic", "geometric"), ("1", "2")),
        Choice("weights", "aggregate.weights", noisy_weights(structure, [1, 2], 0.25, 100, 1), ("",) * 100),
    ]
    told = {"normalise": {"range": [1, 100]}}
    found = joint(UnitTable(TOWNS, STATISTICS, values), structure, told, figures, choices=choices, seed=1)
    said = [
        say.score_intervals(found.scores),
        say.rank_intervals(found.scores),
        say.chance_of_top(found.scores, 10),
        say.chances_of_lead(found.scores),
    ]
    say.tied_groups(found.scores, found.nominal.top)
    return b"".join(each.tobytes() for each in (found.scores, *said))


def _indexed(work: Callable[[], Any]) -> Any:
    return index_of(work())


def looped(towns: Any, strata: Any, weights: Any, answers: dict[str, Any]) -> Any:
    """Return the errors of the towns' means by a loop over replicates, towns and strata."""
    random = np.random.default_rng(3)
    held = np.column_stack(list(answers.values()))
    cells = [
        [np.flatnonzero((towns == town) & (strata == stratum)) for stratum in range(3)] for town in range(len(TOWNS))
    ]
    found = np.empty((REPLICATES, len(TOWNS), len(QUESTIONS)))
    for replicate in range(REPLICATES):
        for town, parts in enumerate(cells):
            above, below = np.zeros(len(QUESTIONS)), np.zeros(len(QUESTIONS))
            for rows in parts:
                drawn = random.choice(rows, len(rows) - 1)
                given = held[drawn]
                weight = weights[drawn, None] * (len(rows) / (len(rows) - 1)) * ~np.isnan(given)
                above += (weight * np.nan_to_num(given)).sum(axis=0)
                below += weight.sum(axis=0)
            found[replicate, town] = above / below
    return found.std(axis=0, ddof=1)


def by_svy(towns: Any, strata: Any, weights: Any, answers: dict[str, Any]) -> Any:
    """Return the errors of the towns' means by svy's bootstrap weights: towns × questions."""
    import polars as pl
    import svy

    columns = {"town": [TOWNS[each] for each in towns], "weight": weights, "row": np.arange(ANSWERS)}
    columns |= {"stratum": [f"{town} {stratum}" for town, stratum in zip(towns, strata, strict=True)]} | answers
    design = svy.Design(wgt="weight", stratum="stratum", psu="row")
    sample = svy.Sample(pl.DataFrame(columns).fill_nan(None), design)
    drawn = sample.weighting.create_bs_wgts(REPLICATES, kind="rao-wu", rstate=1)
    found = np.empty((len(TOWNS), len(QUESTIONS)))
    for place, question in enumerate(QUESTIONS):
        told = drawn.estimation.mean(question, by="town", method="replication", drop_nulls=True)
        for each in told.estimates:
            found[TOWNS.index(each.by_level[0]), place] = each.se
    return found


def main() -> None:
    """Compare, measure, print and keep."""
    material = asked()
    plain = survey(*material, shrink=False)
    errors = plain.replicates.std(axis=0, ddof=1)
    peers: dict[str, Callable[[], Any]] = {"numpy loop, the survey alone": lambda: looped(*material)}
    try:
        import svy

        peers[f"svy {svy.__version__}, the survey alone"] = lambda: by_svy(*material)
    except ImportError:
        print("svy is not installed: left out.")
    figures = survey(*material, shrink=True)
    assert index_of(figures) == index_of(survey(*material, shrink=True)), "the same seed gave other bytes"
    taken = {
        "Seutu, the survey alone": seconds(lambda: survey(*material, shrink=True)),
        "Seutu, the index and its ranks": seconds(lambda: index_of(figures)),
        "Seutu, both": seconds(lambda: index_of(survey(*material, shrink=True))),
    }
    for name, weighted in (("five towns each", False), ("five towns each, raked anew", True)):
        work = partial(about_several, material[0], material[3], weighted=weighted)
        assert index_of(work()) == index_of(work()), "the same seed gave other bytes"
        taken[f"Seutu, both, {name}"] = seconds(partial(_indexed, work))
    for name, peer in peers.items():
        away = float(np.abs(peer() / errors - 1).mean())
        assert away < ALIKE, f"{name}: errors differ by {away:.1%}"
        taken[name] = seconds(peer, 1)
    print("| what | processor s |\n| --- | ---: |")
    for name, value in taken.items():
        print(f"| {name} | {value:.2f} |")
    Path(TARGET).parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps({"seconds": taken}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
