"""Commands of this station, one at a time; one whose answer was lost is repeated under the same id."""

import asyncio
from collections.abc import Awaitable, Callable

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.ports.rows import ExceptionPage
from app.services.use_case import Command
from ui.exceptions.desk import Desk

REPEAT_AFTER = 2.0
"""Seconds between attempts while the database is away."""

Steps = Callable[[Command], Awaitable[ExceptionPage]]
Done = Callable[[ExceptionPage], None]


class Commands:
    """While one command is under way no other begins."""

    def __init__(self, desk: Desk, repeat_after: float = REPEAT_AFTER) -> None:
        self._desk, self._repeat_after = desk, repeat_after
        self._nudge = asyncio.Event()
        self._given_up = False

    def give(self, name: str, steps: Steps, done: Done) -> None:
        """Carry out ``steps`` under a fresh command id, and then ``done``; a second press meanwhile does nothing.

        A rule that forbids it is shown, and what was typed stays.
        """
        if self._desk.state.busy:
            return
        self._desk.change(busy=True, problem=None)
        self._desk.tasks.run_command(self._carry_out(steps, done), name=name)

    def repeat(self) -> None:
        """Try the unconfirmed command again now."""
        self._nudge.set()

    def give_up(self) -> None:
        """Stop repeating; whether it was done shows when the hall is in touch again."""
        if self._desk.state.busy:
            self._given_up = True
            self._nudge.set()

    async def _carry_out(self, steps: Steps, done: Done) -> None:
        page: ExceptionPage | None = None
        problem: Message | None = None
        try:
            page = await self._confirmed(steps)
        except YiciError as error:
            problem = error.message
        finally:
            self._desk.change(busy=False, unconfirmed=False, problem=problem)
        if page is not None:
            done(page)
        elif problem is None:
            self._desk.change(problem=Message("exceptions.unconfirmed.given_up"))

    async def _confirmed(self, steps: Steps) -> ExceptionPage | None:
        """The result, or None when the person gave up waiting for it."""
        command = self._desk.session.command()
        self._given_up = False
        while not self._given_up:
            try:
                return await steps(command)
            except DatabaseAway:
                self._desk.change(unconfirmed=True)
                await self._wait()
        return None

    async def _wait(self) -> None:
        self._nudge.clear()
        try:
            await asyncio.wait_for(self._nudge.wait(), self._repeat_after)
        except TimeoutError:
            return
