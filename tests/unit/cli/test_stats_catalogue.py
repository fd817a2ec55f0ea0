import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from seutu.cli import stats

RUNNER = CliRunner()
app = typer.Typer()
app.callback()(lambda: None)
stats.attach(app)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEUTU_LANGUAGE", "en")


def test_the_catalogue_of_a_topic_tells_reading_source_code_and_formula() -> None:
    answer = RUNNER.invoke(app, ["stats", "catalogue", "--topic", "education"])
    assert answer.exit_code == 0
    assert answer.output.startswith("Education (")
    assert "  tertiary_education_share: Share of people with a tertiary degree; %; more is better; " in answer.output
    assert "(CC BY 4.0) kuntien_avainluvut M486" in answer.output
    assert (
        "outside_education_share: Share not in education or training; %; less is better; THL, Sotkanet" in answer.output
    )
    assert "share of people with a tertiary degree 5 years ago" in answer.output
    assert "net_migration" not in answer.output


def test_the_catalogue_as_json_holds_every_topic(tmp_path: Path) -> None:
    answer = RUNNER.invoke(app, ["stats", "catalogue", "--json", str(tmp_path / "all.json")])
    rows = {row["indicator"]: row for row in json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))}
    assert answer.exit_code == 0
    assert len(rows) > 150
    assert rows["at_risk_of_poverty_rate"]["source"] == {
        "id": "sotkanet",
        "name": "THL, Sotkanet",
        "licence": "CC BY 4.0",
    }
    assert rows["at_risk_of_poverty_rate"]["content"] == "3099"
    assert rows["population_change_5y"]["derived"] is True


def test_an_unknown_topic_is_told_with_those_there_are() -> None:
    answer = RUNNER.invoke(app, ["stats", "catalogue", "--topic", "weather"])
    assert answer.exit_code == 2
    assert "there is no such topic" in answer.stderr
    assert "well-being" in answer.stderr
