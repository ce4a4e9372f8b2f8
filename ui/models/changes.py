"""From one order of rows to another with few steps: rows that stay in order are never touched."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence


def keepers(old: Sequence[Hashable], new: Sequence[Hashable]) -> set[Hashable]:
    """The largest set of rows that stand in the same order before and after."""
    place = {key: i for i, key in enumerate(old)}
    order = [(place[key], key) for key in new if key in place]
    tails: list[int] = []  # smallest end of an increasing run of each length
    run_of: list[tuple[int, Hashable]] = []
    for at, key in order:
        length = bisect_left(tails, at)
        tails[length : length + 1] = [at]
        run_of.append((length, key))
    kept: set[Hashable] = set()
    wanted = len(tails) - 1
    for length, key in reversed(run_of):
        if length == wanted:
            kept.add(key)
            wanted -= 1
    return kept
