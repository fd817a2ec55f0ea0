"""Texts of any kind are read without an error and in time: no pattern runs away, no figure is made up."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.figures.relations import Severity
from seutu.sources.documents.checking import check_document
from seutu.sources.documents.lines import of_text
from tests.unit.sources.documents.texts import APPLICATION, DECISION, PROPOSAL

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PIECES = (
    "Yhteensä",
    " ",
    "\n",
    "1",
    "22",
    "333",
    " 000",
    ",50",
    "%",
    "€",
    "euroa",
    "noin ",
    "kustannukset ovat ",
    "§",
    "-",
    "ä",
    "A",
)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_is_read(text: str) -> None:
    check_document(of_text("x", text)).as_dict()


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_characters_are_read(text: str) -> None:
    assert not [each for each in check_document(of_text("x", text)).relations if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "text",
    [
        "a " + "1 " * 20_000 + "x",
        "Yhteensä " + "111 " * 5_000,
        "111 " * 20_000 + "€",
        "Palkat 1 1 1 1 1 1 1 1 1 1\n" * 60 + "Yhteensä 60 60 60 60 60 60 60 60 60 60",
        "rahoitus " + "1,1 % " * 5_000,
        "(tulos 1: " * 5_000,
        "kustannukset " * 5_000,
        "yht. " * 20_000,
        "\n" * 50_000,
        "SataKasvu Satakasvu " * 3_000,
        "a" * 200_000 + "!",
        "ﬁ" * 200_000 + "!",
        "1+" * 100_000 + "1!",
        "1  +  1" * 30_000 + "!",
        "a" * 200_000 + "! 1 €",
        "josta 1 € " * 30_000,
        "1,1 %" * 60_000,
        "".join(f"{label} {'111 ' * 40}\n" for label in ("Palkat", "Matkat", "Yhteensä")) * 50,
        "".join(f"Rivi {number} 000\n" for number in range(1, 20_000)) + "Yhteensä 199 990 000",
        "".join(f"Yhteensä {n}+{n + 1} kuntaa ja {2 * n + 1} kuntaa. " for n in range(3_000)),
        "".join(f"Mikro{LETTERS[n % 26]}{LETTERS[n // 26 % 26]}{LETTERS[n // 676]}Grow " for n in range(17_576)),
        "".join(f"Kunta{LETTERS[n % 26]}:\n8\nkolmesta viiteen hanketta.\n" for n in range(10_000)),
        "Sata-\nVoima" * 20_000,
        "jaetaan viiteen vaiheeseen. " * 20_000 + "\n" * 20_000,
        "We have to think so that " * 20_000,
        "Tulos 1: verkosto kunnille\n" + "(tulos 1: verkosto kunnille) ja\n" * 10_000,
    ],
    ids=range(26),
)
def test_no_pattern_runs_away(text: str) -> None:
    check_document(of_text("x", text))


@pytest.mark.parametrize("text", [PROPOSAL, DECISION, APPLICATION])
def test_shuffled_lines_are_never_an_error_of_the_program(text: str) -> None:
    dice = random.Random(0)
    for _ in range(20):
        lines = text.splitlines()
        dice.shuffle(lines)
        check_document(of_text("x", "\n".join(lines))).as_dict()
