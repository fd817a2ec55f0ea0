"""Turn shared projects into weighted links between those who took part.

Not for choosing whose participations count: the caller passes them.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from seutu.core.networks import problems
from seutu.core.networks.model import Taking, WeightedLink
from seutu.core.problems import InputProblem


def project_participations(participations: Iterable[Taking], partner_counts: Mapping[str, int]) -> list[WeightedLink]:
    """Return links between the given organisations, ordered by source and target.

    w_ij = Σ_p 1/(n_p − 1) over the projects p that i and j share; n_p = ``partner_counts[p]`` counts all partners of
    the project, also those whose participations are not passed (foreign ones). So each partner of a project spreads a
    weight of one over its partners. A project of one partner gives no link; an organisation twice in a project counts
    once. Sums do not depend on the order of the input. Raises InputProblem when a count is missing or smaller than the
    partners in hand.
    Source: Newman, M. E. J. (2001), Scientific collaboration networks II, Physical Review E 64, 016132.
    """
    members: defaultdict[str, set[str]] = defaultdict(set)
    for participation in participations:
        members[participation.project_id].add(participation.organisation_id)
    share: dict[str, float] = {}
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for project_id in sorted(members):
        partners = sorted(members[project_id])
        count = partner_counts.get(project_id)
        if count is None or count < len(partners):
            raise InputProblem.because(problems.bad_partner_count(project_id, count, len(partners)))
        if len(partners) > 1:
            share[project_id] = 1 / (count - 1)
            for pair in combinations(partners, 2):
                shared[pair].append(project_id)
    return [
        WeightedLink(*pair, math.fsum(share[project_id] for project_id in shared[pair]), tuple(shared[pair]))
        for pair in sorted(shared)
    ]
