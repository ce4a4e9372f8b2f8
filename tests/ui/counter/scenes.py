"""Scenes of a morning at counter 2, each arranged on a real hall; people and numbers are invented."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from app.domain.case_parts import RefusalGround
from app.domain.errand import Outcome
from app.domain.judgement import ShortcomingKind, Verdict
from app.domain.paper_code import notice_code
from app.domain.policy import Priority
from app.ports.change_feed import Touch
from app.services.call_next import call_next
from app.services.calling import start
from app.services.case_intake import open_case
from app.services.counters import open_counter, pause_counter
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import (
    MORTGAGE,
    OTHER_CLERK,
    OTHER_COUNTER,
    TRANSFER,
    WASTE,
    Morning,
    command_of,
    visitor,
)
from tests.ui.counter.trip import first_trip, serve_for
from tests.ui.similar import shown_beside
from ui.counter.intents import Intent
from ui.counter.state import Paper, Phase
from ui.shell import Connection

Scene = Callable[[CounterAtWork, Morning], Awaitable[None]]

_SITUATIONS = ("一手商品房", "离婚析产", "带押过户", "二手房赠与", "一手商品房")
_VERDICTS = {1: Verdict.NOT_APPLICABLE, 3: Verdict.WRONG, 4: Verdict.MISSING}
_REMARK = "证明上的出生日期与户口本不同，请原开具单位更正"


async def sign_in(counter: CounterAtWork, morning: Morning) -> None:
    """Nobody is signed in; the shift before left something."""
    await _line(morning, 2)
    await _serve(counter, morning)
    await counter.room.presenter.actions.hold("去复印户口本")
    await counter.room.presenter.signing.sign_out()


async def wrong_password(counter: CounterAtWork, morning: Morning) -> None:
    """A wrong password, told in place."""
    await sign_in(counter, morning)
    await counter.room.presenter.signing.sign_in("0102", "wrong")


async def idle(counter: CounterAtWork, morning: Morning) -> None:
    """People wait, one of them with a head start; others work beside."""
    await _colleague(morning)
    await _line(morning, 7)
    await counter.sign_in()
    await counter.room.presenter.refresh()


async def empty(counter: CounterAtWork, morning: Morning) -> None:
    """Nobody waits."""
    await counter.sign_in()


async def called(counter: CounterAtWork, morning: Morning) -> None:
    """Called for the second time."""
    await idle(counter, morning)
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    morning.pass_minutes(0.5)
    await counter.room.presenter.ask(Intent.RECALL)
    morning.pass_minutes(0.3)
    await counter.room.presenter.refresh()


async def serving(counter: CounterAtWork, morning: Morning) -> None:
    """Half an hour into the morning: two held, one served, everything judged."""
    await _colleague(morning)
    await _line(morning, 6)
    await _serve(counter, morning)
    await counter.room.presenter.actions.hold("去复印：户口本")
    morning.pass_minutes(9)
    await _served_before(counter, morning)
    await _judge(counter)


async def beyond(counter: CounterAtWork, morning: Morning) -> None:
    """Two materials beyond the list: one founded, one still without its basis."""
    await serving(counter, morning)
    materials = counter.room.view.body.desk.materials
    for name, basis in (("监护关系公证书", "《不动产登记操作规范》1.8.4.2"), ("社区居住证明", "")):
        materials.beyond.add.click()
        made = materials.beyond.rows[-1]
        made.name.insert(name)
        made.basis.setFocus()
        made.basis.insert(basis)


async def told(counter: CounterAtWork, morning: Morning) -> None:
    """The slip is issued and printed."""
    await serving(counter, morning)
    await counter.room.presenter.ask(Intent.NOTICE)
    await counter.until(lambda state: state.print.paper is Paper.PRINTED)


async def just_done(counter: CounterAtWork, morning: Morning) -> None:
    """Idle again after a finish that can be taken back, with held tickets."""
    await told(counter, morning)
    await counter.room.presenter.actions.finish(Outcome.NOTIFIED)
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.room.presenter.actions.finish(Outcome.ACCEPTED)
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.room.presenter.actions.finish(Outcome.ACCEPTED)
    morning.pass_minutes(1)
    await counter.room.presenter.refresh()


async def paused(counter: CounterAtWork, morning: Morning) -> None:
    """Paused for a reason."""
    await idle(counter, morning)
    await counter.room.presenter.actions.pause("取件送件：10:20 回来")
    morning.pass_minutes(3)
    await counter.room.presenter.refresh()


async def closed(counter: CounterAtWork, morning: Morning) -> None:
    """Closed, the clerk still signed in."""
    await idle(counter, morning)
    await counter.room.presenter.ask(Intent.CLOSE)


async def away(counter: CounterAtWork, morning: Morning) -> None:
    """Out of touch in mid-service."""
    await serving(counter, morning)
    _lose_touch(counter)


async def favoured(counter: CounterAtWork, morning: Morning) -> None:
    """The counter favours the line of the next ticket."""
    await idle(counter, morning)
    desk = counter.state.desk
    assert desk is not None
    counter.room.presenter.screen.change(desk=replace(desk, preferences={"A": timedelta(minutes=5)}))


async def favoured_only(counter: CounterAtWork, morning: Morning) -> None:
    """Nothing but the preference moves the next ticket."""
    await just_done(counter, morning)
    desk = counter.state.desk
    assert desk is not None
    counter.room.presenter.screen.change(desk=replace(desk, preferences={"A": timedelta(minutes=5)}))


async def overfull(counter: CounterAtWork, morning: Morning) -> None:
    """Eleven materials, long names, thirty waiting, several held, everything wrong."""
    for serial in range(4):
        await morning.issue(ErrandWish(TRANSFER, "二手房赠与"), who=visitor(200 + serial))
    await counter.sign_in()
    for reason in ("去复印：户口本、结婚证、身份证、房产证和全部附件", "等银行回执", "去缴费"):
        await counter.room.presenter.ask(Intent.CALL_NEXT)
        await counter.room.presenter.ask(Intent.START)
        await counter.room.presenter.actions.hold(reason)
        morning.pass_minutes(8)
    await _line(morning, 28)
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.room.presenter.actions.change_item(WASTE, "工地渣土处置")
    for material in counter.state.materials:
        counter.room.presenter.judging.judge(material.number, Verdict.WRONG)
        counter.room.presenter.judging.write_remark(material.number, _REMARK)


async def overfull_idle(counter: CounterAtWork, morning: Morning) -> None:
    """Thirty waiting."""
    await _line(morning, 30)
    morning.pass_minutes(30)
    await counter.sign_in()


async def with_similar(counter: CounterAtWork, morning: Morning) -> None:
    """An exception being told, with cases like it beside the words."""
    await with_sheet(serving, Intent.EXCEPTION)(counter, morning)
    sheet = counter.room.view.sheets.exception
    told = "刷卡交税提示系统忙，换了一台机器也刷不了"
    await shown_beside(sheet.similar, lambda: sheet.summary.setPlainText(told), bool)


def with_sheet(scene: Scene, intent: Intent) -> Scene:
    """The scene with an open sheet."""

    async def arranged(counter: CounterAtWork, morning: Morning) -> None:
        await scene(counter, morning)
        nxt = (
            counter.state.desk.queue[1].number
            if counter.state.desk and len(counter.state.desk.queue) > 1
            else None
        )
        await counter.room.presenter.ask(intent, nxt)

    return arranged


def closing(scene: Scene) -> Scene:
    """The scene with its window being closed."""

    async def arranged(counter: CounterAtWork, morning: Morning) -> None:
        await scene(counter, morning)
        counter.room.view.window.close()

    return arranged


async def refusing(counter: CounterAtWork, morning: Morning) -> None:
    """The finish asks on which ground it is refused, and where to turn."""
    await with_sheet(serving, Intent.FINISH)(counter, morning)
    sheet = counter.room.view.sheets.finish
    sheet._list.select(Outcome.REFUSED)
    grounds = sheet._refusal.fields.ground
    grounds.setCurrentIndex(list(RefusalGround).index(RefusalGround.OTHER_AUTHORITY))
    grounds.activated.emit(grounds.currentIndex())


def in_bar(scene: Scene) -> Scene:
    """The scene as the compact bar."""

    async def arranged(counter: CounterAtWork, morning: Morning) -> None:
        await scene(counter, morning)
        counter.room.presenter.switch_shape(True)

    return arranged


async def further_trip(counter: CounterAtWork, morning: Morning) -> None:
    """Somebody comes again with what was missing; some of it is ticked off."""
    await first_trip(counter, morning)
    await serve_for(counter, morning)
    await counter.room.presenter.ask(Intent.CASE)
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    ticks = counter.room.view.sheets.case.ticks
    next(iter(ticks.rows.values())).tick.click()


async def scanned_document(counter: CounterAtWork, morning: Morning) -> None:
    """The receipt of the person's case was scanned."""
    await counter.sign_in()
    await serve_for(counter, morning)
    actor = counter.state.actor
    assert actor is not None
    page = await open_case(morning.hall.ports, command_of(actor), MORTGAGE, with_receipt=True)
    await counter.room.presenter.ask(Intent.CASE)
    counter.room.view.sheets.case.scan(f"yici:document/{page.documents[0].id}")
    await counter.until(lambda state: state.cases is not None and state.cases.verified)


async def scanned_slip(counter: CounterAtWork, morning: Morning) -> None:
    """Nobody is served, and somebody shows the slip of an earlier trip."""
    notice = await first_trip(counter, morning)
    await _line(morning, 3)
    await counter.room.presenter.refresh()
    await counter.room.presenter.papers.look_up(notice_code(notice.id))


SCENES: dict[str, Scene] = {
    "sign-in": sign_in,
    "wrong-password": wrong_password,
    "idle": idle,
    "empty": empty,
    "called": called,
    "serving": serving,
    "beyond": beyond,
    "told": told,
    "just-done": just_done,
    "paused": paused,
    "closed": closed,
    "overfull": overfull,
    "overfull-idle": overfull_idle,
    "sheet-finish": with_sheet(serving, Intent.FINISH),
    "sheet-refuse": refusing,
    "sheet-hold": with_sheet(serving, Intent.HOLD),
    "sheet-transfer": with_sheet(serving, Intent.TRANSFER),
    "sheet-exception": with_sheet(serving, Intent.EXCEPTION),
    "sheet-exception-similar": with_similar,
    "sheet-case": further_trip,
    "sheet-case-scanned": scanned_document,
    "sheet-case-scanned-bar": in_bar(scanned_document),
    "scanned": scanned_slip,
    "sheet-item": with_sheet(serving, Intent.CHANGE_ITEM),
    "sheet-preview": with_sheet(serving, Intent.PREVIEW),
    "sheet-abandon": with_sheet(serving, Intent.ABANDON),
    "sheet-call": with_sheet(idle, Intent.CALL_TICKET),
    "sheet-hand-over": with_sheet(idle, Intent.HAND_OVER),
    "away": away,
    "favoured": favoured,
    "favoured-only": favoured_only,
    "closing": closing(idle),
    "closing-served": closing(serving),
    "closing-away": closing(away),
    "bar-idle": in_bar(idle),
    "bar-away": in_bar(away),
    "bar-empty": in_bar(empty),
    "bar-closed": in_bar(closed),
    "bar-called": in_bar(called),
    "bar-serving": in_bar(serving),
    "bar-paused": in_bar(paused),
    "bar-sheet": in_bar(with_sheet(serving, Intent.HOLD)),
}


def _lose_touch(counter: CounterAtWork) -> None:
    counter.room.view.show_touch(Connection(Touch.LOST, counter.room.view.clock.now()))
    counter.room.presenter.touch_changed(False)


async def _line(morning: Morning, count: int) -> None:
    """People come every few minutes; the fifth has a head start."""
    for serial in range(count):
        situation = _SITUATIONS[serial % len(_SITUATIONS)]
        special = serial % 5 == 4
        priority = Priority.ELDERLY if special else Priority.ORDINARY
        wishes = [
            ErrandWish(TRANSFER, situation)
            if serial % 3
            else ErrandWish(MORTGAGE, None, frozenset({1, 2, 3, 4, 5}))
        ]
        if serial % 3 == 0:
            wishes.append(ErrandWish("IT069"))
        await morning.issue(*wishes, who=visitor(serial + 1, "李四" if special else "张三", priority))
        morning.pass_minutes(2)
    morning.pass_minutes(6)


async def _colleague(morning: Morning) -> None:
    """Counter 3 serves, counter 4 is paused."""
    clerk, other = await morning.sign_in(OTHER_CLERK), await morning.sign_in("0104")
    ports = morning.hall.ports
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(99))
    await open_counter(ports, command_of(clerk), OTHER_COUNTER)
    await call_next(ports, command_of(clerk), OTHER_COUNTER)
    await start(ports, command_of(clerk), OTHER_COUNTER)
    await open_counter(ports, command_of(other), 4)
    await pause_counter(ports, command_of(other), 4, "取件，10:20 回")


async def _serve(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    await counter.room.presenter.refresh()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.until(lambda state: state.phase is Phase.SERVING)


async def _served_before(counter: CounterAtWork, morning: Morning) -> None:
    """The person was here before, was told something, and comes back with two errands."""
    presenter = counter.room.presenter
    who = visitor(55)
    await morning.issue(ErrandWish(MORTGAGE), who=who)
    desk = counter.state.desk
    assert desk is not None
    await presenter.refresh()
    newest = max(counter.state.desk.queue, key=lambda t: t.number) if counter.state.desk else None
    assert newest is not None
    await presenter.actions.call_ticket(newest.number, "补完材料回来")
    await presenter.ask(Intent.START)
    await _judge(counter)
    await presenter.ask(Intent.NOTICE)
    await presenter.actions.finish(Outcome.NOTIFIED)
    morning.pass_minutes(20)
    again = await morning.issue(ErrandWish(MORTGAGE), ErrandWish("IT069"), who=who)
    await presenter.refresh()
    await presenter.actions.call_ticket(again.number, "补完材料回来")
    await presenter.ask(Intent.START)
    morning.pass_minutes(6.7)
    await presenter.refresh()


async def _judge(counter: CounterAtWork) -> None:
    judging = counter.room.presenter.judging
    for at, material in enumerate(counter.state.materials):
        verdict = _VERDICTS.get(at, Verdict.COMPLETE)
        judging.judge(material.number, verdict)
        if verdict is Verdict.WRONG:
            judging.choose_kind(material.number, ShortcomingKind.INCONSISTENT)
            judging.write_remark(material.number, _REMARK)
