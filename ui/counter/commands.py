"""Commands of this counter, one at a time; one whose reply was lost is repeated under the same id."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from app.domain.errors import YiciError
from app.ports.errors import DatabaseAway
from app.services.use_case import Command
from ui.counter.intents import Intent
from ui.counter.screen import Screen

REPEAT_AFTER = 2.0
"""Seconds between attempts while the database is away."""

Steps = Callable[[Command], Awaitable[None]]


class Commands:
    """Carries out what the clerk asks for. While one command is under way no other begins."""

    def __init__(
        self,
        screen: Screen,
        new_command: Callable[[], Command],
        refresh: Callable[[], Awaitable[None]],
        repeat_after: float = REPEAT_AFTER,
    ) -> None:
        self._screen, self.new_command, self._refresh = screen, new_command, refresh
        self._repeat_after = repeat_after
        self._nudge = asyncio.Event()
        self._given_up = False

    async def carry_out(self, intent: Intent, steps: Steps) -> bool:
        """Run ``steps`` under a fresh command id until the database has confirmed them; whether it has.

        A rule that forbids it is shown; the open sheet of this intent closes when it is done.
        """
        if self._screen.state.busy is not None:
            return False
        self._screen.change(busy=intent, problem=None)
        try:
            return await self._confirmed(intent, steps)
        except YiciError as error:
            self._screen.change(problem=error.message)
            with suppress(DatabaseAway):  # the refusal often tells of what somebody else did meanwhile
                await self._refresh()
            return False
        finally:
            self._screen.change(busy=None, unconfirmed=None)

    def repeat(self) -> None:
        """Try the unconfirmed command again now."""
        self._nudge.set()

    def give_up(self) -> None:
        """Stop repeating; whether it was done shows when the hall is in touch again."""
        self._given_up = True
        self._nudge.set()

    async def _confirmed(self, intent: Intent, steps: Steps) -> bool:
        command = self.new_command()
        self._given_up = False
        while not self._given_up:
            try:
                await steps(command)
                await self._refresh()
            except DatabaseAway:
                self._screen.change(unconfirmed=intent)
                await self._wait()
            else:
                self._close_sheet(intent)
                return True
        return False

    async def _wait(self) -> None:
        self._nudge.clear()
        try:
            await asyncio.wait_for(self._nudge.wait(), self._repeat_after)
        except TimeoutError:
            return

    def _close_sheet(self, intent: Intent) -> None:
        sheet = self._screen.state.sheet
        if sheet is not None and sheet.intent is intent:
            self._screen.change(sheet=None)
