"""Rows as JSON and as tables, one file a kind of row. The shapes are a promise to scripts."""
