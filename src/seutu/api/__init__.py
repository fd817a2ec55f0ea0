"""The open interface under /api/v1: the same records, rules and messages as the pages have, in JSON."""
