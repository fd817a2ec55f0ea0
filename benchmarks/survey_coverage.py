"""How often 90 % intervals of a survey hold the truth, over 500 simulated surveys of each shape; no time is taken.

First the means and shares of towns by themselves, then the scores and ranks of a joint index, where answers are few,
skewed or alike inside clusters and where towns differ unlike a normal distribution. The plain shape is that of
tests/unit/core/surveys/test_coverage.py. Writes build/benchmarks/survey_coverage.json.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, Final

import numpy as np
from material import WORK

TARGET: Final = WORK.parent / "survey_coverage.json"
SURVEYS: Final = 500
REPLICATES: Final = 200
TOWNS: Final = tuple(map(str, range(20)))
SIZES: Final = (10, 20, 30, 40, 233)
SKEWED: Final = (0.5, 0.2, 0.15, 0.1, 0.05)
WEIGHT_SD: Final = 0.7
ALIKE: Final = 0.1
CLUSTER: Final = 5
RAKED: Final = (100, 200, 500, 1000)
SPREAD: Final = 0.7
CUT: Final = 2.7
QUESTIONS: Final[dict[str, tuple[Callable[[Any, int], Any], float, bool]]] = {
    "mean of 1–5, even": (lambda random, count: random.integers(1, 6, count).astype(float), 3.0, False),
    "mean of 1–5, skewed": (lambda random, count: random.choice(5, count, p=SKEWED) + 1.0, 2.0, False),
    "share of 50 %": (lambda random, count: (random.random(count) < 0.5).astype(float), 0.5, True),
    "share of 10 %": (lambda random, count: (random.random(count) < 0.1).astype(float), 0.1, True),
}


def towns_alone(size: int, question: str, *, weighted: bool) -> float:
    """Return how many of the towns' own intervals hold the truth; weights are lognormal, Kish's effect about 1.6."""
    from seutu.core.surveys.estimates import means, sample_of, shares
    from seutu.core.surveys.grouping import Groups

    draw, truth, share = QUESTIONS[question]
    random, held = np.random.default_rng([size, len(question), weighted]), []
    towns = Groups("town", TOWNS, np.repeat(np.arange(len(TOWNS)), size))
    for _ in range(SURVEYS):
        count = len(towns.positions)
        weights = np.exp(random.normal(0, WEIGHT_SD, count)) if weighted else None
        worked = shares if share else means
        found = worked(sample_of(towns, weights=weights), draw(random, count), question="", level=0.9)
        held.append((found.low <= truth) & (truth <= found.high))
    return float(np.mean(held))


def raked_alone(size: int, *, share: bool, tied: float) -> tuple[float, float]:
    """Return how many intervals of a raked total hold the truth: weights fitted in each replicate, and weights held.

    More of the old and of women answer than there are; ``tied``: how much an answer is that of its age and sex.
    """
    from scipy.special import ndtr

    from seutu.core.surveys.grouping import Groups
    from seutu.core.surveys.raking import Margin, raked
    from seutu.core.surveys.respondents import Respondents, refit_of
    from seutu.core.surveys.wave_results import ALL, Observations, tabulated

    random, kept = np.random.default_rng([size, share, int(10 * tied)]), []
    alone = Groups("", ("x",), np.zeros(size, dtype=np.int64))
    middles = [(2 + tied * (1.5 * old - 0.5 * man), people) for old, people in ((0, 0.65), (1, 0.35)) for man in (0, 1)]
    truth = sum(people / 2 * (ndtr((middle - CUT) / SPREAD) if share else middle) for middle, people in middles)
    for _ in range(SURVEYS):
        old, man = random.random(size) < 0.6, random.random(size) < 0.35
        answers = 2 + tied * (1.5 * old - 0.5 * man) + random.normal(0, SPREAD, size)
        margins = [
            Margin(Groups("age", ("young", "old"), old.astype(np.int64)), {"young": 65, "old": 35}),
            Margin(Groups("sex", ("f", "m"), man.astype(np.int64)), {"f": 50, "m": 50}),
        ]
        given = (answers > CUT).astype(np.float64) if share else answers
        who = Respondents(np.arange(size), size, refit_of(margins))
        told = Observations(alone, alone, raked(margins).weights, given, share, apart=True, respondents=who)
        cells = (tabulated(each).cells[ALL, ALL] for each in (told, replace(told, respondents=None)))
        kept.append([cell.low <= truth <= cell.high for cell in cells])
    fitted, fixed = np.mean(kept, axis=0)
    return float(fitted), float(fixed)


def plain(random: Any, towns: Any) -> tuple[Any, Any, Any, Any]:
    """Return the true share and mean of each town, and the answers: shares of 20–80 %, means about 3.2."""
    share, mean = random.uniform(0.2, 0.8, len(TOWNS)), random.normal(3.2, 0.4, len(TOWNS))
    return share, mean, random.random(len(towns)) < share[towns], random.normal(mean[towns], 1)


def skewed(random: Any, towns: Any) -> tuple[Any, Any, Any, Any]:
    """Shares of 3–25 %, and a scale of 1–5 on which most answer 1."""
    share, stay = random.uniform(0.03, 0.25, len(TOWNS)), random.uniform(0.45, 0.75, len(TOWNS))
    mean = 1 + sum((1 - stay) ** step for step in range(1, 5))
    answers = 1.0 + np.minimum(random.geometric(stay[towns]) - 1, 4)
    return share, mean, random.random(len(towns)) < share[towns], answers


def clustered(random: Any, towns: Any) -> tuple[Any, Any, Any, Any]:
    """Five who answer together are alike: a tenth of the variance is theirs, and nobody tells who they are."""
    from scipy.special import ndtri

    share, mean, _, _ = plain(random, towns)
    own = np.sqrt(1 - ALIKE)
    first, second = (np.repeat(random.normal(0, np.sqrt(ALIKE), len(towns)), CLUSTER)[: len(towns)] for _ in range(2))
    known = first + own * random.normal(size=len(towns)) < ndtri(share)[towns]
    return share, mean, known, mean[towns] + second + own * random.normal(size=len(towns))


def outlying(random: Any, towns: Any) -> tuple[Any, Any, Any, Any]:
    """Let a few towns lie far from the others: means by Student's t of 3 degrees."""
    share, mean = random.beta(0.6, 2, len(TOWNS)) * 0.8 + 0.05, 3.2 + 0.4 * random.standard_t(3, len(TOWNS))
    return share, mean, random.random(len(towns)) < share[towns], random.normal(mean[towns], 1)


def index_of(draw: Callable[[Any, Any], Any], least: int, most: int, scale: str) -> tuple[float, float, int]:
    """Return how many scores and ranks are held, and how many surveys told no town from another."""
    from seutu.core.indices.building import built
    from seutu.core.indices.ranking import ranks
    from seutu.core.indices.recipe_reading import recipe_of
    from seutu.core.indices.structure import Kind, Node, checked_structure
    from seutu.core.indices.unit_tables import UnitTable
    from seutu.core.problems import InputProblem
    from seutu.core.surveys.estimates import sample_of
    from seutu.core.surveys.grouping import Groups
    from seutu.core.surveys.joint import joint
    from seutu.core.surveys.rank_statements import rank_intervals, score_intervals
    from seutu.core.surveys.resampling import resampled

    codes = ("known", "image", "jobs")
    structure = checked_structure(
        [*(Node(code, code, Kind.INDICATOR, 1, "index") for code in codes), Node("index", "index", Kind.AGGREGATE, 2)]
    )
    told = {"treat": {"apply": False}, "normalise": {"method": scale}}
    scores: list[Any] = []
    places: list[Any] = []
    refused = 0
    for seed in range(SURVEYS):
        random = np.random.default_rng([seed, least])
        sizes = random.integers(least, most + 1, len(TOWNS))
        towns = np.repeat(np.arange(len(TOWNS)), sizes)
        share, mean, known, image = draw(random, towns)
        jobs = random.normal(50, 10, len(TOWNS))
        truth = built(UnitTable(TOWNS, codes, np.column_stack([share, mean, jobs])), structure, recipe_of(told)).top
        answers = {"known": known.astype(np.float64), "image": image}
        survey = resampled(sample_of(Groups("town", TOWNS, towns)), answers, replicates=REPLICATES, seed=seed)
        try:
            found = joint(UnitTable(TOWNS, ("jobs",), jobs[:, None]), structure, told, survey, seed=seed).scores
        except InputProblem:
            refused += 1
            continue
        for kept, ends, true in (
            (scores, score_intervals(found), truth),
            (places, rank_intervals(found), ranks(truth)),
        ):
            kept.append((ends[:, 0] <= true) & (true <= ends[:, 1]))
    return float(np.mean(scores)), float(np.mean(places)), refused


def of_several(each: int, people: int, alike: float, *, told: bool, surveys: int = 150) -> tuple[float, float]:
    """Return how many scores are held and how many places a rank's interval has, where people answer of several towns.

    ``alike``: the part of an answer's variance that is the respondent's own; ``told``: whether it is known who said
    what.
    """
    from seutu.core.indices.building import built
    from seutu.core.indices.recipe_reading import recipe_of
    from seutu.core.indices.structure import Kind, Node, checked_structure
    from seutu.core.indices.unit_tables import UnitTable
    from seutu.core.surveys.estimates import sample_of
    from seutu.core.surveys.grouping import Groups
    from seutu.core.surveys.joint import joint
    from seutu.core.surveys.rank_statements import rank_intervals, score_intervals
    from seutu.core.surveys.resampling import resampled
    from seutu.core.surveys.respondents import Respondents

    codes = ("known", "image", "jobs")
    nodes = [Node(code, code, Kind.INDICATOR, 1, "index") for code in codes]
    structure = checked_structure([*nodes, Node("index", "index", Kind.AGGREGATE, 2)])
    recipe, held, wide = {"treat": {"apply": False}, "normalise": {"method": "zscore"}}, list[Any](), list[Any]()
    who = np.repeat(np.arange(people), each)
    for seed in range(surveys):
        random = np.random.default_rng([seed, each, people])
        towns = np.concatenate([random.permutation(len(TOWNS))[:each] for _ in range(people)])
        means = random.normal(3.2, 0.4, (2, len(TOWNS)))
        jobs, own = random.normal(50, 10, len(TOWNS)), random.normal(0, np.sqrt(alike), people)[who]
        figures = np.column_stack([*means, jobs])
        truth = built(UnitTable(TOWNS, codes, figures), structure, recipe_of(recipe)).top
        said = {
            code: mean[towns] + own + random.normal(0, np.sqrt(1 - alike), len(who))
            for code, mean in zip(codes, means, strict=False)
        }
        respondents = Respondents(who, people) if told else None
        sample = sample_of(Groups("town", TOWNS, towns))
        survey = resampled(sample, said, replicates=REPLICATES, seed=seed, respondents=respondents)
        found = joint(UnitTable(TOWNS, ("jobs",), jobs[:, None]), structure, recipe, survey, seed=seed).scores
        ends, places = score_intervals(found), rank_intervals(found)
        held.append((ends[:, 0] <= truth) & (truth <= ends[:, 1]))
        wide.append(places[:, 1] - places[:, 0])
    return float(np.mean(held)), float(np.mean(wide))


def main() -> None:
    """Simulate, print and keep."""
    found: dict[str, Any] = {}
    print("| figure of a town | weights | " + " | ".join(f"n = {size}" for size in SIZES) + " |")
    print("| --- | --- |" + " ---: |" * len(SIZES))
    for question in QUESTIONS:
        for weighted in (False, True):
            row = [towns_alone(size, question, weighted=weighted) for size in SIZES]
            words = "unequal" if weighted else "equal"
            found[f"{question}, {words}"] = row
            print(f"| {question} | {words} | " + " | ".join(f"{each:.1%}" for each in row) + " |", flush=True)
    print("\n| raked total | n | fitted anew | held |\n| --- | ---: | ---: | ---: |")
    for share, tied in product((False, True), (1.0, 0.0)):
        name = f"{'share' if share else 'mean'}, {'with age and sex' if tied else 'apart from them'}"
        for size in RAKED:
            pair = raked_alone(size, share=share, tied=tied)
            found[f"raked {name} {size}"] = pair
            print(f"| {name} | {size} | {pair[0]:.1%} | {pair[1]:.1%} |", flush=True)
    print("\n| towns each | people | alike | together | apart |\n| ---: | ---: | ---: | --- | --- |")
    for each, people, alike in product((5, 20), (40,), (0.0, 0.5)):
        pairs = [of_several(each, people * 20 // each, alike, told=told) for told in (True, False)]
        found[f"of several towns {each} {alike}"] = pairs
        words = " | ".join(f"{scores:.1%}, {places:.1f} places" for scores, places in pairs)
        print(f"| {each} | {people * 20 // each} | {alike} | {words} |", flush=True)
    print("\n| joint index | answers | scale | scores | ranks | refused |\n| --- | --- | --- | ---: | ---: | ---: |")
    for draw, least, most in (
        (plain, 20, 40),
        (skewed, 20, 40),
        (clustered, 20, 40),
        (outlying, 20, 40),
        (skewed, 8, 18),
    ):
        for scale in ("zscore", "minmax"):
            held = index_of(draw, least, most, scale)
            found[f"{draw.__name__} {least}–{most} {scale}"] = held
            facts = f"{held[0]:.1%} | {held[1]:.1%} | {held[2]}"
            print(f"| {draw.__name__} | {least}–{most} | {scale} | {facts} |", flush=True)
    Path(TARGET).parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
