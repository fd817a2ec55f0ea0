"""Documents of our own making in tests/golden/documents: the right ones silent, the wrong ones found as listed.

Each rule is proved on three of them at least: it holds in the right ones and tells in their wrong twins.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.core.funding.checks import plan_relations
from seutu.rules.funding import rule_book
from seutu.sources.documents import between_documents, check_file
from seutu.sources.documents.commitment_checks import commitment_relations
from seutu.sources.documents.count_claims import count_relations
from seutu.sources.documents.date_checks import date_relations
from seutu.sources.documents.eura import eura_plan, is_eura
from seutu.sources.documents.found_tables import tables
from seutu.sources.documents.heading_checks import heading_relations
from seutu.sources.documents.label_checks import label_relations
from seutu.sources.documents.name_checks import name_relations
from seutu.sources.documents.opening import open_document
from seutu.sources.documents.package_checks import package_relations
from seutu.sources.documents.paragraphs import paragraphs
from seutu.sources.documents.prose_checks import prose_relations
from seutu.sources.documents.range_checks import range_relations
from seutu.sources.documents.reference_checks import reference_relations
from seutu.sources.documents.remainder_checks import remainder_relations
from seutu.sources.documents.table_checks import table_relations
from seutu.sources.documents.whole_checks import whole_relations
from seutu.sources.plans import read_plan

FOLDER: Final = Path(__file__).parents[3] / "golden" / "documents"
DOCUMENTS: Final = sorted(path.name for path in FOLDER.glob("*.*") if path.name != "expected.csv")
WRONG: Final = ("_virheet", "_fel", "_wrong")
FOUND: Final = {Severity.ERROR, Severity.WARNING}
HOLDS: Final = {Status.HOLDS, Status.HOLDS_ROUNDED}
FEWEST: Final = 3


def is_wrong(document: str) -> bool:
    return Path(document).stem.endswith(WRONG)


def twin(document: str) -> str:
    """Return the name that a right document and its wrong twin share."""
    stem = Path(document).stem
    return next((stem.removesuffix(ending) for ending in WRONG if stem.endswith(ending)), stem)


def expected(document: str) -> Counter[tuple[str, str]]:
    with (FOLDER / "expected.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["document"] == document]
    return Counter({(row["kind"], row["severity"]): int(row["times"]) for row in rows})


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_wrong_is_found_and_nothing_else(document: str) -> None:
    relations = check_file(FOLDER / document).relations
    found = Counter((each.kind.value, each.severity.value) for each in relations if each.severity in FOUND)
    assert found == expected(document)
    assert len(relations) >= 4


def test_every_wrong_document_has_a_right_twin() -> None:
    wrong = [name for name in DOCUMENTS if is_wrong(name)]
    assert len(wrong) * 2 == len(DOCUMENTS) == 58
    assert {twin(name) for name in wrong} == {twin(name) for name in DOCUMENTS if not is_wrong(name)}


PLAN_LABELS: Final = {
    "Budget in total": "plan: costs",
    "Funding plan in total": "plan: funding",
    "Costs and funding": "plan: costs are the funding",
    "Funding shares": "plan: shares",
    "Purchases of the work packages": "plan: purchases of packages",
    "Budgets of the partners": "plan: budgets of partners",
    "EU and state funding": "plan: ceiling of aid",
    "Lump-sum project": "plan: ceiling of a lump sum",
    "Project period": "plan: period",
}
ENDINGS: Final = {"by year": "plan: years", "applied = approved + rejected": "plan: applied"}
Rule = Callable[[Relation], str]


def plan_rule(relation: Relation) -> str:
    """Return the rule of a plan's relation: by its kind, or its label."""
    label = relation.label.en
    if relation.kind in {Kind.SHARE_OF, Kind.PERCENTAGE}:
        return {Kind.SHARE_OF: "plan: flat rate", Kind.PERCENTAGE: "plan: printed share"}[relation.kind]
    ended = next((rule for ending, rule in ENDINGS.items() if label.endswith(ending)), None)
    return ended or PLAN_LABELS[label]


def by_kind(name: str) -> Rule:
    return lambda relation: f"{name}: {relation.kind.value}"


def by_label(name: str) -> Rule:
    return lambda relation: f"{name}: {relation.label.en}"


def told(document: str) -> Iterable[tuple[str, Relation]]:
    """Yield each relation of a document with the rule that told it."""
    path = FOLDER / document
    if path.suffix == ".json":
        for relation in plan_relations(read_plan(path).plan, rule_book()):
            yield plan_rule(relation), relation
        return
    read = open_document(path)
    found, sentences = tuple(tables(read)), tuple(paragraphs(read))
    proposal = eura_plan(read, found) if is_eura(read) else None
    modules: list[tuple[Rule, Iterable[Relation]]] = [
        (plan_rule, plan_relations(proposal.plan, rule_book()) if proposal else ()),
        (by_kind("table"), table_relations(read, found, proposal.used if proposal else ())),
        (by_kind("packages"), package_relations(read, found)),
        (by_kind("sentences"), prose_relations(sentences)),
        (by_kind("whole"), whole_relations(read, found, sentences)),
        (by_kind("commitment"), commitment_relations(sentences)),
        (by_kind("appropriation used"), remainder_relations(sentences)),
        (by_kind("labels"), label_relations(read, sentences)),
        (by_label("counts"), count_relations(read, sentences)),
        (by_kind("range"), range_relations(read, sentences)),
        (by_label("dates"), date_relations(read, sentences)),
        (by_kind("reference"), reference_relations(read)),
        (by_kind("headings"), heading_relations(read, sentences)),
        (by_kind("names"), name_relations(read)),
    ]
    for rule, relations in modules:
        for relation in relations:
            yield rule(relation), relation


SILENT_WHEN_RIGHT: Final = {"names: name_variants", "labels: label"}
"""What is told only when it is wrong: that it holds is that the right twin does not tell it."""
ALWAYS_DERIVED: Final = {"appropriation used: sum"}
"""A rest that is worked out: never stated, so it neither holds nor fails."""
RULES: Final = {
    *PLAN_LABELS.values(),
    *ENDINGS.values(),
    *("plan: flat rate", "plan: printed share"),
    *("table: sum", "table: shares_sum", "packages: sum", "whole: equal", "commitment: ceiling"),
    *("sentences: sum", "sentences: share_of", "sentences: percentage", "sentences: shares_sum"),
    *("appropriation used: ceiling", "labels: ceiling", "range: count", "reference: reference", "headings: count"),
    *("counts: Addition", "counts: Work", "counts: Length of a list"),
    *("dates: Project period", "dates: Handled before the document was made"),
    "dates: Funding decision before the start of the project",
    *SILENT_WHEN_RIGHT,
    *ALWAYS_DERIVED,
}


def test_every_rule_is_proved_on_three_documents_of_our_own() -> None:
    holding: dict[str, set[str]] = defaultdict(set)
    telling: dict[str, set[str]] = defaultdict(set)
    for document in DOCUMENTS:
        for rule, relation in told(document):
            if relation.status in HOLDS and not is_wrong(document):
                holding[rule].add(twin(document))
            if relation.status not in HOLDS and (is_wrong(document) or rule in ALWAYS_DERIVED):
                telling[rule].add(twin(document))
    assert {*holding, *telling} == RULES
    assert {rule: len(telling[rule]) for rule in RULES if len(telling[rule]) < FEWEST} == {}
    stated = RULES - SILENT_WHEN_RIGHT - ALWAYS_DERIVED
    assert {rule: len(holding[rule]) for rule in stated if len(holding[rule]) < FEWEST} == {}


WHOLES: Final = {
    "raportti_saaristo": {"saaristokuntia", "kyliä"},
    "raportti_kirjastot": {"kirjastoja"},
}


def test_numbers_of_all_are_compared_between_documents() -> None:
    right = [name for name in DOCUMENTS if not is_wrong(name)]
    assert between_documents([check_file(FOLDER / name) for name in right]) == []
    for wrong, things in WHOLES.items():
        others = [check_file(FOLDER / name) for name in right if twin(name) != wrong]
        found = between_documents([*others, check_file(FOLDER / f"{wrong}_virheet.txt")])
        assert {each.label.fi for each in found} == things
        assert {each.severity for each in found} == {Severity.NOTE}
