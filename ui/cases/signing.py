"""Who works at the station: signing in and leaving."""

from app.domain.staff import Permission
from ui.cases.desk import Desk
from ui.cases.state import Scope
from ui.signing import SignIn


class Signing:
    """Lets people take turns at one station."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._door = SignIn(
            desk.ports, desk.session, desk.tasks, Permission.SERVE,
            lambda state: desk.change(signing_in=state), self._begin, self._leave,
        )  # fmt: skip

    def take_over(self) -> None:
        """Work for whoever is signed in by now: with the own department's cases, where there is one."""
        actor = self._desk.session.actor
        if actor is not None:
            scope = Scope.OPEN if actor.department is None else Scope.OWN
            self._desk.change(actor=actor, scope=scope, chosen=None, problem=None, revealed=None)
            self._desk.read_again()

    def sign_in(self, number: str, password: str) -> None:
        """Check the password, and begin."""
        self._door.begin(number, password)

    def sign_out(self) -> None:
        """Let somebody else work here; not while a command is under way."""
        if not self._desk.state.busy:
            self._desk.session.sign_out()
            self._leave()

    async def check_again(self) -> None:
        """Somebody who was disabled does not go on. Raises ``DatabaseAway``."""
        await self._door.check_again()

    def _begin(self) -> None:
        self.take_over()
        self._desk.view.focus_list()

    def _leave(self) -> None:
        self._desk.change(actor=None, department=None, chosen=None, problem=None, revealed=None)
