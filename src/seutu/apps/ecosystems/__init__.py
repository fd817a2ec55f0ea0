"""The state of an ecosystem: the situation picture of a place put together from the register and the statistics."""
