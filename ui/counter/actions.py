"""What happens to tickets and to the counter itself: each intent with the use case that carries it out."""

from collections.abc import Awaitable, Callable
from decimal import Decimal

from app.domain.case_parts import NO_REFUSAL, Refusal
from app.domain.errand import Outcome
from app.domain.exception_case import Channel
from app.domain.message import Message
from app.ports.rows import ExceptionPage, TicketRow
from app.services.call_next import call_next
from app.services.calling import call_ticket, miss, recall, release, start
from app.services.case_of_errand import Ending
from app.services.counters import close_counter, open_counter, pause_counter, resume_counter
from app.services.exception_files import open_with_files
from app.services.holding import abandon, hold, requeue, resume
from app.services.issue_ticket import Visitor
from app.services.open_exception import open_exception
from app.services.serving import change_item, finish, transfer, undo_finish
from app.services.use_case import Command, Ports
from ui.counter.commands import Commands
from ui.counter.intents import Intent
from ui.counter.screen import Screen
from ui.counter.telling import Telling
from ui.given_files import read_files

OnCounter = Callable[[Ports, Command, int], Awaitable[object]]
OnTicket = Callable[[Ports, Command, int, str], Awaitable[object]]

AT_ONCE: dict[Intent, OnCounter] = {
    Intent.OPEN: open_counter,
    Intent.CLOSE: close_counter,
    Intent.GO_ON: resume_counter,
    Intent.RECALL: recall,
    Intent.START: start,
    Intent.MISS: miss,
    Intent.RELEASE: release,
}
"""Intents that need nothing but the counter."""

ON_TICKET: dict[Intent, OnTicket] = {
    Intent.RESUME: resume,
    Intent.REQUEUE: requeue,
    Intent.ABANDON_HELD: abandon,
    Intent.UNDO_FINISH: undo_finish,
}
"""Intents that name one ticket beside the live one."""


class Actions:
    """Each method is one command; what the hall's rules say to it is shown where it was asked for."""

    def __init__(
        self, ports: Ports, screen: Screen, commands: Commands, finished: Callable[[TicketRow], None]
    ) -> None:
        self._ports, self._screen, self._commands = ports, screen, commands
        self._finished = finished
        self._counter = screen.state.number

    async def at_once(self, intent: Intent) -> None:
        """Carry out an intent that needs nothing else."""
        act = AT_ONCE[intent]
        await self._do(intent, lambda command: act(self._ports, command, self._counter))

    async def on_ticket(self, intent: Intent, number: str) -> None:
        """Carry out an intent about one ticket that is not the live one."""
        act = ON_TICKET[intent]
        await self._do(intent, lambda command: act(self._ports, command, self._counter, number))

    async def call_next(self) -> None:
        """Call whoever is next; an empty line is said, it is no error."""

        async def steps(command: Command) -> None:
            called = await call_next(self._ports, command, self._counter)
            if called.ticket is None:
                self._screen.say(Message("counter.said.nobody_waits"))

        await self._commands.carry_out(Intent.CALL_NEXT, steps)

    async def call_ticket(self, number: str, reason: str) -> None:
        """Call a ticket out of order, for a reason."""
        await self._do(
            Intent.CALL_TICKET,
            lambda command: call_ticket(self._ports, command, self._counter, number, reason),
        )

    async def pause(self, reason: str) -> None:
        """Pause, with a reason that the hall shows."""
        await self._do(
            Intent.PAUSE, lambda command: pause_counter(self._ports, command, self._counter, reason)
        )

    async def finish(self, outcome: Outcome, refusal: Refusal = NO_REFUSAL, days: int = 0) -> None:
        """End the errand; where another follows, the ticket waits in its line.

        ``refusal`` says why it is not taken on, ``days`` goes with the acceptance of an item whose page names no
        limit.
        """
        ticket = self._screen.state.ticket
        ending = Ending(refusal, Decimal(days) if days else None)

        async def steps(command: Command) -> None:
            done = await finish(self._ports, command, self._counter, outcome, ending)
            self._finished(done)
            if ticket is not None and done.errand.outcome is None:
                line = Message("counter.said.next_errand", {"number": done.number, "line": done.line})
                self._screen.say(line)

        await self._commands.carry_out(Intent.FINISH, steps)

    async def hold(self, reason: str) -> None:
        """Put the live ticket aside."""
        await self._do(Intent.HOLD, lambda command: hold(self._ports, command, self._counter, reason))

    async def transfer(
        self, reason: str, line: str | None, to_counter: int | None, to_clerk: str | None
    ) -> None:
        """Send the live ticket to a line, a counter or a person (one of them)."""
        await self._do(
            Intent.TRANSFER,
            lambda command: transfer(self._ports, command, self._counter, reason, line, to_counter, to_clerk),
        )

    async def change_item(self, item: str, situation: str | None) -> None:
        """取错号: correct what the errand is about."""
        await self._do(
            Intent.CHANGE_ITEM,
            lambda command: change_item(self._ports, command, self._counter, item, situation),
        )

    async def abandon(self) -> None:
        """The person at the counter has left."""
        await self._do(Intent.ABANDON, lambda command: abandon(self._ports, command, self._counter))

    async def open_exception(self, told: Telling) -> None:
        """Register what cannot be settled here, with the live ticket's context where there is one."""
        ticket = self._screen.state.ticket
        visitor = None if told.anonymous else Visitor(name=told.name, phone=told.phone)
        left: list[Message] = []

        async def opening(command: Command) -> ExceptionPage:
            return await open_exception(
                self._ports, command, told.summary, told.category, Channel.COUNTER, told.wish,
                ticket=ticket.number if ticket else None, visitor=visitor, counter=self._counter,
            )  # fmt: skip

        async def steps(command: Command) -> None:
            files = await read_files(told.files)
            done = await open_with_files(self._ports, command, files, opening)
            number = done.page.row.number
            self._screen.change(exception=number if ticket else None)
            self._screen.say(Message("counter.said.exception", {"number": number}))
            left[:] = [done.problem] if done.problem else []

        await self._commands.carry_out(Intent.EXCEPTION, steps)
        for problem in left:  # said once the sheet is closed: the case is registered
            self._screen.change(problem=problem)

    async def _do(self, intent: Intent, act: Callable[[Command], Awaitable[object]]) -> None:
        async def steps(command: Command) -> None:
            await act(command)

        await self._commands.carry_out(intent, steps)
