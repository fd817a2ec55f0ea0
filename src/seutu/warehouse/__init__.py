"""The statistical store: place by indicator by period, behind one small port."""
