"""Machines that stand beside a station."""
