"""Project registers read into the workspace: structural funds and framework programmes."""
