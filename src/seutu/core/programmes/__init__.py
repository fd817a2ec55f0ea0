"""Plans of programmes and projects: schedules and work. Not for money (``core.funding``)."""
