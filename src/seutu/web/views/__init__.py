"""Views: functions, one per address. Each makes one call to the apps and lays the answer out."""
