"""A project's plan as its pages read it: what it is, its work, schedule, loads, steering and indicators."""
