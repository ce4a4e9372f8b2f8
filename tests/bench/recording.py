"""What SQLAlchemy sends to the driver, to be sent again without it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

Sent = tuple[str, Sequence[Any]]
"""A statement as the driver got it, and its parameters by place."""


@contextmanager
def recorded() -> Iterator[list[Sent]]:
    """All statements of the block, of every engine; BEGIN and COMMIT are not among them."""
    sent: list[Sent] = []

    def before(
        _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        sent.extend((statement, tuple(one)) for one in (parameters if many else [parameters]))

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", before)
