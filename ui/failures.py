"""The one path of failures: a rule broken is told in words, a lost database too, a bug by its report number."""

import asyncio
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import Any

import structlog

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.ports.trace import trace_of

_log = structlog.get_logger(__name__)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that a person could misread aloud


class FailureKind(Enum):
    """What a failure asks of the person."""

    RULE = "rule"  # decide otherwise
    AWAY = "away"  # wait and repeat
    BUG = "bug"  # report


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure in words; ``report`` is the number under which a bug stands in the log."""

    kind: FailureKind
    message: Message
    report: str = ""


def failure_of(error: BaseException, report: Callable[[], str] | None = None) -> Failure:
    """What an exception means to the person in front of the screen."""
    if isinstance(error, DatabaseAway):
        return Failure(FailureKind.AWAY, Message("shell.failure.away"))
    if isinstance(error, YiciError):
        return Failure(FailureKind.RULE, error.message)
    number = (report or report_number)()
    return Failure(FailureKind.BUG, Message("shell.failure.bug", {"report": number}), number)


def report_number() -> str:
    """Six letters and digits that can be read out over a telephone."""
    return "".join(secrets.choice(_LETTERS) for _ in range(6))


class FailurePath:
    """Takes every failure that nobody handled nearer to its cause: shows it, and logs it when it is a bug."""

    def __init__(self, show: Callable[[Failure], None]) -> None:
        self._show = show

    def __call__(self, where: str, error: BaseException) -> None:
        """Report ``error`` of the task or slot ``where``."""
        failure = failure_of(error)
        if failure.kind is FailureKind.BUG:
            _log.error("bug", report=failure.report, where=where, trace=trace_of(error))
        self._show(failure)


@contextmanager
def nothing_unseen(failed: Callable[[str, BaseException], None]) -> Iterator[None]:
    """Within it, what is raised in a slot or left over in the running loop takes the path of failures too."""

    def in_slot(_type: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        failed("slot", error)

    def in_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        failed("loop", context.get("exception") or RuntimeError(context.get("message", "")))

    loop, hook = asyncio.get_running_loop(), sys.excepthook
    handler = loop.get_exception_handler()
    sys.excepthook = in_slot
    loop.set_exception_handler(in_loop)
    try:
        yield
    finally:
        sys.excepthook = hook
        loop.set_exception_handler(handler)
