"""Another station that commits: ``python -m tests.bench.guide URL KEY``.

For each line on standard input it issues a ticket, or cancels the one that it issued before, and answers with the
number, whether it now waits, and when the commit returned.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

from app.bootstrap import open_hall
from app.services.issue_ticket import issue_ticket
from app.services.tickets import cancel_ticket
from tests.bench.hall import actors, command
from tests.bench.sample import GUIDE, WISH


async def main(url: str, key_file: Path) -> None:
    """Issue and cancel in turn until the input ends."""
    guide = (await actors(url))[GUIDE]
    number = None
    async with open_hall(url, key_file, "guide", "zh") as hall:
        while await asyncio.to_thread(sys.stdin.readline):
            if number is None:
                number = (await issue_ticket(hall.ports, command(guide), (WISH,))).number
                _tell(number, waits=True)
            else:
                await cancel_ticket(hall.ports, command(guide), number, "left")
                _tell(number, waits=False)
                number = None


def _tell(number: str, *, waits: bool) -> None:
    said = {"number": number, "waits": waits, "committed": time.monotonic_ns()}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
