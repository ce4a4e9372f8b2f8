"""How long to wait between attempts to get in touch again."""

import random
from collections.abc import Iterator

_FIRST, _LONGEST = 0.1, 2.0


def delays() -> Iterator[float]:
    """Seconds, doubling up to two; never quite the same, so that a hall's stations do not all knock at once."""
    delay = _FIRST
    while True:
        yield delay * random.uniform(0.5, 1.0)  # noqa: S311 - no secret
        delay = min(delay * 2, _LONGEST)
