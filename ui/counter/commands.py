"""Commands of this counter, one at a time; one whose reply was lost is repeated under the same id."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from app.domain.errors import YiciError
from app.ports.errors import DatabaseAway
from app.services.use_case import Command
from ui.counter.intents import Intent
from ui.counter.screen import Screen
from ui.counter.sheet_words import SheetWords
from ui.orders import Orders

Steps = Callable[[Command], Awaitable[None]]


class Commands:
    """Carries out what the clerk asks for. While one command is under way no other begins."""

    def __init__(
        self, screen: Screen, orders: Orders, refresh: Callable[[], Awaitable[None]], words: SheetWords
    ) -> None:
        self._screen, self.orders, self._refresh, self._words = screen, orders, refresh, words

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

    async def _confirmed(self, intent: Intent, steps: Steps) -> bool:
        async def act(command: Command) -> None:
            await steps(command)
            await self._refresh()

        try:
            await self.orders.give_until_answered(
                object(), act, lambda: self._screen.change(unconfirmed=intent)
            )
        except DatabaseAway:  # given up: the desk will show what was done, and the next press is meant anew
            self.orders.forget()
            return False
        self._close_sheet(intent)
        return True

    def _close_sheet(self, intent: Intent) -> None:
        sheet = self._screen.state.sheet
        if sheet is not None and sheet.intent is intent:
            self._words.forget()
            self._screen.change(sheet=None)
