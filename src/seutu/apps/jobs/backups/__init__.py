"""Backups: one signed archive of everything an installation holds, and the way back from it."""
