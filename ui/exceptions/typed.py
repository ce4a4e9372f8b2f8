"""Keeps what was typed: as it is through errors and refreshes, as far as a file may hold it through restarts."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from app.domain.message import Message
from app.ports.files import reason_of
from ui.exceptions.desk import Desk
from ui.exceptions.drafts import NOTHING_NEW, NOTHING_TYPED, CaseDraft, NewCase
from ui.kept_file import KeptFile

MOST_DRAFTS = 100
"""Of more cases than these the oldest drafts are dropped."""

WRITE_AFTER = 0.5
"""Seconds after the last letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: drafts by the number of the case, and the new case; both as ``to_keep`` makes them."""

    cases: Mapping[str, CaseDraft] = field(default_factory=dict)
    new: NewCase = NOTHING_NEW


class Typed:
    """The drafts of the station."""

    def __init__(
        self,
        desk: Desk,
        file: KeptFile[Kept],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._desk, self._file, self._pause = desk, file, pause
        self._changed = asyncio.Event()

    def read(self) -> None:
        """Bring back what was typed before the program ended."""
        kept = self._file.read()
        self._desk.change(drafts=kept.cases, new=kept.new)

    def write_case(self, draft: CaseDraft) -> None:
        """Something was typed or chosen about the case on the page."""
        page = self._desk.state.page
        if page is not None and draft != self._desk.state.draft:
            self._put(page.row.number, draft)

    def write_new(self, new: NewCase) -> None:
        """Something was typed or chosen about the new case."""
        self._desk.change(new=new)
        self._changed.set()

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
        state = self._desk.state
        try:
            drafts = {number: draft.to_keep() for number, draft in state.drafts.items()}
            await self._file.write(Kept(drafts, state.new.to_keep()))
        except OSError as error:
            told = Message("exceptions.drafts_not_kept", {"reason": reason_of(error)})
            self._desk.change(problem=told)

    def _put(self, number: str, draft: CaseDraft) -> None:
        others = {key: value for key, value in self._desk.state.drafts.items() if key != number}
        drafts = others if draft == NOTHING_TYPED else others | {number: draft}
        latest = dict(list(drafts.items())[-MOST_DRAFTS:])
        self._desk.change(drafts=latest, problem=None)
        self._changed.set()
