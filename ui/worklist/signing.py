"""Who works at the station: signing in and leaving."""

from collections.abc import Callable
from enum import StrEnum
from typing import Generic

from app.domain.staff import PERMISSIONS, Actor, Permission
from ui.signing import SignIn
from ui.worklist.desk import Desk
from ui.worklist.state import S

_FRESH: dict[str, None] = {"chosen": None, "problem": None}


class Signing(Generic[S]):
    """Lets people take turns at one station. ``of_person`` names what of the state is the person's own."""

    def __init__(
        self,
        desk: Desk[S],
        needs: Permission,
        usual_scope: Callable[[Actor], StrEnum],
        of_person: tuple[str, ...] = (),
    ) -> None:
        self._desk, self._needs, self._usual_scope = desk, needs, usual_scope
        self._fresh = _FRESH | dict.fromkeys(of_person)
        self._door = SignIn(
            desk.ports, desk.session, desk.tasks, needs,
            lambda state: desk.change(signing_in=state), self._begin, self._leave,
        )  # fmt: skip

    def take_over(self) -> None:
        """Work for whoever is signed in by now, with what this person wants to see first; for nobody else."""
        actor = self._desk.session.actor
        if actor is not None and self._needs in PERMISSIONS[actor.role]:
            self._desk.change(actor=actor, scope=self._usual_scope(actor), **self._fresh)
            self._desk.read_again()
        elif self._desk.state.actor is not None:
            self._leave()

    def sign_in(self, number: str, password: str) -> None:
        """Check the password, and begin."""
        self._door.begin(number, password)

    def sign_out(self) -> None:
        """Let somebody else work here."""
        self._desk.session.sign_out()
        self._leave()

    async def check_again(self) -> None:
        """Somebody who was disabled does not go on. Raises ``DatabaseAway``."""
        await self._door.check_again()
        if self._desk.session.actor is None and self._desk.state.actor is not None:
            self._leave()  # another page of this station showed the door

    def _begin(self) -> None:
        self.take_over()
        self._desk.view.focus_list()

    def _leave(self) -> None:
        self._desk.change(actor=None, **self._fresh)
