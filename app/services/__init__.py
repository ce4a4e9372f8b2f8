"""Use cases, one a file: load, decide, save, commit."""
