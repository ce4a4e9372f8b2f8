"""The guide desk sends somebody online instead of letting them queue, and counts it."""

from uuid import UUID

from app.domain.errors import RuleBroken
from app.domain.sent_online import SentOnline
from app.domain.staff import Permission
from app.services.use_case import Work, use_case


@use_case
async def send_online(work: Work, item: str) -> SentOnline:
    """Note that somebody went to do an item online; no ticket is issued.

    Raises:
        RuleBroken: the item is cancelled, or not known to be done online.
    """
    work.actor.must(Permission.ISSUE)
    now = await work.u.now()
    day = (await work.u.hall.get()).business_day(now)
    wanted = await work.u.catalogue.in_force(item, day)
    wanted.must_be_available(day)
    if not wanted.online:
        raise RuleBroken("ticket.rule.not_online", item=wanted.name)
    sent = SentOnline(work.u.new_id(), day, now, wanted.id, item, work.actor.staff)
    await work.u.tickets.sent_online(sent)
    work.u.record(work.actor, sent.sent())
    return sent


@use_case
async def undo_send_online(work: Work, id_: UUID) -> SentOnline:
    """Somebody was not sent online after all: it was noted by mistake, and counts no longer.

    Raises:
        NotFound: it was never noted, or has been undone already.
        RuleBroken: somebody else noted it, or on another business day.
    """
    work.actor.must(Permission.ISSUE)
    day = (await work.u.hall.get()).business_day(await work.u.now())
    sent = await work.u.tickets.remove_sent_online(id_)
    work.u.record(work.actor, sent.undo(work.actor.staff, day))
    return sent
