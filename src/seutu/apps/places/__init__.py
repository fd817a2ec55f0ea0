"""Places: the table of municipalities and areas, and a workspace's own dated groups of them."""
