"""Writes the file of drafts: a moment after a change, and when the room goes."""

import asyncio

from app.domain.message import Message
from app.ports.files import reason_of
from ui.counter.draft_file import DraftFile
from ui.counter.screen import Screen
from ui.tasks import TaskSupervisor

WRITE_AFTER = 0.3
"""Seconds from the first change to writing, so that typing a remark is not one file a letter."""


class Keeping:
    """``file`` is changed by whoever keeps something in it."""

    def __init__(
        self, screen: Screen, file: DraftFile, tasks: TaskSupervisor, write_after: float = WRITE_AFTER
    ) -> None:
        self.file = file
        self._screen, self._tasks, self._write_after = screen, tasks, write_after
        self._writing = False

    def soon(self) -> None:
        """The file was changed: write it in a moment."""
        if not self._writing:
            self._writing = True
            self._tasks.start(self._write_soon(), name="write counter drafts")

    async def write(self) -> None:
        """Write it now; a full disk is told, and what was judged or typed stays on the screen."""
        try:
            await self.file.write()
        except OSError as error:
            self._screen.change(problem=Message("counter.draft.not_kept", {"reason": reason_of(error)}))

    async def _write_soon(self) -> None:
        await asyncio.sleep(self._write_after)
        self._writing = False
        await self.write()
