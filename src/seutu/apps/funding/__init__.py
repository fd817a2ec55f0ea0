"""Money: budgets and funding plans of projects, appropriations, purchases, claims, calls and decisions."""
