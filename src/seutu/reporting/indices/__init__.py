"""Files of an index: its steps, scores and ranks, replicates and sensitivity, as csv tables and one json."""
