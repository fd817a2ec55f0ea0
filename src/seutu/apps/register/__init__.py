"""The register: actors, sites, contacts, links, sources, cited facts, meetings and tasks."""
