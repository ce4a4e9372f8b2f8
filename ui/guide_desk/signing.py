"""Who works at the desk: signing in, and making room for the next."""

from app.domain.staff import Permission
from ui.guide_desk.desk import Desk
from ui.session import Session
from ui.signing import SignIn


class Signing:
    """Lets people take turns at one desk; what was typed for the person in front of it stays."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk, self._session = desk, session
        self._door = SignIn(
            desk.ports, session, desk.tasks, Permission.ISSUE,
            lambda state: desk.change(signing_in=state), self.take_over, self.take_over,
        )  # fmt: skip

    def take_over(self) -> None:
        """Work for whoever is signed in by now."""
        self._desk.change(actor=self._session.actor)
        if self._session.actor is not None:
            self._desk.view.focus_search()

    def sign_in(self, number: str, password: str) -> None:
        """Check the password, and begin."""
        self._door.begin(number, password)

    async def check_again(self) -> None:
        """Somebody who was disabled does not go on. Raises ``DatabaseAway``."""
        await self._door.check_again()

    def sign_out(self) -> None:
        """Let somebody else work here."""
        self._session.sign_out()
        self._desk.change(actor=None)
