"""Company registers read into the workspace."""
