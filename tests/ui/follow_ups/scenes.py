"""A week of ratings: something overdue, something due today, something appealed against, and what is on file."""

from app.domain.rating import RatingLevel
from app.services import follow_ups
from app.services.follow_up_clock import sweep_follow_ups
from app.services.issue_ticket import ANYBODY
from tests.services.at_work import CLERK, MATE, MORTGAGE, SUPERVISOR, HallAtWork, somebody
from tests.ui.follow_ups.rated import rated

HANDLER = "0105"
LONG = (
    "来了三次，每次说的材料都不一样，第一次说要原件，第二次说复印件也行但要盖章，第三次又说要到原单位重新开，"
    "问能不能一次说清楚，窗口的人说规定就是这样，排在后面的人也都听见了，最后还是没有办成"
)


async def nothing(hall: HallAtWork) -> None:
    """An empty list."""


async def a_week(hall: HallAtWork) -> None:
    """Some of everything."""
    await _closed(hall)
    late = await rated(hall, RatingLevel.VERY_DISSATISFIED, "等了两个小时，没人说一声为什么")
    await hall.do(SUPERVISOR, follow_ups.assign_follow_up, late, HANDLER, "请当天联系")
    await hall.do(HANDLER, follow_ups.contact_follow_up, late, "本人说叫号后窗口没人，等了四十分钟")
    hall.pass_time(hours=48)
    await _appealed(hall)
    hall.pass_time(hours=24 * 3)
    story = await rated(hall, comment="窗口说一遍，导办台说一遍，两样")
    await hall.do(SUPERVISOR, follow_ups.assign_follow_up, story, MATE)
    await rated(hall, item=MORTGAGE, counter=3, visitor=ANYBODY, comment="")
    hall.pass_time(hours=24)
    await rated(hall, comment="态度生硬", visitor=somebody(7, name="欧阳静雯"))
    await hall.do(SUPERVISOR, follow_ups.extend_follow_up, story, "牵涉导办台和两个部门")
    await sweep_follow_ups(hall.ports)


async def too_much(hall: HallAtWork) -> None:
    """More than a screen holds, in long words."""
    for at in range(30):
        level = RatingLevel.VERY_DISSATISFIED if at % 3 else RatingLevel.DISSATISFIED
        number = await rated(hall, level, LONG[: 40 + at * 3], visitor=somebody(at + 1))
        if at % 4 == 0:
            await hall.do(SUPERVISOR, follow_ups.assign_follow_up, number, HANDLER)
        if at % 7 == 6:
            hall.pass_time(hours=24)
    for at in range(12):
        await hall.do(SUPERVISOR, follow_ups.note_follow_up, number, f"第 {at + 1} 次：{LONG[: 20 + at * 8]}")


async def _closed(hall: HallAtWork) -> None:
    number = await rated(hall, comment="收费没有提前说")
    await hall.do(SUPERVISOR, follow_ups.contact_follow_up, number, "已致电")
    await hall.do(SUPERVISOR, follow_ups.put_right_follow_up, number, "收费标准贴到窗口")
    await hall.do(SUPERVISOR, follow_ups.ask_follow_up, number, True, "知道了")
    await hall.do(SUPERVISOR, follow_ups.close_follow_up, number)


async def _appealed(hall: HallAtWork) -> None:
    number = await rated(hall, comment="系统一直转圈，白跑一趟")
    hall.pass_time(hours=24)
    await hall.do(CLERK, follow_ups.appeal_rating, number, "省系统停机，全厅都办不了")
    await hall.do(SUPERVISOR, follow_ups.assign_follow_up, number, HANDLER)
    await hall.do(HANDLER, follow_ups.contact_follow_up, number, "已致电，说明是省系统停机")
    await hall.do(HANDLER, follow_ups.put_right_follow_up, number, "停机时由导办台先告知")


SCENES = {"empty": nothing, "normal": a_week, "overfull": too_much}
