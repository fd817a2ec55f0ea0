"""The command line: thin commands over queries and operations."""
