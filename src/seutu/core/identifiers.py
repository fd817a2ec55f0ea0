"""Business identifiers (Y-tunnus): checked and brought to one form, NNNNNNN-C.

Not for names of actors (``names``) nor for codes of places.
"""

from seutu.core.figures.reading import Reading


def check_business_id(text: str) -> Reading[str]:
    """Check a business ID (under construction)."""
    raise NotImplementedError
