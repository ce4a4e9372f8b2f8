"""Signing in by number and password, the same at every desk that people take turns at."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import NotPermitted, YiciError
from app.domain.message import Message
from app.domain.staff import Permission
from app.services.sign_in import must_still_work, sign_in
from app.services.use_case import Ports
from ui.failures import failure_of
from ui.session import Session
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class SigningIn:
    """Signing in: ``busy`` while the password is checked, ``problem`` why it was refused."""

    busy: bool = False
    problem: Message | None = None


NOT_SIGNING_IN = SigningIn()


class SignIn:
    """Checks one password at a time: ``show`` is told how it stands, ``signed_in`` that somebody works here now,
    ``signed_out`` that this person may not go on.

    Who may not do what the station ``needs`` is turned away here, and not at every step later.
    """

    def __init__(
        self,
        ports: Ports,
        session: Session,
        tasks: Tasks,
        needs: Permission,
        show: Callable[[SigningIn], None],
        signed_in: Callable[[], None],
        signed_out: Callable[[], None],
    ) -> None:
        self._ports, self._session, self._tasks = ports, session, tasks
        self._needs = needs
        self._show, self._signed_in, self._signed_out = show, signed_in, signed_out
        self._busy = False

    def begin(self, number: str, password: str) -> None:
        """Check the password; a second press meanwhile does nothing."""
        if not self._busy:
            self._change(SigningIn(busy=True))
            self._tasks.start(self._check(number, password), name="sign in")

    async def check_again(self) -> None:
        """Show the door to somebody who was disabled meanwhile.

        Raises:
            DatabaseAway: nothing is known of it.
        """
        actor = self._session.actor
        if actor is None:
            return
        try:
            await must_still_work(self._ports, actor)
        except NotPermitted as error:
            if self._session.actor == actor:
                self._session.sign_out()
                self._signed_out()
                self._change(SigningIn(problem=error.message))

    async def _check(self, number: str, password: str) -> None:
        try:
            actor = await sign_in(self._ports, number, password, self._session.station, self._needs)
        except YiciError as error:
            self._change(SigningIn(problem=failure_of(error).message))
        else:
            self._session.sign_in(actor)
            self._change(NOT_SIGNING_IN)
            self._signed_in()

    def _change(self, signing_in: SigningIn) -> None:
        self._busy = signing_in.busy
        self._show(signing_in)
