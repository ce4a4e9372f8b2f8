"""Benchmarks: ``make bench`` runs them all and prints the table of ``docs/benchmarks.md``."""
