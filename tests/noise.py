"""Errors that a test's code logs."""

import logging

_FORMAT = logging.Formatter("%(levelname)s %(name)s: %(message)s")


class ErrorLog(logging.Handler):
    """Collects errors that were logged; what a test does not take fails it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self._records.append(record)

    def take(self) -> list[str]:
        """What was logged so far, with tracebacks; it was expected and no longer counts against the test."""
        taken, self._records = self._records, []
        return [_FORMAT.format(record) for record in taken]
