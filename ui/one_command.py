"""Commands of a station, one at a time; one whose answer was lost is repeated under the same id."""

from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Protocol, TypeVar

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.services.use_case import Command
from ui.orders import Orders
from ui.tasks import Tasks

R = TypeVar("R")


class State(Protocol):
    """What the state of the room tells of it."""

    @property
    def busy(self) -> bool:
        """Whether a command is under way."""


class Desk(Protocol):
    """What a room gives: its state, a way to change it, and the owner of its tasks."""

    @property
    def state(self) -> State: ...

    @property
    def tasks(self) -> Tasks: ...

    def change(self, **changes: Any) -> None: ...


class Commands:
    """While one command is under way no other begins. ``given_up`` says what to do when an answer never came."""

    def __init__(self, desk: Desk, orders: Orders, given_up: Message) -> None:
        self._desk, self._orders, self._given_up = desk, orders, given_up

    def give(
        self,
        order: Hashable,
        steps: Callable[[Command], Awaitable[R]],
        done: Callable[[R], None],
        told: Callable[[Message], Message] = lambda problem: problem,
    ) -> None:
        """Carry out ``steps`` and then ``done``; a second press meanwhile does nothing.

        A rule that forbids it is shown as ``told`` puts it, and what was typed stays. After giving up, the same
        order is the same command.
        """
        if self._desk.state.busy:
            return
        self._desk.change(busy=True, problem=None)
        self._desk.tasks.run_command(self._carry_out(order, steps, done, told), name="command")

    def repeat(self) -> None:
        """Try the unconfirmed command again now."""
        self._orders.repeat()

    def give_up(self) -> None:
        """Stop repeating; whether it was done shows when the hall is in touch again."""
        if self._desk.state.busy:
            self._orders.give_up()

    async def _carry_out(
        self,
        order: Hashable,
        steps: Callable[[Command], Awaitable[R]],
        done: Callable[[R], None],
        told: Callable[[Message], Message],
    ) -> None:
        result: R | None = None
        problem: Message | None = None
        try:
            result = await self._orders.give_until_answered(
                order, steps, lambda: self._desk.change(unconfirmed=True)
            )
        except DatabaseAway:
            problem = told(self._given_up)
        except YiciError as error:
            problem = told(error.message)
        finally:
            self._desk.change(busy=False, unconfirmed=False, problem=problem)
        if result is not None:
            done(result)
