"""Frozen forms to PDF bytes. Knows no printer; the data come from ``app.ports.documents``."""
