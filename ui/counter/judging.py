"""Judging the materials: every key changes the draft, and a moment later the file."""

import asyncio

from app.domain.judgement import ShortcomingKind, Verdict
from app.domain.message import Message
from app.ports.files import reason_of
from ui.counter.desk import draft_key
from ui.counter.draft import Draft
from ui.counter.draft_file import DraftFile
from ui.counter.screen import Screen
from ui.counter.state import Phase
from ui.tasks import TaskSupervisor

WRITE_AFTER = 0.3
"""Seconds from the first change to writing, so that typing a remark is not one file a letter."""


class Judging:
    """Keeps what the clerk finds of each material."""

    def __init__(
        self, screen: Screen, file: DraftFile, tasks: TaskSupervisor, write_after: float = WRITE_AFTER
    ) -> None:
        self._screen, self._file, self._tasks, self._write_after = screen, file, tasks, write_after
        self._writing = False

    def judge(self, material: int, verdict: Verdict) -> None:
        """One verdict."""
        self._change(self._screen.state.draft.judged(material, verdict))

    def choose_kind(self, material: int, kind: ShortcomingKind) -> None:
        """What kind of fault a wrong material has."""
        self._change(self._screen.state.draft.with_kind(material, kind))

    def write_remark(self, material: int, text: str) -> None:
        """What is wrong, in the clerk's words."""
        self._change(self._screen.state.draft.with_text(material, text))

    async def write(self) -> None:
        """Write the drafts now; a full disk is told, and what was judged stays on the screen."""
        try:
            await self._file.write()
        except OSError as error:
            self._screen.change(problem=Message("counter.draft.not_kept", {"reason": reason_of(error)}))

    def _change(self, draft: Draft) -> None:
        state = self._screen.state
        if state.phase is not Phase.SERVING or state.ticket is None or state.issued is not None:
            return
        self._screen.change(draft=draft)
        self._file.put(draft_key(state.ticket), draft, state.ticket.day)
        if not self._writing:
            self._writing = True
            self._tasks.start(self._write_soon(), name="write counter drafts")

    async def _write_soon(self) -> None:
        await asyncio.sleep(self._write_after)
        self._writing = False
        await self.write()
