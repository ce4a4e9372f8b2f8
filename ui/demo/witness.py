"""Who looks on while the morning is played, and may take the place of somebody at a screen."""

from enum import Enum
from typing import Protocol

from app.domain.judgement import Judgement, Verdict
from app.ports.rows import NoticeRow, TicketRow
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.notices import issue_notice
from ui.demo.hall import GUIDE, DemoHall, clerk_of
from ui.demo.script import Shortcoming, VisitEntry


class Moment(Enum):
    """A moment at a counter that is worth a look."""

    WAITING = "waiting"  # about to call the next
    CALLED = "called"  # the person is on the way
    SERVING = "serving"  # about to finish


class Witness(Protocol):
    """Lets the trip that is pictured go through the screens; all others go through the services alone."""

    async def issue(self, visit: VisitEntry, visitor: Visitor) -> TicketRow:
        """Issue the ticket of this trip at the guide desk."""
        ...

    async def tell(self, counter: int, ticket: TicketRow, visit: VisitEntry) -> NoticeRow:
        """Judge the materials at the counter and issue the one-time notice."""
        ...

    async def sees(self, moment: Moment, counter: int) -> None:
        """This is the moment at this counter."""
        ...


class Nobody:
    """Nobody looks on: everything goes through the services alone."""

    def __init__(self, hall: DemoHall) -> None:
        self._hall = hall

    async def issue(self, visit: VisitEntry, visitor: Visitor) -> TicketRow:
        """Issue the ticket."""
        first = ErrandWish(visit.item, visit.situation, visit.brought)
        wishes = (first, *(ErrandWish(item) for item in visit.then))
        return await issue_ticket(self._hall.ports, await self._hall.order(GUIDE), wishes, visitor)

    async def tell(self, counter: int, ticket: TicketRow, visit: VisitEntry) -> NoticeRow:
        """Issue the notice."""
        item = await self._hall.ports.readers.item(visit.item)
        numbers = [material.number for material in item.materials_for(visit.situation)]
        judgements = judgements_of(numbers, visit.shortcomings)
        order = await self._hall.order(clerk_of(counter))
        return await issue_notice(self._hall.ports, order, ticket.number, visit.item, judgements)

    async def sees(self, moment: Moment, counter: int) -> None:
        """Nobody does."""


def judgements_of(materials: list[int], shortcomings: tuple[Shortcoming, ...]) -> tuple[Judgement, ...]:
    """The verdict on every material of the list."""
    found = {shortcoming.material: shortcoming for shortcoming in shortcomings}
    return tuple(_judgement(number, found.get(number)) for number in materials)


def _judgement(number: int, shortcoming: Shortcoming | None) -> Judgement:
    if shortcoming is None:
        return Judgement(number, Verdict.COMPLETE)
    return Judgement(number, shortcoming.verdict, shortcoming.wrong_kind, shortcoming.text)
