"""The competence map: what organisations state of competences, put together so that nobody is counted twice.

Not for reading the needs (``apps.statistics``) or for laying the map out.
"""

from seutu.core.competences.mapping import Line, StatedNeed, Total, competence_map, shortages_first, speakers

__all__ = ["Line", "StatedNeed", "Total", "competence_map", "shortages_first", "speakers"]
