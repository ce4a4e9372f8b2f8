"""What stands live beside the guide desk's search."""

from sqlalchemy import func, literal_column, select

from app.domain.ticket_table import TicketState
from app.ports.rows import GuideDesk
from db.call_order import DAY
from db.reads.lines import line_rows, waits
from db.reads.tickets import newest_first, ticket_rows
from db.reads.today import today
from db.tables import errands, tickets
from db.transaction import Transaction

_RECENT_SHOWN = 20
_USUAL_SHOWN = 30
_USUAL_TICKETS = 500
"""What so many latest tickets were for counts as usual; keys grow with time."""

_NO_SHOWS = newest_first(select(tickets).where(DAY, tickets.c.state == TicketState.NO_SHOW.value))
_RECENT = newest_first(select(tickets).where(DAY).limit(literal_column(str(_RECENT_SHOWN))))
_ISSUED = select(func.count()).where(DAY, tickets.c.is_test.is_(False))
_latest = (
    select(tickets.c.id)
    .where(tickets.c.is_test.is_(False))
    .order_by(tickets.c.id.desc())
    .limit(literal_column(str(_USUAL_TICKETS)))
    .subquery("latest")
)
_USUAL = (
    select(errands.c.item_code, func.count().label("times"))
    .select_from(_latest)
    .join(errands, errands.c.ticket_id == _latest.c.id)
    .group_by(errands.c.item_code)
    .order_by(func.count().desc(), errands.c.item_code)
    .limit(literal_column(str(_USUAL_SHOWN)))
)


async def guide_desk(t: Transaction) -> GuideDesk:
    """Lines, missed and recent tickets, and what people mostly come for."""
    at = await today(t)
    known = await waits(t, at)
    of_today = {"day": at.day}
    usual = await t.execute(_USUAL)
    return GuideDesk(
        now=at.now,
        lines=await line_rows(t, known),
        no_shows=await ticket_rows(t, at, _NO_SHOWS, of_today, known),
        recent=await ticket_rows(t, at, _RECENT, of_today, known),
        issued_today=(await t.execute(_ISSUED, of_today)).scalar_one(),
        usual_items=tuple((row.item_code, row.times) for row in usual),
    )
