"""Imports that are never looked through for garbage, while all else is."""

import gc
import weakref

import pytest

from app.cli.imports import imports_that_stay


class _Node:
    """Part of a circle that only the collector can take away."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_looked_for_again_afterwards() -> None:
    with imports_that_stay():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_garbage_is_looked_for_again_after_an_import_that_failed() -> None:
    with pytest.raises(ImportError), imports_that_stay():
        raise ImportError
    assert gc.isenabled()


def test_what_came_in_stays_out_of_the_collectors_sight_and_what_comes_later_does_not() -> None:
    before = gc.get_freeze_count()
    with imports_that_stay():
        module = [_Node() for _ in range(100)]
    assert gc.get_freeze_count() >= before + len(module)
    later = weakref.ref(_Node())
    gc.collect()
    assert later() is None
    gc.unfreeze()
