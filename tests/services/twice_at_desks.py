"""What guide desk and counter order, twice, and what sets the hall up."""

from app.domain.errand import Outcome
from app.domain.judgement import Judgement, Verdict
from app.domain.staff import Role
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.services import calling, counters, holding, notices, serving, staff, tickets
from app.services.call_next import call_next
from app.services.import_catalogue import import_catalogue
from app.services.issue_ticket import issue_ticket
from app.services.send_online import send_online, undo_send_online
from app.services.set_up_hall import set_up_hall
from resources import resource
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    GUIDE,
    HOUSE,
    MATE,
    MATES,
    MORTGAGE,
    HallAtWork,
)
from tests.services.twice import Twice
from tests.services.use_cases import WISH


async def set_up_twice(hall: HallAtWork, twice: Twice) -> None:
    await twice(ADMINISTRATOR, import_catalogue, read_catalogue(resource("catalogue", "catalogue.json")))
    await twice(ADMINISTRATOR, set_up_hall, read_hall(resource("hall", "sample.json")), sample=True)
    await twice(ADMINISTRATOR, staff.add_staff, "0200", "赵敏", Role.CLERK, "geheim")
    await twice(ADMINISTRATOR, staff.reset_password, "0200", "geheim2")
    await twice(ADMINISTRATOR, staff.disable_staff, "0200")


async def guide_desk_twice(hall: HallAtWork, twice: Twice) -> None:
    ticket = await twice(GUIDE, issue_ticket, WISH)
    await twice(GUIDE, tickets.count_ticket_reprint, ticket.number)
    await twice(GUIDE, tickets.cancel_ticket, ticket.number, "开错")
    able = next(item.code for item in await hall.ports.readers.items() if item.online)
    sent = await twice(GUIDE, send_online, able)
    await twice(GUIDE, undo_send_online, sent.id)
    told = await twice(GUIDE, notices.consult, HOUSE, frozenset())
    await twice(GUIDE, notices.count_notice_reprint, told.number)


async def counter_twice(hall: HallAtWork, twice: Twice) -> None:
    await twice(CLERK, counters.open_counter, COUNTER)
    await twice(CLERK, counters.pause_counter, COUNTER, "午休")
    await twice(CLERK, counters.resume_counter, COUNTER)
    first, second = await hall.issue(), await hall.issue(HOUSE, MORTGAGE)
    await twice(CLERK, call_next, COUNTER)
    await twice(CLERK, calling.release, COUNTER)
    await twice(CLERK, calling.call_ticket, COUNTER, first.number, "带婴儿")
    for _ in range(2):
        hall.pass_time(minutes=1)
        await twice(CLERK, calling.recall, COUNTER)
    await twice(CLERK, calling.miss, COUNTER)
    await _missed_out(hall, first.number)
    await twice(GUIDE, tickets.revive_ticket, first.number)
    await hall.call()
    await twice(CLERK, calling.start, COUNTER)
    await twice(CLERK, holding.hold, COUNTER)
    await twice(CLERK, holding.resume, COUNTER, second.number)
    await twice(CLERK, serving.change_item, COUNTER, MORTGAGE)
    materials = (await hall.ports.readers.item(MORTGAGE)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    await twice(CLERK, notices.issue_notice, second.number, MORTGAGE, missing)
    await twice(CLERK, serving.finish, COUNTER, Outcome.NOTIFIED)
    await hall.serve()
    await hall.finish()
    await twice(CLERK, serving.undo_finish, COUNTER, second.number)
    await hall.do(MATE, counters.open_counter, MATES)
    await twice(CLERK, serving.transfer, COUNTER, "继续", to_counter=MATES)
    await hall.serve()
    await hall.do(CLERK, holding.hold, COUNTER)
    await twice(CLERK, holding.requeue, COUNTER, first.number)
    await hall.call()
    await twice(CLERK, holding.abandon, COUNTER)
    await twice(CLERK, counters.close_counter, COUNTER)


async def _missed_out(hall: HallAtWork, number: str) -> None:
    await hall.do(CLERK, calling.call_ticket, COUNTER, number, "最后一次")
    for _ in range(2):
        hall.pass_time(minutes=1)
        await hall.do(CLERK, calling.recall, COUNTER)
    await hall.do(CLERK, calling.miss, COUNTER)
