from tests.architecture.lengths import LONGEST_FILE, LONGEST_FUNCTION, long_ones
from tests.architecture.source import Module

FUNCTION = "def f():\n" + "    step()\n" * LONGEST_FUNCTION


def test_a_long_file_is_reported() -> None:
    assert list(long_ones(Module("app/long.py", "\n" * (LONGEST_FILE + 1))))
    assert list(long_ones(Module("app/short.py", "\n" * LONGEST_FILE))) == []


def test_a_long_function_is_reported() -> None:
    assert list(long_ones(Module("app/long.py", FUNCTION))) == ["app/long.py:1: f has 41 lines"]
    assert list(long_ones(Module("app/short.py", FUNCTION.removesuffix("    step()\n")))) == []
