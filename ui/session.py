"""Who is signed in at this station."""

from collections.abc import Callable

from uuid_utils.compat import uuid7

from app.domain.errors import NotPermitted
from app.domain.ids import CommandId
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.services.use_case import Command


class Session:
    """Who is signed in at this station, and the commands that this person gives."""

    def __init__(self, station: str, actor: Actor | None = None) -> None:
        self.station = station
        self.actor = actor
        self._watchers: list[Callable[[], None]] = []

    def watch(self, told: Callable[[], None]) -> None:
        """Tell of everybody who comes or leaves: for rooms with more than one page to sign in at."""
        self._watchers.append(told)

    def who_may(self, permission: Permission) -> Actor | None:
        """Who is signed in, where this person has the permission."""
        actor = self.actor
        return actor if actor is not None and permission in PERMISSIONS[actor.role] else None

    def sign_in(self, actor: Actor) -> None:
        """This person acts from now on."""
        self.actor = actor
        self._tell()

    def sign_out(self) -> None:
        """Nobody is signed in any more."""
        self.actor = None
        self._tell()

    def command(self) -> Command:
        """A new command of the person who is signed in. Make it when the intent happens, keep it for a repetition.

        Raises:
            NotPermitted: nobody is signed in.
        """
        if self.actor is None:
            raise NotPermitted("setup.rule.nobody_signed_in")
        return Command(CommandId(uuid7()), self.actor)

    def _tell(self) -> None:
        for told in self._watchers:
            told()
