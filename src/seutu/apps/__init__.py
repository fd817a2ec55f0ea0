"""The system of record: Django apps, one workspace's data and the trace of every change."""
