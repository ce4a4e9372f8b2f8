"""``python -m tests.bench [MEASURE …]``: take the measures named, or all of them, and print their table."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence

from tests.bench import claim, idle, machine, paper, repaint, similar, start, steady, typing_search
from tests.bench.figures import Figure, head, line
from tests.bench.ground import Ground, ground

_MEASURES: Mapping[str, Callable[[Ground], Sequence[Figure]]] = {
    "claim": claim.measure,
    "steady": steady.measure,
    "repaint": repaint.measure,
    "paper": paper.measure,
    "start": start.measure,
    "search": typing_search.measure,
    "similar": similar.measure,
    "idle": idle.measure,
}


def main(chosen: Sequence[str]) -> int:
    """Print as Markdown what was measured; the exit status is 2 for a measure that there is not."""
    unknown = [name for name in chosen if name not in _MEASURES]
    if unknown:
        _say(f"no measure called {', '.join(unknown)}; there are {', '.join(_MEASURES)}")
        return 2
    began = time.monotonic()
    _say(machine.facts())
    with ground() as place:
        _say(f"{place.server_version()}; {machine.load()}\n\n{head()}")
        for name in chosen or _MEASURES:
            for figure in _MEASURES[name](place):
                _say(line(figure))
    _say(f"\n{time.monotonic() - began:.0f} s; {machine.load()}")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
