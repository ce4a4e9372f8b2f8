"""Other stations that listen: ``python -m tests.bench.listeners URL COUNT``.

It says ``ready`` when all of them do, and ends when its input does.
"""

import asyncio
import sys

from app.ports.change_feed import ChangeFeed
from db.database import open_database


async def main(url: str, count: int) -> None:
    """Listen on so many connections."""
    ready = [asyncio.Event() for _ in range(count)]
    async with asyncio.TaskGroup() as group:
        listening = [
            group.create_task(_listen(await _feed(url, number), event)) for number, event in enumerate(ready)
        ]
        for event in ready:
            await event.wait()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        for task in listening:
            task.cancel()


async def _feed(url: str, number: int) -> ChangeFeed:
    database = await open_database(url, f"listener-{number}")
    await database.close()  # what looks at the hall; the feed has a connection of its own
    return database.feed


async def _listen(feed: ChangeFeed, ready: asyncio.Event) -> None:
    async with feed.listen() as items:
        async for _ in items:
            ready.set()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
