"""Keeps what was typed through errors, refreshes and restarts."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from app.domain.message import Message
from app.ports.files import reason_of
from ui.cases.desk import Desk
from ui.cases.drafts import NOTHING_TYPED, CaseDraft
from ui.kept_file import KeptFile

MOST_DRAFTS = 100
"""Of more cases than these the oldest drafts are dropped."""

WRITE_AFTER = 0.5
"""Seconds after the last letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: drafts by the number of the case, without persons."""

    cases: Mapping[str, CaseDraft] = field(default_factory=dict)


class Typed:
    """The drafts of the station."""

    def __init__(
        self, desk: Desk, file: KeptFile[Kept], pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._desk, self._file, self._pause = desk, file, pause
        self._changed = asyncio.Event()

    def read(self) -> None:
        """Bring back what was typed before the program ended."""
        self._desk.change(drafts=self._file.read().cases)

    def write_case(self, draft: CaseDraft) -> None:
        """Something was typed or chosen about the case on the page."""
        page = self._desk.state.page
        if page is not None and draft != self._desk.state.draft:
            self._put(page.row.number, draft)

    def forget(self, number: str) -> None:
        """It has been done."""
        self._put(number, NOTHING_TYPED)

    async def keep(self) -> None:
        """Write the file a moment after every change, until cancelled."""
        while True:
            await self._changed.wait()
            await self._pause(WRITE_AFTER)
            await self.write()

    async def write(self) -> None:
        """Write the file now. When that is not possible it is said, and what was typed stays on the screen."""
        self._changed.clear()
        drafts = {number: draft.without_person() for number, draft in self._desk.state.drafts.items()}
        try:
            await self._file.write(Kept(drafts))
        except OSError as error:
            self._desk.change(problem=Message("cases.drafts_not_kept", {"reason": reason_of(error)}))

    def _put(self, number: str, draft: CaseDraft) -> None:
        others = {key: value for key, value in self._desk.state.drafts.items() if key != number}
        drafts = others if draft == NOTHING_TYPED else others | {number: draft}
        self._desk.change(drafts=dict(list(drafts.items())[-MOST_DRAFTS:]), problem=None)
        self._changed.set()
