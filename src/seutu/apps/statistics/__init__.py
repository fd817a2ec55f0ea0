"""Statistics: the warehouse of this installation and what a picture asks of it."""
