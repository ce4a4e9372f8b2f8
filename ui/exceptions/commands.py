"""Commands of this station, one at a time; one whose answer was lost is repeated under the same id."""

from collections.abc import Awaitable, Callable, Hashable

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.ports.rows import ExceptionPage
from app.services.use_case import Command
from ui.exceptions.desk import Desk
from ui.orders import Orders

Steps = Callable[[Command], Awaitable[ExceptionPage]]
Done = Callable[[ExceptionPage], None]

GIVEN_UP = Message("exceptions.unconfirmed.given_up")


class Commands:
    """While one command is under way no other begins."""

    def __init__(self, desk: Desk, orders: Orders) -> None:
        self._desk, self._orders = desk, orders

    def give(self, order: Hashable, steps: Steps, done: Done) -> None:
        """Carry out ``steps`` and then ``done``; a second press meanwhile does nothing.

        A rule that forbids it is shown, and what was typed stays. After giving up, the same order is the same
        command.
        """
        if self._desk.state.busy:
            return
        self._desk.change(busy=True, problem=None)
        self._desk.tasks.run_command(self._carry_out(order, steps, done), name="exception command")

    def repeat(self) -> None:
        """Try the unconfirmed command again now."""
        self._orders.repeat()

    def give_up(self) -> None:
        """Stop repeating; whether it was done shows when the hall is in touch again."""
        if self._desk.state.busy:
            self._orders.give_up()

    async def _carry_out(self, order: Hashable, steps: Steps, done: Done) -> None:
        page: ExceptionPage | None = None
        problem: Message | None = None
        try:
            page = await self._orders.give_until_answered(
                order, steps, lambda: self._desk.change(unconfirmed=True)
            )
        except DatabaseAway:
            problem = GIVEN_UP
        except YiciError as error:
            problem = error.message
        finally:
            self._desk.change(busy=False, unconfirmed=False, problem=problem)
        if page is not None:
            done(page)
