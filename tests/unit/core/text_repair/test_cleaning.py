"""Damaged texts are repaired as they were, sound ones are left alone, and no figure ever changes."""

import random
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.text_repair import Certainty, Cleaned, Reason, Repair, clean, mend_letters
from seutu.rules.letters import finnish
from tests.shared_material import SHARED, needs_shared
from tests.unit.core.text_repair import damage
from tests.unit.core.text_repair.sound_texts import ENGLISH, FINNISH, SWEDISH, wrapped

GOLDEN: Final = Path(__file__).parents[3] / "golden" / "documents"
Damage = Callable[[list[str]], list[str]]


def cleaned(*lines: str) -> Cleaned:
    return clean(lines, finnish())


def words_of(lines: list[str] | tuple[str, ...]) -> list[str]:
    return " ".join(lines).split()


def share_restored(damaged: list[str], original: list[str]) -> float:
    """Return the share of the original's words that stand in their order in the repaired text."""
    repaired = words_of(clean(damaged, finnish()).lines)
    matched = SequenceMatcher(None, words_of(original), repaired, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) / len(words_of(original))


@pytest.mark.parametrize(
    ("hurt", "text", "least"),
    [
        (damage.misread, FINNISH, 1),
        (damage.misread, SWEDISH, 1),
        (damage.apart, FINNISH, 1),
        (damage.apart, SWEDISH, 1),
        (damage.with_space, FINNISH, 1),
        (damage.with_space, SWEDISH, 1),
        (damage.dots_before, FINNISH, 1),
        (damage.ligatures, f"{SWEDISH}\n\nDen finska flottan firar.", 1),
        (damage.soft_hyphens, FINNISH, 1),
        (damage.soft_hyphens, SWEDISH, 1),
        (damage.drop_capitals, FINNISH, 1),
        (damage.hyphenated, FINNISH, 1),
        (damage.hyphenated, SWEDISH, 1),
        (damage.split_umlauts, FINNISH, 0.98),
        (damage.umlaut_for_a, FINNISH, 0.98),
    ],
)
@pytest.mark.parametrize("width", [38, 62, 90])
def test_damage_is_undone(hurt: Damage, text: str, least: float, width: int) -> None:
    original = wrapped(text, width)
    damaged = hurt(original)
    assert damaged != original
    assert share_restored(damaged, original) >= least


def test_a_stretch_of_damage_leaves_the_rest_alone() -> None:
    sound, hurt = wrapped(SWEDISH), damage.umlaut_for_a(wrapped(FINNISH))
    repaired = clean([*sound, "", *hurt, "", *sound], finnish())
    assert list(repaired.lines[: len(sound)]) == sound == list(repaired.lines[-len(sound) :])
    assert {each.reason for each in repaired.repairs} == {Reason.UMLAUT_FOR_A, Reason.SPLIT_UMLAUT}


@pytest.mark.parametrize("text", [FINNISH, SWEDISH, ENGLISH])
@pytest.mark.parametrize("width", [38, 62, 200])
def test_sound_texts_stay_as_they_are(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert clean(lines, finnish()) == Cleaned(tuple(lines), ())
    justified = [line.replace(" ", "  ", 2) for line in lines]
    assert clean(justified, finnish()).lines == tuple(justified)


@pytest.mark.parametrize("document", sorted(path.name for path in GOLDEN.glob("*.txt")))
def test_our_own_documents_need_no_repair(document: str) -> None:
    lines = (GOLDEN / document).read_text(encoding="utf-8").splitlines()
    assert clean(lines, finnish()).repairs == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("Kyse on EU-", "hankkeesta."),
        ("Tuki kohdistuu pk-", "yrityksille."),
        ("Lasketaan palkka-", "ja matkakulut."),
        ("Löne-", "och resekostnaderna räknas."),
        ("Vuosina 2018-", "2019 tehtiin paljon."),
        ("Osallistui K-", "Citymarket."),
        ("Mukana on SEUTU-", "ohjelman väki."),
        ("Raportti on InvestIn-", "kortin liitteenä."),
        ("Asukkaiden vapaa-ajan tilat ovat vapaa-", "ajan käytössä."),
    ],
)
def test_a_hyphen_of_its_own_is_kept(lines: tuple[str, str]) -> None:
    assert cleaned(*lines) == Cleaned(lines, ())


@pytest.mark.parametrize(
    ("lines", "proposed"),
    [
        (("Palvelu toimii linja-", "auton kyydissä."), "linjaauton"),
        (("Siellä on Floska-", "yritystapahtuma."), "Floskayritystapahtuma"),
    ],
)
def test_what_may_be_a_hyphen_of_its_own_is_only_proposed(lines: tuple[str, str], proposed: str) -> None:
    repaired = cleaned(*lines)
    assert repaired.lines == lines
    (repair,) = repaired.repairs
    assert (repair.repaired, repair.certainty, repair.is_applied) == (proposed, Certainty.UNSURE, False)


def test_english_compounds_keep_their_hyphens() -> None:
    lines = wrapped(ENGLISH, 62)
    cut = [*lines, "It is a well-", "known and long-", "term part of the pro-", "gramme of the towns."]
    repaired = clean(cut, finnish())
    assert repaired.lines[-4:] == ("It is a well-", "known and long-", "term part of the programme", "of the towns.")
    assert [each.repaired for each in repaired.repairs if not each.is_applied] == ["longterm"]


def test_a_repair_says_what_stood_where_and_why() -> None:
    repaired = cleaned("Hanke kehittää seutu-", "kaupunkien työtä.", "", "MÃ¤Ã¤rÃ¤ on 1 500 €.")
    assert repaired.lines == ("Hanke kehittää seutukaupunkien", "työtä.", "", "Määrä on 1 500 €.")
    assert repaired.repairs == (
        Repair(1, "seutu-\nkaupunkien", "seutukaupunkien", Reason.HYPHEN),
        Repair(4, "MÃ¤Ã¤rÃ¤", "Määrä", Reason.ENCODING),
    )


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("kehitta\u0308minen", "kehittäminen"),
        ("ka ̈ytto ̈", "käyttö"),
        ("¨aly", "äly"),
        ("˚arsverken", "årsverken"),
        ("\ufb01nanssi", "finanssi"),
        ("kehit\u00ad täminen", "kehittäminen"),
        ("hanke\u00a0alkaa\u00a0nyt", "hanke alkaa nyt"),
        ("25\u00a0000 €", "25\u00a0000 €"),
        ("n.\u00a05\u00a0% ja § 7", "n.\u00a05\u00a0% ja § 7"),
        ("2018â€“2019", "2018–2019"),
        ("Ã„Ã¤nekoski ja Ã…land", "Äänekoski ja Åland"),
        ("kahvila CafÃ©", "kahvila Café"),
        ("Ã on kirjain", "Ã on kirjain"),
        ("20\u00b0C ja 3°", "20\u00b0C ja 3°"),
    ],
)
def test_characters(damaged: str, sound: str) -> None:
    assert cleaned(damaged).lines == (sound,)


def test_a_letter_alone_is_no_drop_capital_of_another_word() -> None:
    lines = ("A", "valmennukset yrityksille")
    repaired = cleaned(*lines)
    assert repaired.lines == lines
    assert [each.certainty for each in repaired.repairs] == [Certainty.UNSURE]


def test_words_of_another_language_that_mix_vowels_stay() -> None:
    lines = ("utsläpp", "utvägen", "tjänsteutbudet", "upphävs", "ursäktligt", "länsordningen", "uppräkning", "urvälj")
    assert cleaned(*lines).lines == lines


def test_a_few_odd_words_prove_nothing() -> None:
    lines = ("Joka hanke tuotti iloa.", "Kuva n otettiin.", "Vanha n talo.")
    assert cleaned(*lines).lines == lines


PIECES: Final = (
    "a ",
    "ä",
    "ä ",
    "o ",
    "n",
    "jä ",
    "ovät ",
    "tyo ",
    "12",
    " 000",
    "-",
    "\n",
    "S\n",
    "Ã¤",
    "\u0308",
    "¨",
    "\u00ad",
    "ﬁ",
    "\u00a0",
    "€",
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
def test_no_digit_is_ever_changed_and_every_line_keeps_its_place(text: str) -> None:
    lines = text.split("\n")
    repaired = clean(lines, finnish())
    assert len(repaired.lines) == len(lines)
    for before, after in zip(lines, mend_letters(lines, finnish()).lines, strict=True):
        assert [mark for mark in after if mark.isdecimal()] == [mark for mark in before if mark.isdecimal()]
    digits = [mark for line in repaired.lines for mark in line if mark.isdecimal()]
    assert digits == [mark for mark in text if mark.isdecimal()]


def test_what_is_clean_stays_clean() -> None:
    once = clean(damage.split_umlauts(damage.hyphenated(wrapped(FINNISH))), finnish())
    again = clean(once.lines, finnish())
    assert sum(each.is_applied for each in again.repairs) <= 2


@pytest.mark.parametrize(
    "text", ["a " * 20_000, "ä" * 20_000, "jä ovät " * 5_000, "\u0308" * 20_000, "Ã¤" * 10_000, "o -" * 9_000]
)
def test_no_text_takes_long(text: str) -> None:
    clean([text] * 3, finnish())


def test_lines_in_any_order_are_no_fault_of_the_program() -> None:
    dice = random.Random(0)
    lines = damage.umlaut_for_a(damage.hyphenated(wrapped(FINNISH, 38)))
    for _ in range(5):
        dice.shuffle(lines)
        assert len(clean(lines, finnish()).lines) == len(lines)


def real(number: str) -> list[str]:
    (path,) = (SHARED / "source-documents").glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8").splitlines()


@needs_shared
@pytest.mark.parametrize(("number", "joined"), [("000", 0), ("001", 84), ("002", 39), ("004", 0)])
def test_in_sound_documents_only_cut_words_are_joined(number: str, joined: int) -> None:
    repairs = [each for each in clean(real(number), finnish()).repairs if each.is_applied]
    assert {each.reason for each in repairs} <= {Reason.HYPHEN}
    assert len(repairs) == joined


@needs_shared
def test_a_damaged_newsletter_is_read_as_it_was_printed() -> None:
    repaired = clean(real("003"), finnish())
    text = " ".join(line.strip() for line in repaired.lines if line.strip())
    for sound in (
        "Hankkeeseen osallistui lähes puolet Suomen noin",
        "mutta ne vaativat luottamusta, jota kerrytetään vain tekojen kautta.”",
        "Seutukaupunki on alueensa keskus... Tämä lause on perinteinen osa seutukaupunkien määritelmää.",
        "Hallitus on osoittanut vuodelle 2019 budjetoitua määrärahaa 3 miljoonaa euroa",
        "siirrytään ”Työttömyyden hoidosta työllisyyden hoitoon strategista",
        "Floska- yritystapahtuma ja Iisalmella",
    ):
        assert sound in text
    sure = sum(each.is_applied for each in repaired.repairs)
    assert sure >= 790
    assert len(repaired.repairs) - sure <= 20
