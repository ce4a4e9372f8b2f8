"""Waiting for what tells nobody that it happened."""

from collections.abc import Callable
from threading import Event
from time import monotonic

from tests.journeys.station import LONGEST

_LOOK_SECONDS = 0.05


def eventually(condition: Callable[[], object], what: str, within: float = LONGEST) -> None:
    """Look again and again until it is so."""
    end, look = monotonic() + within, Event()
    while not condition():
        if monotonic() > end:
            raise AssertionError(f"{what}: not within {within} s")
        look.wait(_LOOK_SECONDS)
