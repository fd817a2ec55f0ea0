"""KMO, Bartlett's test and parallel analysis: of matrices whose answers are known, and figures that share a cause."""

import math

import numpy as np
import pytest

from seutu.core.indices.factorability import bartlett, components, factorabilities_of, factorability, kmo
from seutu.core.indices.unit_tables import Floats
from tests.unit.core.indices.small import FIGURES, NAN, structure


def alike(parts: int, correlation: float) -> Floats:
    """Return the matrix of parts that all correlate the same."""
    return np.full((parts, parts), correlation) + (1 - correlation) * np.eye(parts)


@pytest.mark.parametrize(("parts", "r"), [(3, 0.5), (3, -0.2), (6, 0.3)])
def test_parts_that_correlate_the_same_are_known(parts: int, r: float) -> None:
    """Their partial correlation is r / (1 + (k − 2) r), their determinant (1 − r)^(k − 1) (1 + (k − 1) r)."""
    partial = r / (1 + (parts - 2) * r)
    assert kmo(alike(parts, r)) == pytest.approx(r**2 / (r**2 + partial**2), rel=1e-9)
    statistic, p = bartlett(alike(parts, r), 50)
    determinant = (1 - r) ** (parts - 1) * (1 + (parts - 1) * r)
    assert statistic == pytest.approx(-(49 - (2 * parts + 5) / 6) * math.log(determinant), rel=1e-9)
    assert 0 <= p < 1


def test_the_p_value_of_one_pair_is_that_of_a_normal_figure() -> None:
    statistic, p = bartlett(alike(2, 0.3), 40)
    assert p == pytest.approx(math.erfc(math.sqrt(statistic / 2)), rel=1e-9)  # one degree of freedom


def test_two_parts_have_no_kmo_and_repeated_ones_neither() -> None:
    assert math.isnan(kmo(alike(2, 0.4)))
    assert math.isnan(kmo(alike(3, 1.0)))
    assert np.isnan(bartlett(alike(3, 1.0), 30)).all()


def test_causes_are_counted() -> None:
    random = np.random.Generator(np.random.PCG64(5))
    causes = random.normal(size=(80, 2))
    noise = random.normal(size=(80, 6))
    one = factorability("x", causes[:, [0]] * np.ones(6) + noise)
    two = factorability("x", np.repeat(causes, 3, axis=1) * 1.5 + noise)
    none = factorability("x", noise)
    assert (one.components, two.components, none.components) == (1, 2, 0)
    assert one.kmo > 0.75
    assert none.kmo < 0.6
    assert one.p < 1e-6 < none.p
    assert one.explained == pytest.approx(np.linalg.eigvalsh(np.corrcoef(causes[:, [0]] + noise, rowvar=False))[-1] / 6)


def test_what_chance_gives_falls_with_more_units() -> None:
    values = np.array([1.5, 1.0, 0.5])
    assert (components(values, 12), components(values, 400)) == (0, 1)
    assert components(values, 400) == components(values, 400)


def test_too_few_units_are_told_by_nothing() -> None:
    found = factorability("x", np.array([[1.0, 2.0, 3.0], [2.0, NAN, 1.0], [3.0, 1.0, 2.0]]))
    assert (found.parts, found.units, found.df) == (3, 2, 3)
    assert np.isnan([found.kmo, found.bartlett, found.p, found.components, found.explained]).all()
    figures = {code: np.array(column) for code, column in FIGURES.items()}
    figures |= {"vitality": figures["jobs"], "pull": figures["fame"] * 0}
    assert [each.code for each in factorabilities_of(figures, structure())] == ["vitality", "pull", "index"]
