"""Kept libraries behind ports."""
