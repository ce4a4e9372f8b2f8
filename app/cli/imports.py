"""Importing much at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def imports_that_stay() -> Iterator[None]:
    """Nothing that is imported in the block is ever looked through for garbage.

    Looking takes a fifth of a station's start, finds nothing, and would make its windows falter ever after.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
