"""Finnish business register (PRH/YTJ open data version 3): streaming reader of the bulk file and of answers."""
