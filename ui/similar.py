"""Similar cases while somebody types: looked for after a pause, never in the way. Knows no Qt."""

import asyncio
from collections.abc import Callable

from app.ports.case_search import SimilarCase
from app.ports.errors import DatabaseAway
from app.services.similar_cases import CaseFinder
from app.services.use_case import Ports
from ui.tasks import Tasks

PAUSE = 0.3
"""Seconds without a letter before anything is looked for."""
AGAIN = 2.0
"""Seconds until a search that the database did not answer is tried again: the last letter may have been typed."""

Show = Callable[[tuple[SimilarCase, ...]], None]


def told_of(summary: str, item: str | None) -> str:
    """What is looked for: what went wrong and the item; an item alone says nothing of it."""
    return f"{summary}\n{item or ''}" if summary.strip() else ""


class SimilarReader:
    """Looks for cases like another; out of touch it looks again, and what was found before stays until then."""

    def __init__(self, ports: Ports, finder: CaseFinder, tasks: Tasks) -> None:
        self._ports, self._finder, self._tasks = ports, finder, tasks
        self._told = ""

    def told(self, text: str, show: Show) -> None:
        """A text as it stands after a letter: looked for after a pause, unless it is the same as before."""
        text = text.strip()
        if text != self._told:
            self._told = text
            self._tasks.start(self._after_a_pause(text, show), name="similar to what is typed", replace=True)

    def of(self, number: str, text: str, show: Show) -> None:
        """Look at once, for a case that is there already."""
        self._tasks.start(self._find(text, show, number), name="similar to a case", replace=True)

    async def _after_a_pause(self, text: str, show: Show) -> None:
        if not text:
            show(())
            return
        await asyncio.sleep(PAUSE)
        await self._find(text, show)

    async def _find(self, text: str, show: Show, besides: str | None = None) -> None:
        while True:
            try:
                found = await self._finder.similar(self._ports, text, besides=besides)
            except DatabaseAway:
                await asyncio.sleep(AGAIN)
            else:
                return show(found)
