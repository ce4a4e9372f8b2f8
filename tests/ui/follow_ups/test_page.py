"""The page in its real window: reads as a to-do list and as a story, and goes by keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.follow_up_table import FollowUpAction, FollowUpState
from app.domain.rating import RatingLevel
from app.services.follow_up_clock import sweep_follow_ups
from app.services.follow_ups import appeal_rating, assign_follow_up
from app.services.issue_ticket import ANYBODY
from tests.services.at_work import CLERK, GUIDE, MATE, SUPERVISOR, HallAtWork
from tests.services.test_ratings import closed_at_once
from tests.ui.follow_ups.rated import rated
from tests.ui.follow_ups.station import station_in
from tests.ui.worklists import CTRL
from ui.exceptions.room import Page
from ui.follow_ups.state import Pane, Scope
from ui.follow_ups.view_head import way_of

Key = Qt.Key


async def test_the_list_is_by_what_is_due(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    await rated(hall)
    hall.pass_time(hours=24)
    await rated(hall, RatingLevel.VERY_DISSATISFIED, "")
    hall.pass_time(hours=24)
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        assert [(e.title, e.lead, e.lead_tone if e.lead else "") for e in station.entries] == [
            ("已逾期 1", "", ""),
            ("不满意：等了很久", "3月19日，待联系", "danger"),
            ("今天到期 1", "", ""),
            ("非常不满意：国有建设用地使用权及房屋所有权登记（转移登记）", "今天，待联系", "warn"),
        ]


async def test_the_page_is_a_story_that_ends_with_what_is_owed(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await rated(hall, comment="窗口说一遍，导办台说一遍，两样")
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        station.press(Key.Key_Return)
        assert QApplication.focusWidget() is station.work.case.area.text
        station.type("shuo bu qing")
        station.press(Key.Key_Return, CTRL)
        await station.until(lambda s: s.page and s.page.row.state is FollowUpState.CONTACTED)
        told = [(entry.lead, entry.text, entry.detail) for entry in station.work.case._story._entries]
        assert told == [
            ("张*", "评价“不满意”（窗口屏），3月19日前联系", "窗口说一遍，导办台说一遍，两样"),
            ("赵*", "联系了本人，3月25日前整改好", "shuo bu qing"),
            ("赵*", "整改，写明查清了什么、怎么改的", ""),
        ]


async def test_who_left_no_phone_is_not_contacted_but_what_happened_found_out(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await rated(hall, visitor=ANYBODY)
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        area, story = station.work.case.area, station.work.case._story
        assert story._entries[-1].text == "查清怎么回事（没有留电话，不能联系本人）"
        assert area.button.text() == "记下查到的情况"
        station.press(Key.Key_Return)
        station.type("wen guo chuang kou")
        station.press(Key.Key_Return, CTRL)
        await station.until(lambda s: s.page and s.page.row.state is FollowUpState.CONTACTED)
        assert story._entries[1].text == "查了情况，3月25日前整改好"
        assert area.button.text() == "整改完成"


async def test_a_warning_by_rule_stands_in_the_story(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await rated(hall)
    hall.pass_time(hours=24 * 7)
    await sweep_follow_ups(hall.ports)
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        warning = station.work.case._story._entries[1]
        assert (warning.lead, warning.text, warning.when) == ("按规则", "预警：3月25日到期", "3月20日 00:00")


async def test_a_step_that_is_barred_says_why(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await rated(hall)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        station.room.presenter.listing.show(Scope.OPEN)
        await station.until(lambda s: s.page is not None)
        area = station.work.case.area
        assert not area.others[FollowUpAction.CONTACT].isEnabled()
        assert area.barred.text() == f"{number} 由其他人员承办，只能由承办人操作。"
        handlers = area.forms[FollowUpAction.ASSIGN]
        station.room.presenter.acting.choose(FollowUpAction.ASSIGN)
        offered = [key for key, _ in handlers.handler._options]  # type: ignore[attr-defined]
        assert MATE in offered
        assert CLERK not in offered


async def test_who_was_rated_can_appeal_from_the_keyboard(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await rated(hall)
    hall.pass_time(hours=24)
    async with station_in(hall, tmp_path, CLERK) as station:
        await station.until(lambda s: s.rows == ())
        assert station.work.case.area.isVisible() is False
        station.press(Key.Key_N, CTRL)
        form = station.work.appeal
        assert QApplication.focusWidget() is form.number
        station.type(number[-4:])
        form.reason.setFocus()
        station.type("jiao hao xi tong huai le")
        station.press(Key.Key_Return, CTRL)
        await station.until(lambda s: not s.busy and s.pane is None)
        assert form.reason.toPlainText() == ""


async def test_what_was_closed_and_is_appealed_against_is_owed_again(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await closed_at_once(hall)
    hall.pass_time(hours=24)
    await hall.do(CLERK, appeal_rating, number, "叫号系统坏了")
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        assert [(e.title, e.lead) for e in station.entries] == [
            ("不急 1", ""), ("非常不满意：等太久", "3月26日，待复核申诉"),
        ]  # fmt: skip
        entries = station.work.case._story._entries
        assert [(e.lead, e.text, e.when) for e in entries[-2:]] == [
            ("何*", "申诉，3月26日前复核", "今天 09:00"), ("政务办", "复核被评价人的申诉", "3月26日前"),
        ]  # fmt: skip
        assert station.state.page is not None
        assert way_of(station.state.page)[-2:] == (FollowUpState.CLOSED, FollowUpState.APPEALED)


async def test_what_one_was_given_is_told_once_it_is_enough(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await rated(hall)
    hall.pass_time(hours=24)
    async with station_in(hall, tmp_path, CLERK) as station:
        await station.until(lambda s: s.own is not None)
        told = [label.text() for label in station.work.context._own.findChildren(QLabel)]
        assert "评价太少，不显示" in told
        assert "差评合计" not in told


async def test_the_pages_of_the_station_share_who_is_signed_in(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await rated(hall)
    async with station_in(hall, tmp_path, None) as station:
        await station.until(lambda s: s.hall is not None)
        whole = station.whole  # type: ignore[attr-defined]
        card = station.room.view.sign_in.card
        assert card.isVisible()
        card.submitted.emit(SUPERVISOR, "sample")
        await station.until(lambda s: s.actor is not None and s.rows)
        whole.pages.go(Page.EXCEPTIONS)
        assert whole.presenter.state.actor == station.state.actor
        assert whole.view.work.isVisible()
        whole.window.signed_out.emit()
        assert (whole.presenter.state.actor, station.state.actor, station.state.rows) == (None, None, None)
        assert whole.view.sign_in.card.isAncestorOf(QApplication.focusWidget())


async def test_who_has_no_business_with_ratings_is_asked_to_sign_in(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await rated(hall)
    async with station_in(hall, tmp_path, GUIDE) as station:
        await station.until(lambda s: s.hall is not None)
        whole = station.whole  # type: ignore[attr-defined]
        assert whole.presenter.state.actor is not None
        assert station.state.actor is None
        assert station.room.view.sign_in.card.isVisible()
        card = station.room.view.sign_in.card
        card.submitted.emit(GUIDE, "sample")
        refused = await station.until(lambda s: s.signing_in.problem)
        assert refused.signing_in.problem is not None
        assert refused.signing_in.problem.code == "staff.rule.not_here"


async def test_function_keys_lead_from_list_to_list(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.rows == ())
        whole = station.whole  # type: ignore[attr-defined]
        station.press(Key.Key_F1)
        assert whole.view.work.isVisible()
        station.press(Key.Key_N, CTRL)
        assert whole.view.work.new.isVisible()
        station.press(Key.Key_F2)
        assert station.work.isVisible()
        assert station.state.pane is not Pane.APPEAL


async def test_english_says_everything(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    await rated(hall)
    async with station_in(hall, tmp_path, SUPERVISOR, language="en") as station:
        await station.until(lambda s: s.page is not None and s.staff)
        assert next(entry.title for entry in station.entries if entry.head) == "Due soon 1"
        assert station.work.case.area.button.text() == "Contacted"
