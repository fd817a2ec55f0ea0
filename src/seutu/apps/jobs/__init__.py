"""Long work: progress, heartbeat, cancel and attempts over the task queue."""
