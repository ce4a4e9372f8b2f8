"""A further trip for a case: the clerk scans a slip or picks the case, and the errand in hand names it."""

from app.domain import ticket_course
from app.domain.errors import RuleBroken
from app.ports.rows import TicketRow
from app.services.at_counter import save_at_counter, take_live_ticket
from app.services.use_case import Work, use_case


@use_case
async def link_case(work: Work, counter: int, number: str) -> TicketRow:
    """Let the errand in hand be for a case that is there already, whether it is supplemented, collected or asked for.

    It is counted as a trip of that case. A case taken up by mistake gives way to the right one.

    Raises:
        RuleBroken: nobody is being served, the case is over or of another item, or the errand received an
            application of its own.
    """
    at, ticket = await take_live_ticket(work, counter)
    case = await work.u.cases.by_number(number, lock=True)
    if not case.is_open:
        raise RuleBroken("case.rule.over", number=number)
    if case.item_code != ticket.errand.item_code:
        raise RuleBroken("case.rule.other_item", number=number, item=case.item_code)
    present = ticket.errand.case
    if present not in (None, case.id) and (await work.u.cases.get(present)).ticket == ticket.id:
        raise RuleBroken("ticket.rule.has_case")
    return await save_at_counter(work, at, ticket_course.take_up(ticket, case.id, at.now))
