"""What is done to tickets that were issued before: bring back a no-show, cancel."""

from collections.abc import Awaitable, Callable

from app.domain.errors import YiciError
from app.ports.rows import TicketRow
from app.services.tickets import cancel_ticket, revive_ticket
from app.services.use_case import Command
from ui.failures import failure_of
from ui.guide_desk.desk import Desk


class Tickets:
    """What went wrong with a ticket stands beside it, by its number."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._under_way: set[str] = set()

    def revive(self, number: str) -> None:
        """Bring a no-show back into line (过号恢复)."""
        ports = self._desk.ports
        self._start(("revive", number), number, lambda command: revive_ticket(ports, command, number))

    def cancel(self, number: str, reason: str) -> None:
        """Cancel a waiting ticket, with a reason."""
        ports = self._desk.ports
        order = ("cancel", number, reason)
        self._start(order, number, lambda command: cancel_ticket(ports, command, number, reason))

    def _start(
        self, order: tuple[str, ...], number: str, act: Callable[[Command], Awaitable[TicketRow]]
    ) -> None:
        if number not in self._under_way:
            self._under_way.add(number)
            self._desk.tasks.run_command(self._run(order, number, act), name=" ".join(order[:2]))

    async def _run(
        self, order: tuple[str, ...], number: str, act: Callable[[Command], Awaitable[TicketRow]]
    ) -> None:
        problems = {key: said for key, said in self._desk.state.problems.items() if key != number}
        try:
            await self._desk.orders.give(order, act)
        except YiciError as error:
            problems[number] = failure_of(error).message
        finally:
            self._under_way.discard(number)
        self._desk.change(problems=problems)
        self._desk.read_again()
