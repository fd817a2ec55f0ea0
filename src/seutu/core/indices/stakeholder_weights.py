"""Weights that people gave: points shared out (budget allocation), and pairs compared (the analytic hierarchy process).

Pure arithmetic of complete answers; whether they are complete is asked by ``answers_on_weights``.
"""

import math
from typing import Final

import numpy as np

from seutu.core.indices.unit_tables import Floats

RANDOM_INDEX: Final = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""The mean consistency index of drawn matrices of 1–15 parts. Source: Saaty (1980), The Analytic Hierarchy Process."""


def shared_points(points: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return the weights of the parts, and the lowest, the highest and the standard deviation of their shares.

    ``points`` is ``(stakeholders, parts)``, 100 for each stakeholder; a weight is the mean of the shares ``p / 100``.
    The deviation is the sample's, NaN with one stakeholder.
    """
    shares = points / points.sum(axis=1, keepdims=True)
    spread = shares.std(axis=0, ddof=1) if len(shares) > 1 else np.full(shares.shape[1], math.nan)
    return shares.mean(axis=0), shares.min(axis=0), shares.max(axis=0), spread


def joint_matrix(matrices: Floats) -> Floats:
    """Return the geometric mean of the comparisons ``(stakeholders, parts, parts)``, cell by cell.

    It keeps reciprocals: Aczél and Saaty (1983), Procedures for synthesizing ratio judgements.
    """
    found: Floats = np.exp(np.log(matrices).mean(axis=0))
    return found


def principal_weights(matrix: Floats) -> tuple[Floats, float]:
    """Return the weights of a matrix of comparisons, 1 in sum, and its consistency ratio.

    ``matrix[i, j]`` is how many times as important i is as j, and ``matrix[j, i]`` its reciprocal. Weights are the
    principal eigenvector. The ratio is ``((λ − k) / (k − 1)) / RI_k``, λ the principal eigenvalue of k parts, RI the
    random index; 0 for one or two parts, which cannot contradict one another. Source: Saaty (1980).
    """
    count = len(matrix)
    values, vectors = np.linalg.eig(matrix)
    first = int(np.argmax(values.real))
    weights = np.abs(vectors[:, first].real)
    weights /= weights.sum()
    random = RANDOM_INDEX[count - 1]
    if not random:
        return weights, 0.0
    index = (float(values[first].real) - count) / (count - 1)
    return weights, max(index, 0.0) / random
