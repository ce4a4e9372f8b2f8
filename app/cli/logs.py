"""Logs: on stderr, one line an event, without personal data."""

import logging
import sys

import structlog


def configure_logs() -> None:
    """Send what the program and its libraries log to stderr, warnings and worse.

    Stdout belongs to results alone. What is logged is events and codes; values of people never are, so tracebacks
    are plain: richer ones would show local variables.
    """
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
    ]
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=plain, foreign_pre_chain=before))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
