"""Halls with cases in them: none, some of everything, more than a screen holds."""

from decimal import Decimal

from app.domain.case_parts import DeliveryWay, PaperForm, Procedure, Result
from app.domain.judgement import Judgement, Verdict
from app.services import case_clock, case_intake, case_progress
from app.services.case_intake import Applying, Promised
from app.services.issue_ticket import Visitor
from app.services.notices import notify_case
from app.services.open_case import HandedIn
from tests.services.at_work import CLERK, HOUSE, SHOP, TREES, HallAtWork, somebody

LATER = "IT060"
"""An item of which something may follow later."""
WATER = "IT053"
"""An item whose page names no limit at all."""
NAMES = ("王小敏", "单雄信", "秦叔宝", "程咬金", "欧阳锋", "令狐冲")
FIRM = Applying(
    somebody(7, name="周芷若", phone="13912340621"),
    Visitor(name="宋青书"),
    "青溪县古树名木保护服务有限公司",
    "91350100M000100Y43",
)


async def nothing(hall: HallAtWork) -> None:
    """An empty list."""


async def opened(hall: HallAtWork, item: str = TREES, applying: Applying | None = None) -> str:
    """A case that has just come in; its number."""
    who = applying or Applying(somebody(name=NAMES[0], phone="13812340621"))
    return (await hall.do(CLERK, case_intake.open_case, item, None, who)).row.number


async def told(hall: HallAtWork, number: str, missing: int = 2) -> None:
    """Tell that the first few materials are missing."""
    case = await hall.ports.readers.case(number)
    item = await hall.ports.readers.item(case.row.item)
    materials = item.materials_for(case.row.situation)
    judgements = tuple(
        Judgement(m.number, Verdict.MISSING if at < missing else Verdict.COMPLETE)
        for at, m in enumerate(materials)
    )
    await hall.do(CLERK, notify_case, number, judgements)


async def accepted(hall: HallAtWork, item: str = TREES, days: Decimal | None = None) -> str:
    """A case that was taken on."""
    number = await opened(hall, item)
    await hall.do(CLERK, case_intake.accept_case, number, days)
    return number


async def pledged(hall: HallAtWork) -> str | None:
    """A case accepted with a pledge, of the first item of which something may be late."""
    for row in await hall.ports.readers.items():
        item = await hall.ports.readers.item(row.code)
        late = frozenset(m.number for m in item.materials_for(None) if m.may_be_late)
        if late:
            number = await opened(hall, row.code)
            today = (await hall.ports.readers.hall()).day
            await hall.do(CLERK, case_intake.accept_case, number, Decimal(20), promised=Promised(late, today))
            return number
    return None


async def a_day(hall: HallAtWork) -> None:
    """Some of everything."""
    await opened(hall, HOUSE)
    hall.pass_time(hours=24 * 2)
    await opened(hall, SHOP)
    hall.pass_time(hours=24 * 5)
    await opened(hall, TREES, FIRM)
    told_of = await opened(hall, TREES)
    await hall.do(
        CLERK,
        case_intake.take_papers,
        told_of,
        (HandedIn(1, 2, PaperForm.COPY), HandedIn(2, 1, PaperForm.ORIGINAL, False)),
    )
    await told(hall, told_of)
    suspended = await accepted(hall, SHOP)
    await hall.do(CLERK, case_progress.suspend_case, suspended, Procedure.EXPERT_REVIEW, 15)
    decided = await accepted(hall)
    await hall.do(CLERK, case_progress.decide_case, decided, Result.GRANTED, "", "林木采伐许可证")
    filed = await accepted(hall, HOUSE, Decimal(5))
    await hall.do(CLERK, case_progress.decide_case, filed, Result.DENIED, "权属有争议")
    await hall.do(CLERK, case_progress.deliver_case, filed, DeliveryWay.POST, "王小敏")
    await pledged(hall)
    await opened(hall, WATER)
    hall.pass_time(hours=24 * 5)
    await case_clock.sweep_what_lapsed(hall.ports)


async def something_late(hall: HallAtWork) -> None:
    """A single case, of which something may follow later."""
    await opened(hall, LATER)


async def a_broken_pledge(hall: HallAtWork) -> None:
    """A case that the calendar ended, because what was pledged did not come."""
    await pledged(hall)
    hall.pass_time(hours=24 * 2)
    await case_clock.sweep_what_lapsed(hall.ports)


async def too_much(hall: HallAtWork) -> None:
    """More than a screen holds, in long words."""
    items = list(await hall.ports.readers.items())
    long = sorted(items, key=lambda row: -len(row.name))[:8]
    for at in range(36):
        who = Applying(
            somebody(at + 1, name=NAMES[at % len(NAMES)]),
            organisation=FIRM.organisation * 2 if at % 3 else "",
        )
        number = await opened(hall, long[at % len(long)].code, who)
        if at % 4 == 0:
            await told(hall, number, 99)
        hall.pass_time(hours=6)


SCENES = {
    "empty": nothing,
    "normal": a_day,
    "late": something_late,
    "broken": a_broken_pledge,
    "overfull": too_much,
}
