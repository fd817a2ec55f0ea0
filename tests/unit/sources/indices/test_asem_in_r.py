"""The raw figures of ASEM in R: psych 2.2.9 (KMO, cortest.bartlett, alpha, parallel analysis) and e1071 1.7-13.

Of each aggregate of the second level the units that have every part. Parallel analysis in R: the 95 % quantiles of the
eigenvalues of ``cor(matrix(rnorm(n * k), n))``, 1,000 times; ``alpha(…)$total$raw_alpha`` without keys reversed.
"""

import numpy as np
import pytest

from seutu.core.indices.describing import reliabilities_of
from seutu.core.indices.factorability import factorabilities_of
from seutu.core.indices.moments import kurtosis, skewness
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.sources.indices import read_structure, read_units
from tests.shared_material import SHARED, needs_shared

pytestmark = needs_shared
FOLDER = SHARED / "coinr"
IN_R = {
    "Physical": (43, 0.6131551728513025, 118.7736021257018, 2, 0.3593441212350559, 0.59416416795229),
    "ConEcFin": (48, 0.7736008379786236, 236.6454638638268, 1, 0.7789771366869391, 0.2532024013262275),
    "Political": (51, 0.3122751949294387, 75.14698078803271, 1, 0.6268766428389873, 0.4702490833013402),
    "Instit": (47, 0.7236233396001197, 166.8720440693141, 1, 0.575326775907078, -0.5924294034577009),
    "P2P": (42, 0.7457227994471884, 306.0627686301145, 1, 0.6177944421296154, 0.04936715771433407),
    "Environ": (50, 0.677768049756046, 66.51045810168813, 1, 0.4781013025468130, 0.0870589485898747),
    "Social": (37, 0.7243463455761172, 219.2247187097449, 1, 0.5398401219423427, 0.03844173490193027),
    "SusEcFin": (44, 0.5807711313374015, 54.12724021313484, 1, 0.4823445324169297, 0.05137391692928484),
}
MOMENTS = {
    "LPI": (-0.3042681282970482, -0.6567514124851290),
    "Bord": (2.1482359891706810, 5.7914904925243622),
    "Gas": (2.8294485676335968, 10.3346493687986225),
}


@pytest.fixture(scope="module")
def asem() -> tuple[UnitTable, Structure]:
    structure = read_structure(FOLDER / "asem_iMeta.csv")
    return read_units(FOLDER / "asem_iData.csv", structure), structure


def test_what_the_parts_share_is_what_r_says(asem: tuple[UnitTable, Structure]) -> None:
    table, structure = asem
    columns = {code: table.column(code) for code in table.columns}
    columns |= {node.code: np.arange(float(len(table.units))) for node in structure.aggregates}
    alphas = {each.code: each.alpha for each in reliabilities_of(columns, structure)}
    found = {each.code: each for each in factorabilities_of(columns, structure)}
    for code, (units, kmo, bartlett, components, explained, alpha) in IN_R.items():
        told = found[code]
        assert (told.units, told.components) == (units, components)
        assert [told.kmo, told.bartlett, told.explained] == pytest.approx([kmo, bartlett, explained], rel=1e-9), code
        assert alphas[code] == pytest.approx(alpha, rel=1e-9)


@pytest.mark.parametrize(("code", "told"), MOMENTS.items())
def test_skewness_and_kurtosis_are_those_of_r(
    code: str, told: tuple[float, float], asem: tuple[UnitTable, Structure]
) -> None:
    figures: Floats = asem[0].column(code)
    assert (skewness(figures), kurtosis(figures)) == pytest.approx(told, rel=1e-9)
