"""The published FP7 and Horizon 2020 tables: counts their publishers state, and the traps in them."""

import pytest

from seutu.core.networks.projection import project_participations
from seutu.sources.cordis import CordisData, combine_cordis, finnish_part, merge_candidates, read_cordis
from tests.shared_material import SHARED, needs_shared

pytestmark = needs_shared

VTT_FP7, VTT_H2020 = "1ace9e594a0967655ea9eff789bbbfe3", "932760440"


@pytest.fixture(scope="module")
def fp7() -> CordisData:
    return read_cordis(SHARED / "data" / "cordis-fp7-network")


@pytest.fixture(scope="module")
def h2020() -> CordisData:
    return read_cordis(SHARED / "data" / "cordis-h2020-participation")


def test_all_rows_are_read(fp7: CordisData, h2020: CordisData) -> None:
    assert (len(h2020.participations), len(h2020.projects), len(h2020.organisations)) == (144_726, 31_451, 35_871)
    assert max(project.partner_count for project in h2020.projects.values()) == 186
    assert (len(fp7.participations), len(fp7.projects)) == (135_667, 25_788)
    assert sum("kahdesti" in note.message.fi for note in fp7.notes) == 135_670 - 135_667
    assert not fp7.rejected
    assert not h2020.rejected


def test_the_finnish_part(fp7: CordisData, h2020: CordisData) -> None:
    part = finnish_part(combine_cordis([fp7, h2020]))
    assert len(part.organisations) == 1309
    assert len(part.without_municipality) == 504
    finnish_h2020 = finnish_part(h2020)
    assert (len(finnish_h2020.participations), len(finnish_h2020.projects)) == (2941, 1939)
    assert len(project_participations(finnish_h2020.participations, finnish_h2020.partner_counts())) == 1473


def test_vtt_under_two_identifiers_is_offered_for_merging(fp7: CordisData, h2020: CordisData) -> None:
    part = finnish_part(combine_cordis([fp7, h2020]))
    taken = [record.organisation_id for record in part.participations]
    assert (taken.count(VTT_FP7), taken.count(VTT_H2020)) == (422, 393)
    offered = [candidate.organisation_ids for candidate in merge_candidates(part.organisations.values())]
    assert any({VTT_FP7, VTT_H2020} <= set(ids) for ids in offered)


def test_garbled_towns_and_an_organisation_as_a_town_are_noted(fp7: CordisData) -> None:
    towns = {note.value for note in fp7.notes if note.column == "city"}
    assert {"JYVÃ„SKYLÃ„", "SEINÃ„JOKI", "HELSINGIN YLIOPISTO"} <= towns
