"""Records in files: exports and templates out, imports in, with the same columns both ways."""
