"""The cases station: what waits for whom, until when, and every step of a case."""
