"""`seutu index` from files to files: what it writes, and that a design replays the choices it names."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from seutu.cli import index
from seutu.cli.main import app
from seutu.rules.indices import preset_names

UNITS = """uCode;uName;side;people;jobs;firms;away
020;Akaa;itä;100;40;10;5,5
A;Alku;itä;100;90;30;2
B;Bergö;länsi;100;60;20;3
C;Cisko;länsi;50;20;41;8
D;Dal;länsi;50;25;38;
"""
STRUCTURE = """iCode,Level,Parent,Direction,Weight,Type,Denominator
jobs,1,vitality,1,1,Indicator,people
firms,1,vitality,1,3,Indicator,
away,1,pull,-1,1,Indicator,
vitality,2,index,1,1,Aggregate,
pull,2,index,1,1,Aggregate,
index,3,,1,1,Aggregate,
side,,,,,Group,
people,,,,,Denominator,
"""
RECIPE = """
[impute]
method = "group_mean"
group = "side"
[normalise]
range = [1, 100]
[[uncertainty.choice]]
name = "mean"
path = "aggregate.method"
values = ["arithmetic", "geometric"]
[[uncertainty.choice]]
name = "weights"
path = "aggregate.weights"
file = "weights.csv"
"""
WEIGHTS = "set_id,iCode,Level,Weight\none,vitality,2,1\ntwo,vitality,2,9\ntwo,pull,2,1\n"
index.attach(app)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    texts = {"units.csv": UNITS, "structure.csv": STRUCTURE, "recipe.toml": RECIPE, "weights.csv": WEIGHTS}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [
        part
        for option, name in (("--units", "units.csv"), ("--structure", "structure.csv"), ("--recipe", "recipe.toml"))
        for part in (option, str(tmp_path / name))
    ]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["index", *arguments], catch_exceptions=False)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_build_writes_every_step_and_what_was_done(files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", *files, "--out", str(out)).exit_code == 0
    assert {path.name for path in out.iterdir()} >= {
        "denominated.csv",
        "imputed.csv",
        "treated.csv",
        "treatment_log.csv",
        "normalised.csv",
        "scores.csv",
        "ranks.csv",
        "effective_weights.csv",
        "statistics.csv",
        "correlations.csv",
        "cronbach.csv",
        "audit.json",
    }
    assert [row["uCode"] for row in rows(out / "scores.csv")] == ["020", "A", "B", "C", "D"]
    assert rows(out / "denominated.csv")[4]["away"] == ""
    assert rows(out / "imputed.csv")[4]["away"] == "5.5"
    assert rows(out / "imputed.csv")[0]["away"] == "5.5"
    audit = json.loads((out / "audit.json").read_text(encoding="utf-8"))
    assert audit["imputed"] == [{"uCode": "D", "iCode": "away"}]
    assert len(audit["inputs"]["units.csv"]) == 64
    told = {"method": "group_mean", "group": "side", "over_time": "none", "within": "all"}
    assert audit["recipe"]["impute"] == {**told, "neighbours": 5, "predictors": 3}


def test_a_design_replays_what_it_names_and_needs_no_seed(files: list[str], tmp_path: Path) -> None:
    design = tmp_path / "design.csv"
    design.write_text("rep,mean,weights\na,1,one\nb,2,two\nc,1,two\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run("uncertainty", *files, "--design", str(design), "--out", str(out)).exit_code == 0
    scores = rows(out / "scores_replicates.csv")
    assert list(scores[0]) == ["uCode", "r_a", "r_b", "r_c"]
    assert run("build", *files, "--out", str(out)).exit_code == 0
    built = {row["uCode"]: row for row in rows(out / "scores.csv")}
    for row in scores:
        score = built[row["uCode"]]
        assert float(row["r_a"]) == pytest.approx(float(score["index"]))
        assert float(row["r_c"]) == pytest.approx(0.9 * float(score["vitality"]) + 0.1 * float(score["pull"]))
        assert 0 < float(row["r_b"]) <= float(row["r_c"])
    intervals = rows(out / "rank_intervals.csv")
    assert list(intervals[0]) == ["uCode", "nominal", "q05", "q50", "q95"]


def test_the_same_seed_writes_the_same_bytes(files: list[str], tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert (
            run("uncertainty", *files, "--replicates", "50", "--seed", "4", "--out", str(tmp_path / name)).exit_code
            == 0
        )
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_the_audit_writes_the_tables_that_it_names(files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("audit", *files, "--replicates", "20", "--out", str(out)).exit_code == 0
    written = {path.name for path in out.iterdir()}
    assert {"audit.docx", "audit.pdf", "scores.csv", "statistics.csv", "imputed.csv", "sensitivity.csv"} <= written
    assert len(rows(out / "rank_intervals.csv")) == 5


def test_an_audit_without_choices_tries_the_usual_ones(files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "plain.toml").write_text('[impute]\nmethod = "median"\n', encoding="utf-8")
    told = ["--recipe", str(tmp_path / "plain.toml"), "--replicates", "40"]
    assert run("audit", *files[:4], *told, "--out", str(out)).exit_code == 0
    assert [row["factor"] for row in rows(out / "sensitivity.csv")] == [
        "weights",
        "normalisation",
        "aggregation",
        "missing",
    ]
    assert len(rows(out / "rank_intervals.csv")) == 5


@pytest.mark.parametrize("name", preset_names())
def test_a_known_index_is_a_recipe_by_name(name: str, files: list[str], tmp_path: Path) -> None:
    units = tmp_path / "units.csv"
    units.write_text(UNITS.replace("38;", "38;4"), encoding="utf-8")
    bare = [*files[:4], "--preset", name, "--out", str(tmp_path / name)]
    assert run("build", *bare).exit_code == 0
    scores = {row["uCode"]: float(row["index"]) for row in rows(tmp_path / name / "scores.csv")}
    if name == "evp":  # jobs 0, 3/4, 3/4 and so on: percentiles of five units, the highest of equal ranks the lowest
        assert scores["A"] == pytest.approx(((1 * 100 + 3 * 50) / 4 + 100) / 2)
    elif name == "aki":  # the mean of three indicators on 0–100, whichever aggregate they stand under
        assert scores["A"] == pytest.approx((100 + 100 * 20 / 31 + 100) / 3)
    elif name == "quintile":
        assert scores["A"] == pytest.approx(((1 * 5 + 3 * 3) / 4 + 5) / 2)
    elif name == "ris":
        assert all(0 <= score <= 1 for score in scores.values())
    elif name == "change":
        assert sum(scores.values()) == pytest.approx(0, abs=1e-9)
    assert json.loads((tmp_path / name / "audit.json").read_text(encoding="utf-8"))["inputs"][f"{name}.toml"]


def test_a_recipe_and_a_known_index_are_not_both_taken(files: list[str], tmp_path: Path) -> None:
    both = run("build", *files, "--preset", "evp", "--out", str(tmp_path / "out"))
    unknown = run("build", *files[:4], "--preset", "kuu", "--out", str(tmp_path / "out"))
    assert (both.exit_code, unknown.exit_code) == (2, 2)
    assert "--preset" in both.stderr
    assert "kuu" in unknown.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("method", ["exact", "sobol"])
def test_sensitivity_tells_each_choice(method: str, files: list[str], tmp_path: Path) -> None:
    assert run("sensitivity", *files, "--method", method, "--samples", "64", "--out", str(tmp_path)).exit_code == 0
    found = rows(tmp_path / "sensitivity.csv")
    assert list(found[0]) == ["factor", "first_order", "total_order", "low", "high"]
    assert [row["factor"] for row in found] == ["mean", "weights"]
    assert all(0 <= float(row["total_order"]) <= 1.5 for row in found)


def test_weights_of_stakeholders_come_from_a_file_and_what_is_known_of_them_is_written(
    files: list[str], tmp_path: Path
) -> None:
    pairs = "stakeholder;first;second;times\nkunta;vitality;pull;3\nyritys;vitality;pull;1/3\n"
    (tmp_path / "pairs.csv").write_text(pairs, encoding="utf-8")
    weighting = '[aggregate.weighting]\nmethod = "ahp"\nfile = "pairs.csv"\nmax_ratio = 0.0\n'
    (tmp_path / "recipe.toml").write_text('[impute]\nmethod = "mean"\n' + weighting, encoding="utf-8")
    assert run("build", *files, "--out", str(tmp_path / "out")).exit_code == 0
    weights = {row["iCode"]: float(row["effective_weight"]) for row in rows(tmp_path / "out" / "effective_weights.csv")}
    assert weights["vitality"] == pytest.approx(0.5)
    known = rows(tmp_path / "out" / "weighting.csv")
    assert list(known[0]) == ["iCode", "fact", "of", "figure"]
    assert [(row["fact"], row["of"]) for row in known] == [
        ("stakeholders", ""),
        ("consistency_ratio", "kunta"),
        ("consistency_ratio", "yritys"),
        ("consistency_ratio", ""),
    ]


def test_a_negative_loading_that_was_clipped_is_said_aloud(files: list[str], tmp_path: Path) -> None:
    weighting = '[aggregate.weighting]\nmethod = "pca"\nnegative = "clip"\n'
    (tmp_path / "recipe.toml").write_text('[impute]\nmethod = "mean"\n' + weighting, encoding="utf-8")
    turned = (
        (tmp_path / "structure.csv").read_text(encoding="utf-8").replace("firms,1,vitality,1", "firms,1,vitality,-1")
    )
    (tmp_path / "structure.csv").write_text(turned, encoding="utf-8")
    done = run("build", *files, "--out", str(tmp_path / "out"))
    audit = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    assert len(audit["notes"]) == done.stdout.count("lataus") == 1
