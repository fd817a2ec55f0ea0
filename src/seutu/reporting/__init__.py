"""Writers of documents and tables: they take plain values, never querysets or requests."""
