"""What every worklist shows, as one frozen value; a room adds what is its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from app.domain.message import Message
from app.domain.policy import Policy
from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import HallRow
from ui.signing import NOT_SIGNING_IN, SigningIn


class Numbered(Protocol):
    """A row of the list."""

    @property
    def number(self) -> str:
        """What it is called."""


class Page(Protocol):
    """What is known of one case."""

    @property
    def row(self) -> Numbered:
        """The case as it is listed."""


class Draft(Protocol):
    """What was typed and chosen about a case but not yet done: a frozen dataclass."""

    @property
    def text(self) -> str:
        """Its words, whichever step they will serve."""


@dataclass(frozen=True, slots=True)
class WorklistState:
    """Everything at once.

    ``rows`` is None until they have been read; ``wanted`` is the number of the case that is asked for, ``page``
    what was read of it. ``soon`` is the last day that counts as near, ``days_left`` the working days until the
    page's limit, negative once it is over. ``chosen`` is the step that a person picked instead of the sensible
    one. ``busy`` while a command is under way, ``unconfirmed`` while its answer is outstanding because the hall
    is out of touch.
    """

    actor: Actor | None = None
    signing_in: SigningIn = NOT_SIGNING_IN
    hall: HallRow | None = None
    policy: Policy = Policy()
    calendar_published: bool = True
    soon: date | None = None
    rows: tuple[Numbered, ...] | None = None
    full: bool = False
    scope: StrEnum | None = None
    searched: str = ""
    wanted: str | None = None
    page: Page | None = None
    days_left: int = 0
    chosen: StrEnum | None = None
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    busy: bool = False
    unconfirmed: bool = False
    problem: Message | None = None
    touch: Touch | None = None

    @property
    def draft(self) -> Draft:
        """What was typed about the case on the page; each room knows how an empty one looks."""
        raise NotImplementedError

    @property
    def at_hand(self) -> bool:
        """Whether a step can be taken: none is under way, and the page is that of the case that is asked for."""
        return not self.busy and self.page is not None and self.page.row.number == self.wanted

    @property
    def zone(self) -> ZoneInfo:
        """The hall's zone; UTC until the hall has been read."""
        return ZoneInfo(self.hall.timezone if self.hall else "UTC")

    @property
    def year(self) -> int:
        """The hall's year; 0 until it is known."""
        return self.hall.day.year if self.hall else 0


S = TypeVar("S", bound=WorklistState)
P = TypeVar("P", bound=Page)
S_contra = TypeVar("S_contra", bound=WorklistState, contravariant=True)
