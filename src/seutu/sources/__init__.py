"""Readers of files and services: validated rows with where each was read. No Django."""
