"""Data, not code: dated parameters, code lists and key figures, each with its source."""
