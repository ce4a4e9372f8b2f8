"""What a counter's tablet shows."""

from dataclasses import dataclass
from enum import Enum

from app.domain.message import Message
from app.domain.rating import RatingLevel
from app.ports.change_feed import Touch
from app.ports.rows import ToRate


class Page(Enum):
    """Which of its three pages the tablet shows."""

    REST = "rest"
    ASK = "ask"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class RateState:
    """``asked`` is what the question is about; ``level`` what the person touched, nothing until they do.

    Out of touch with the hall nothing is asked: an answer could get lost.
    """

    counter: int
    asked: ToRate | None = None
    level: RatingLevel | None = None
    busy: bool = False
    thanks: bool = False
    problem: Message | None = None
    touch: Touch | None = None

    @property
    def page(self) -> Page:
        """What is shown now."""
        if self.thanks:
            return Page.THANKS
        return Page.ASK if self.asked is not None and self.touch is not Touch.LOST else Page.REST

    @property
    def may_send(self) -> bool:
        """Whether there is an answer to send."""
        return self.level is not None and not self.busy
