"""Who is signed in at this station."""

from uuid_utils.compat import uuid7

from app.domain.errors import NotPermitted
from app.domain.ids import CommandId
from app.domain.staff import Actor
from app.services.use_case import Command


class Session:
    """Who is signed in at this station, and the commands that this person gives."""

    def __init__(self, station: str, actor: Actor | None = None) -> None:
        self.station = station
        self.actor = actor

    def sign_in(self, actor: Actor) -> None:
        """This person acts from now on."""
        self.actor = actor

    def sign_out(self) -> None:
        """Nobody is signed in any more."""
        self.actor = None

    def command(self) -> Command:
        """A new command of the person who is signed in. Make it when the intent happens, keep it for a repetition.

        Raises:
            NotPermitted: nobody is signed in.
        """
        if self.actor is None:
            raise NotPermitted("setup.rule.nobody_signed_in")
        return Command(CommandId(uuid7()), self.actor)
