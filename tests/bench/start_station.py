"""A counter station that starts, is painted once with its clerk's desk, says so and ends.

``python -m tests.bench.start_station URL KEY FOLDER``
"""

import asyncio
import sys
from pathlib import Path

from tests.bench.counter_window import counter_window
from tests.bench.painted import tell
from tests.bench.qt import dressed, qt_runner


async def main(url: str, key_file: Path, folder: Path) -> None:
    """Start and end."""
    dressed()
    async with counter_window(url, key_file, folder) as (_room, painter):
        async with asyncio.timeout(30):
            at = await painter.painted(lambda state: state.item is not None)
        tell(at)


if __name__ == "__main__":
    with qt_runner() as runner:
        runner.run(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
