"""Who sits at the counter: signing in, taking over, signing out."""

from contextlib import suppress

from app.domain.counter import CounterState as CounterStands
from app.domain.errors import YiciError
from app.domain.staff import Actor, Permission
from app.ports.errors import DatabaseAway
from app.services.counters import close_counter, open_counter
from app.services.sign_in import sign_in
from app.services.use_case import Command, Ports
from ui.counter.commands import Commands
from ui.counter.desk import Desk
from ui.counter.intents import Intent
from ui.counter.screen import Screen
from ui.counter.state import CounterState
from ui.session import Session


class Signing:
    """Lets a clerk sit down and leave. Passwords are checked off the loop."""

    def __init__(
        self, ports: Ports, session: Session, screen: Screen, desk: Desk, commands: Commands
    ) -> None:
        self._ports, self._session, self._screen = ports, session, screen
        self._desk, self._commands = desk, commands

    async def sign_in(self, number: str, password: str) -> None:
        """Sign in and open the counter, take it over from another clerk, or come back to where one was."""
        if self._screen.state.signing_in:
            return
        before = self._session.actor
        self._screen.change(signing_in=True, problem=None)
        try:
            actor = await sign_in(self._ports, number, password, self._session.station, Permission.SERVE)
            self._session.sign_in(actor)
            await self._sit_down(actor)
        except YiciError as error:
            self._session.actor = before
            self._screen.change(problem=error.message)
        finally:
            self._screen.change(signing_in=False)

    async def sign_out(self) -> None:
        """Close the counter if it is one's own, and leave."""
        if _sits_here(self._screen.state) and not await self._commands.carry_out(
            Intent.SIGN_OUT, self._close
        ):
            return
        self._session.sign_out()
        self._screen.change(actor=None, sheet=None, problem=None, revealed=None, scanned=None)

    async def _sit_down(self, actor: Actor) -> None:
        number = self._screen.state.number
        counter = await self._ports.readers.counter(number)
        if counter.state is CounterStands.CLOSED or counter.clerk != actor.number:
            await open_counter(self._ports, self._session.command(), number, hand_over=True)
        self._screen.change(actor=actor, sheet=None, revealed=None)
        with suppress(DatabaseAway):  # one sits all the same; the desk is read when the hall is in touch
            await self._desk.refresh()
            await self._desk.read_owed()

    async def _close(self, command: Command) -> None:
        await close_counter(self._ports, command, self._screen.state.number)


def _sits_here(state: CounterState) -> bool:
    desk = state.desk
    return desk is not None and desk.counter.state is not CounterStands.CLOSED and not state.is_occupied
