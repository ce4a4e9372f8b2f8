"""Cases as in the mock-up: a hall with something overdue, something due today, and something that can wait."""

from datetime import timedelta

from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.services.exception_clock import sweep_exceptions
from tests.photos import image, scan
from tests.ui.exceptions.hall import CITIZEN, NOW, OTHER_CLERK, HallAtWork

STORY = "房产证与门牌证地址写法不一致，落不了户"
TOLD = (
    "社保关系在两地之间转移多次没有理顺",
    "出生公证要求父母结婚证，老人早已遗失",
    "医药发票与明细金额对不上，报销不予受理",
    "退休档案里的性别填错，申请更正没有改过来",
    "居住道路未命名，没有门牌地址，户口无法落",
    "同一权利人两套房，登记时误登成一套",
)
LONG = (
    "老人去世后，子女在外地分别持有三本写法不同的旧式房屋权证，原单位已撤并，档案馆、住建和规划自然资源三家"
    "互相让当事人先去另一家开证明，前后跑了九趟没有结果，现在房屋漏水要大修，施工方要求先出示有效权证"
)


async def nothing(hall: HallAtWork) -> None:
    """An empty list."""
    hall.at(NOW)


async def a_day(hall: HallAtWork) -> None:
    """Some of everything."""
    await _overdue(hall)
    await _story(hall)
    for days, told in ((6, TOLD[1]), (5, TOLD[2]), (5, TOLD[3])):
        hall.days_ago(days)
        await hall.triage(await hall.open(told))
    hall.days_ago(1)
    await hall.open("先前就医关系没有撤销，转移后的社保卡刷不了", level=ExceptionLevel.SIMPLE)
    for told in TOLD[4:]:
        hall.days_ago(1, 15)
        number = await hall.open(told, channel=Channel.GUIDE_DESK)
        await hall.triage(number, ExceptionLevel.COMPLEX, ExceptionCategory.POLICY_GAP)
        await hall.assign(number, OTHER_CLERK)
    await _closed(hall)
    hall.at(NOW)


async def worked_on(hall: HallAtWork) -> None:
    """Everything that can be owed: contact, parts, a sign-off, and what has risen; files too."""
    await a_day(hall)
    number = next(row.number for row in await hall.listed() if row.summary == STORY)
    await hall.join(number, OTHER_CLERK, "核对门牌证底册，说明两处写法的来由")
    await hall.attach(number, "房产证首页.png", image(side=400, colour="#c9b458"))
    await hall.attach(number, "门牌证扫描件.pdf", scan())
    denied = await hall.open("要求免除滞纳金", visitor=CITIZEN)
    await hall.triage(denied)
    await hall.assign(denied)
    await hall.take(denied)
    await hall.deny(denied, "滞纳金依法加收，不能免除，可申请延期缴纳。", "税收征收管理法第三十二条")
    fresh = await hall.open("人脸识别三次不过", visitor=CITIZEN, level=ExceptionLevel.SIMPLE)
    await hall.triage(fresh, ExceptionLevel.SIMPLE, ExceptionCategory.BIOMETRICS)
    await hall.assign(fresh)
    await hall.take(fresh)
    await sweep_exceptions(hall.hall.ports)


async def too_much(hall: HallAtWork) -> None:
    """More than a screen holds, in long words."""
    for days in range(60, 0, -2):
        hall.days_ago(days)
        number = await hall.open(LONG if days % 4 else TOLD[days % 6], wish=LONG[:60])
        await hall.triage(number, ExceptionLevel.COMPLEX, ExceptionCategory.SEVERAL_DEPARTMENTS)
        await hall.assign(number, "0002")
    hall.days_ago(1)
    number = await hall.open(LONG, wish=LONG, visitor=CITIZEN)
    await hall.triage(number, ExceptionLevel.SIMPLE)
    await hall.assign(number, "0002")
    await hall.take(number, "0002")
    for at in range(12):
        hall.at(NOW - timedelta(hours=12 - at))
        await hall.note(number, f"第 {at + 1} 次协调：{LONG[: 20 + at * 9]}", "0002")
    hall.at(NOW)


async def _overdue(hall: HallAtWork) -> None:
    hall.days_ago(9)
    number = await hall.open(TOLD[0])
    await hall.triage(number)
    await hall.assign(number, OTHER_CLERK)
    await hall.take(number, OTHER_CLERK)


async def _story(hall: HallAtWork) -> None:
    hall.days_ago(7)
    ticket = await hall.ticket()
    number = await hall.open(
        STORY,
        wish="不用再回老房管所开证明。",
        ticket=ticket.number,
        channel=Channel.COUNTER,
    )
    hall.days_ago(7, 14, 5)
    await hall.triage(number)
    await hall.assign(number)
    hall.days_ago(7, 15, 20)
    await hall.take(number)
    await hall.contact(number, "已电话联系，告知正在请不动产登记协查。")
    hall.days_ago(2, 9, 50)
    await hall.note(number, "请不动产登记协查，回复：两处为同一房屋。")
    hall.days_ago(0, 9, 15)
    await hall.note(number, "办法已定，等答复本人。先变更房产证地址，再落户；变更由不动产登记窗口上门取件。")


async def _closed(hall: HallAtWork) -> None:
    hall.days_ago(3)
    number = await hall.open("旧系统的缴费记录查不到，窗口要求重新缴费")
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    await hall.answer(number, "已从财政票据系统补录，不需要再缴。")
    await hall.close(number)


async def groups(hall: HallAtWork) -> None:
    """A day, with cases of one cause: one group in rectification with a check, one that is closed."""
    await a_day(hall)
    hall.days_ago(4)
    first = await hall.open("刷卡交税提示系统忙，换机仍失败")
    second = await hall.open("刷卡交不动产登记费失败，收费系统提示超时")
    group = await hall.group("刷卡机与收费系统之间的证书过期", first, second)
    await hall.plan(group, "换证书，并加到期前 30 天的提醒")
    hall.days_ago(3)
    check = await hall.ask(first)
    await hall.reply(check, OTHER_CLERK, found=True, text="社保缴费窗口两台刷卡机也用这张证书。")
    hall.days_ago(2)
    await hall.open("刷卡交税又失败，提示证书无效")
    old = await hall.open("人脸识别三次不通过")
    done = await hall.group("人脸识别终端光线不足", old)
    await hall.plan(done, "换补光灯", days=3)
    await hall.prove(done)
    await hall.review(done)
    hall.at(NOW)


async def groups_too_much(hall: HallAtWork) -> None:
    """A group that is more than a screen holds, in long words."""
    hall.days_ago(30)
    cases = [await hall.open(f"第 {at + 1} 次：{LONG}") for at in range(14)]
    group = await hall.group(LONG, *cases)
    await hall.plan(group, LONG)
    check = await hall.ask(cases[0])
    await hall.reply(check, OTHER_CLERK, found=True, text=LONG)
    hall.days_ago(10)
    await hall.plan(group, f"再定：{LONG}")
    hall.at(NOW)


SCENES = {
    "groups": groups,
    "many": groups_too_much,
    "empty": nothing,
    "normal": a_day,
    "worked": worked_on,
    "overfull": too_much,
}
