"""Who works at the desk: signing in, and making room for the next."""

from app.domain.errors import YiciError
from app.services.sign_in import sign_in
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import SigningIn
from ui.session import Session


class Signing:
    """Lets people take turns at one desk; what was typed for the person in front of it stays."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk, self._session = desk, session

    def take_over(self) -> None:
        """Work for whoever is signed in by now."""
        self._desk.change(actor=self._session.actor, signing_in=SigningIn())
        if self._session.actor is not None:
            self._desk.view.focus_search()

    def sign_in(self, number: str, password: str) -> None:
        """Check the password; a second press meanwhile does nothing."""
        if not self._desk.state.signing_in.busy:
            self._desk.change(signing_in=SigningIn(busy=True))
            self._desk.tasks.start(self._sign_in(number, password), name="sign in")

    def sign_out(self) -> None:
        """Let somebody else work here; not while a ticket is being issued."""
        if not self._desk.state.busy:
            self._session.sign_out()
            self._desk.change(actor=None)

    async def _sign_in(self, number: str, password: str) -> None:
        try:
            actor = await sign_in(self._desk.ports, number, password, self._session.station)
        except YiciError as error:
            self._desk.change(signing_in=SigningIn(problem=failure_of(error).message))
        else:
            self._session.sign_in(actor)
            self.take_over()
