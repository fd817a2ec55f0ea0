"""What can go wrong in writing of programmes."""


class ReviewChangedError(Exception):
    """Somebody else has saved a review of the subject meanwhile."""
