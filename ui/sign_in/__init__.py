"""Signing in at a station where a person is needed before anything is shown."""
