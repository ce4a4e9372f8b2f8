"""The sign-in's presenter: checks number and password, once at a time."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, Protocol

from app.domain.errors import NotPermitted, YiciError
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.services.sign_in import sign_in
from app.services.use_case import Ports
from ui.failures import failure_of
from ui.session import Session
from ui.sign_in.state import SignInState


class View(Protocol):
    """What the presenter needs of the screen."""

    def render(self, state: SignInState) -> None: ...


class Tasks(Protocol):
    """Owns what runs in the background."""

    def start(self, work: Coroutine[Any, Any, Any], *, name: str, replace: bool = False) -> object: ...


class SignInPresenter:
    """``signed_in`` becomes the person who may work here; ``needed`` is what the station asks of a role."""

    def __init__(self, ports: Ports, session: Session, needed: Permission, view: View, tasks: Tasks) -> None:
        self._ports, self._session, self._needed = ports, session, needed
        self._view, self._tasks = view, tasks
        self.state = SignInState()
        self.signed_in: asyncio.Future[Actor] = asyncio.get_running_loop().create_future()

    def begin(self) -> None:
        """Show the card, and the hall's name when it is there."""
        self._view.render(self.state)
        self._tasks.start(self._read_hall(), name="sign_in.hall")

    def submit(self, number: str, password: str) -> None:
        """Check number and password."""
        if not self.state.busy and not self.signed_in.done():
            self._change(busy=True, problem=None)
            self._tasks.start(self._check(number, password), name="sign_in.check")

    async def _check(self, number: str, password: str) -> None:
        try:
            actor = await sign_in(self._ports, number, password, self._session.station)
            self._must_fit(actor)
        except YiciError as error:
            self._change(busy=False, problem=failure_of(error).message)
        else:
            self._session.sign_in(actor)
            self.signed_in.set_result(actor)

    def _must_fit(self, actor: Actor) -> None:
        """Say at the door who may work here, not at the first ticket."""
        if self._needed not in PERMISSIONS[actor.role]:
            raise NotPermitted("setup.sign_in.other_station", role=actor.role)

    async def _read_hall(self) -> None:
        try:
            hall = await self._ports.readers.hall()
        except YiciError as error:
            self._change(problem=failure_of(error).message)
        else:
            self._change(hall=hall.name)

    def _change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._view.render(self.state)
