"""What the guide desk's search costs at every key: names, initials, pinyin, codes, materials."""

import asyncio
import time
from collections.abc import Sequence

from app.bootstrap import item_search, open_hall
from app.ports.rows import ItemRow
from tests.bench.figures import Figure, Latencies
from tests.bench.ground import Ground

_TYPED = ("bdcdj", "不动产", "gongjijin", "IT031", "zhuce", "身份证", "xyzzy")
_TIMES = 20


def measure(ground: Ground) -> list[Figure]:
    """Over the sample hall's catalogue."""
    items = asyncio.run(_items(ground))
    search = item_search(items)
    times = []
    for _ in range(_TIMES):
        for typed in (word[:end] for word in _TYPED for end in range(1, len(word) + 1)):
            began = time.perf_counter()
            search.search(typed)
            times.append(time.perf_counter() - began)
    return [Figure(f"search at every key, {len(items)} items", str(Latencies.of(times)))]


async def _items(ground: Ground) -> Sequence[ItemRow]:
    async with open_hall(ground.sample, ground.key_file, "bench", "zh") as hall:
        return await hall.ports.readers.items()
