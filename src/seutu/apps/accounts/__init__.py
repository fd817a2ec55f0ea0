"""People, workspaces, memberships and guest links: who may see and change what."""
