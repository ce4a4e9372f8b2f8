"""Kept libraries behind the ports: each file is small, and the only one that imports its library."""
