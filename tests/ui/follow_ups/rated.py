"""People who were served and said so."""

from app.domain.errand import Outcome
from app.domain.rating import RatingLevel
from app.domain.ticket_table import TicketState
from app.services.issue_ticket import Visitor
from app.services.ratings import give_rating
from tests.services.at_work import COUNTER, GUIDE, HOUSE, HallAtWork, somebody

BAD = RatingLevel.DISSATISFIED


async def rated(
    hall: HallAtWork,
    level: RatingLevel = BAD,
    comment: str = "等了很久",
    *,
    item: str = HOUSE,
    counter: int = COUNTER,
    visitor: Visitor | None = None,
) -> str:
    """Somebody is served at a counter and rates that; the number of what a bad rating opens, else nothing."""
    if (await hall.ports.readers.counter(counter)).clerk is None:
        await hall.open(counter)
    ticket = await hall.issue(item, visitor=visitor or somebody())
    served = await hall.serve(counter)
    assert (served.number, served.state) == (ticket.number, TicketState.SERVING)
    await hall.finish(Outcome.COMPLETED, counter)
    given = await hall.do(GUIDE, give_rating, ticket.number, level, item=item, comment=comment)
    return given.follow_up or ""
