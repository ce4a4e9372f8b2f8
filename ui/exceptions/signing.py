"""Who works at the station: signing in and leaving."""

from app.domain.errors import YiciError
from app.services.sign_in import sign_in
from ui.exceptions import rules
from ui.exceptions.desk import Desk
from ui.exceptions.state import SigningIn
from ui.failures import failure_of


class Signing:
    """Lets people take turns at one station: the office directs, handlers answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take_over(self) -> None:
        """Work for whoever is signed in by now."""
        actor = self._desk.session.actor
        if actor is not None:
            self._desk.change(
                actor=actor, scope=rules.usual_scope(actor), signing_in=SigningIn(), chosen=None, problem=None
            )

    def sign_in(self, number: str, password: str) -> None:
        """Check the password; a second press meanwhile does nothing."""
        if not self._desk.state.signing_in.busy:
            self._desk.change(signing_in=SigningIn(busy=True))
            self._desk.tasks.start(self._sign_in(number, password), name="sign in")

    def sign_out(self) -> None:
        """Let somebody else work here; not while a command is under way."""
        if not self._desk.state.busy:
            self._desk.session.sign_out()
            self._desk.change(actor=None, chosen=None, problem=None)

    async def _sign_in(self, number: str, password: str) -> None:
        session = self._desk.session
        try:
            actor = await sign_in(self._desk.ports, number, password, session.station)
        except YiciError as error:
            self._desk.change(signing_in=SigningIn(problem=failure_of(error).message))
        else:
            session.sign_in(actor)
            self.take_over()
            self._desk.view.focus_list()
