"""Kohesio: projects of EU cohesion policy in Finland, fetched by address and read from its CSV file."""

from seutu.sources.kohesio.fetching import PERIODS, fetch_projects
from seutu.sources.kohesio.reading import CohesionProject, CohesionProjects, is_kohesio, read_cohesion_projects

__all__ = [
    "PERIODS",
    "CohesionProject",
    "CohesionProjects",
    "fetch_projects",
    "is_kohesio",
    "read_cohesion_projects",
]
