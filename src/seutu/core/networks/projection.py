"""Turn shared projects into weighted links between those who took part.

Not for choosing whose participations count: the caller passes them.
"""

from collections.abc import Iterable, Mapping

from seutu.core.networks.model import Taking, WeightedLink


def project_participations(participations: Iterable[Taking], partner_counts: Mapping[str, int]) -> list[WeightedLink]:
    """Return links with weight w_ij = Σ_p 1/(n_p − 1) over shared projects p, n_p = all partners of p."""
    raise NotImplementedError
