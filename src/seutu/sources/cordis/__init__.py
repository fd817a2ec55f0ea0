"""EU framework programmes (CORDIS): organisations, participations and projects from official and older files."""
