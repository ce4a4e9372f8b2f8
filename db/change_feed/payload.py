"""What a notification carries: one line for each change, ``topic|action|subject|origin``."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from app.domain.events import Topic
from app.ports.change_feed import Change

CHANNEL = "yici_changes"
_LARGEST = 7999
"""Bytes in one payload: PostgreSQL takes less than 8000."""


class BadPayload(ValueError):
    """Somebody else's notification on our channel, or that of a version we do not know."""


def encode(changes: Iterable[Change]) -> list[str]:
    """As few payloads as hold the changes, in their order."""
    payloads: list[str] = []
    lines: list[str] = []
    size = 0
    for change in changes:
        line = f"{change.topic}|{change.action}|{change.subject}|{change.origin}"
        length = len(line.encode()) + 1
        if lines and size + length > _LARGEST:
            payloads.append("\n".join(lines))
            lines, size = [], 0
        lines.append(line)
        size += length
    return [*payloads, "\n".join(lines)] if lines else payloads


def decode(payload: str) -> Sequence[Change]:
    """The changes of a payload.

    Raises:
        BadPayload: it is none of ours.
    """
    try:
        return [_change(line) for line in payload.split("\n")]
    except ValueError as error:
        raise BadPayload(payload[:200]) from error


def _change(line: str) -> Change:
    topic, action, subject, origin = line.split("|", 3)
    return Change(Topic(topic), action, UUID(subject), origin)
