"""The audit of an index in words: every chapter in each language, with choices and without."""

from datetime import date

import pytest

from seutu.core.indices.auditing import audited
from seutu.core.indices.building import built
from seutu.core.indices.choices import Choice
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.sensitivity import exact_sensitivity
from seutu.core.indices.uncertainty import drawn_positions, replayed
from seutu.core.text import Language
from seutu.reporting.documents import Document, Heading, Items, Paragraph, Table, document_to_docx
from seutu.reporting.indices.audit_document import as_document
from tests.unit.core.indices.small import NAN, structure, units

TOLD = {"impute": {"method": "mean"}, "treat": {"force": True}, "normalise": {"range": [1, 100]}}
CHOICE = Choice("mean", "aggregate.method", ("arithmetic", "geometric", "minimum"), ("1", "2", "3"))


def audit(language: Language, *, choices: bool) -> Document:
    table = units(firms=[NAN, 30.0, 20.0, 40.0])
    index = built(table, structure(), recipe_of(TOLD))
    if not choices:
        return as_document(audited(index, TOLD), language, at=date(2026, 11, 28))
    replayer = Replayer(table, structure(), TOLD, [CHOICE])
    uncertainty = replayed(replayer, drawn_positions([3], 100, 1))
    found = audited(index, TOLD, uncertainty=uncertainty, sensitivity=exact_sensitivity(replayer))
    return as_document(found, language, at=date(2026, 11, 28))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_ten_chapters_tell_what_was_done(language: Language) -> None:
    document = audit(language, choices=True)
    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert [heading.split(".")[0] for heading in headings] == [str(number) for number in range(1, 11)]
    cells = [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert "nan" not in " ".join(cells)
    assert ("A", "firms", "30" + ("." if language == "en" else ",") + "000") in [
        row for block in document.blocks if isinstance(block, Table) for row in block.rows
    ]
    assert document_to_docx(document)[:2] == b"PK"


def test_without_choices_it_says_that_ranks_are_of_unknown_sureness() -> None:
    said = " ".join(block.text for block in audit("fi", choices=False).blocks if isinstance(block, Paragraph))
    assert "reseptissä ei ole epävarmoja valintoja" in said
    assert not any(isinstance(block, Items) for block in audit("fi", choices=False).blocks)
    assert "90 prosentissa" in audit("fi", choices=True).blocks[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_weights_that_were_worked_out_and_figures_that_were_cut_are_told(language: Language) -> None:
    weighting = {"method": "balanced", "targets": {"vitality": 0.0, "pull": 1.0}}
    told = {"treat": {"apply": False}, "normalise": {"within_sd": 1}, "aggregate": {"weighting": weighting}}
    index = built(units(), structure(), recipe_of(told))
    document = as_document(audited(index, told), language, at=date(2026, 11, 28))
    (items,) = [block.texts for block in document.blocks if isinstance(block, Items)]
    assert items == (index.weighting.notes[0].in_language(language),)
    said = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert {"fi": "tasapainotetut painot", "sv": "balanserade vikter", "en": "balanced weights"}[language] in said
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    assert [row[1] for row in rows if row[0] == "D" and len(row) == 2] == ["Yritykset", "Poismuutto"]
    target = {"fi": "tavoite", "sv": "mål", "en": "target"}[language]
    assert ("Elinvoima", target, "0.000" if language == "en" else "0,000") in rows
