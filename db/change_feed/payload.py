"""What a notification carries: one line for each change, ``topic|action|subject|origin``."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from app.domain.events import Topic
from app.ports.change_feed import Change

CHANNEL = "yici_changes"
_LARGEST = 7999
"""Bytes in one payload: PostgreSQL takes less than 8000."""


class BadPayload(ValueError):
    """Somebody else's notification on our channel, or a change of a version we do not know. Carries no values."""


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
    lines = [line.split("|", 3) for line in payload.split("\n")]
    if any(len(parts) != 4 for parts in lines):
        raise BadPayload
    return [change_of(*parts) for parts in lines]


def change_of(topic: str, action: str, subject: str, origin: str) -> Change:
    """A change from its parts, as they are written.

    Raises:
        BadPayload: one of them is none of ours.
    """
    try:
        return Change(Topic(topic), action, UUID(subject), origin)
    except ValueError:
        raise BadPayload from None
