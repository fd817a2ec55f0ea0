"""Addresses of the pages, one list per part. The first part of a workspace's address is its slug."""
