"""The office's page of exceptions: what it shows, what stands behind it, and what it saves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from uuid_utils.compat import uuid7

from app.bootstrap import figures_files, open_hall
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.domain.ids import CommandId
from app.services.open_exception import open_exception
from app.services.sign_in import sign_in
from app.services.use_case import Command
from app.texts import Texts
from tests.ui.office.dressed import dressed_office
from tests.ui.office.ledger_scenes import LEDGER_SCENES, denied
from tests.ui.office.test_presenter import Screen as AnyScreen
from tests.ui.office.test_room import home, room_in, until
from tests.ui.stations import PASSWORD, SampleHall
from ui.office.ledger import LedgerPresenter
from ui.office.ledger_state import LedgerState
from ui.office.ledger_view import LedgerView
from ui.office.state import File
from ui.office.window import Page
from ui.tasks import TaskSupervisor

__all__ = ["home"]


@pytest.fixture
def ledger(qtbot: QtBot, dressed: QApplication) -> LedgerView:
    _, view, *_ = dressed_office("zh")
    qtbot.addWidget(view.window)
    view.window.resize(1366, 768)
    view.window.show()
    view.window.show_page(Page.EXCEPTIONS)
    return view


def _labels(view: LedgerView) -> str:
    return "\n".join(label.text() for label in view.units.findChildren(QLabel))


def test_every_tile_tells_its_figure_and_of_how_many(ledger: LedgerView) -> None:
    ledger.render(LEDGER_SCENES["ledger"])
    said = {tile.figure: tile.accessibleDescription() for tile in ledger.tiles}
    assert said[ExceptionFigure.REGISTERED].startswith("25 件 ")
    assert said[ExceptionFigure.ANSWERED] == "1.5 天 23 / 25 中位数；九成在 10 天以内"
    assert said[ExceptionFigure.OVERDUE].startswith("16.0% 4 / 25")


def test_where_nothing_was_answered_no_number_of_days_is_told(ledger: LedgerView) -> None:
    ledger.render(LEDGER_SCENES["ledger-empty"])
    (said,) = (t.accessibleDescription() for t in ledger.tiles if t.figure is ExceptionFigure.ANSWERED)
    assert said == "— 0 / 0 还没有答复过的"


def test_the_slowest_stand_first_and_the_longest_bar_is_full(ledger: LedgerView) -> None:
    ledger.render(LEDGER_SCENES["ledger-days"])
    lines = ledger.card.bars.accessibleDescription().splitlines()
    assert lines[0] == "人社医保 4.5 天 P90 7 天，6 / 8"
    assert ledger.card.bars.parts[0].length == 1.0


def test_who_is_named(ledger: LedgerView) -> None:
    ledger.render(LEDGER_SCENES["ledger"])
    assert "人社医保：逾期 3 件，共 8 件" in _labels(ledger)
    assert "不动产：答复 3 件，中位 1.5 个工作日" in _labels(ledger)
    ledger.render(LEDGER_SCENES["ledger-empty"])
    assert "没有逾期的单位。" in _labels(ledger)


def test_the_case_at_hand_tells_its_story(ledger: LedgerView) -> None:
    ledger.render(LEDGER_SCENES["ledger-list"])
    assert ledger.card.list.isVisible()
    said = "\n".join(label.text() for label in ledger.card.list.story.findChildren(QLabel))
    assert "已换用备用刷卡机" in said


def test_a_negative_answer_is_told_with_its_basis(ledger: LedgerView) -> None:
    scene = LEDGER_SCENES["ledger-list"]
    assert scene.listing is not None
    ledger.render(replace(scene, listing=replace(scene.listing, rows=(denied(),))))
    (entry,) = ledger.card.list.story._entries
    assert entry.detail == "滞纳金不能免除。 依据：税收征收管理法第三十二条"


@asynccontextmanager
async def at_work(hall: SampleHall) -> AsyncIterator[tuple[LedgerPresenter, AnyScreen]]:
    """The page's presenter, with two cases registered."""
    tasks, view = TaskSupervisor(lambda name, error: None), AnyScreen()
    async with open_hall(hall.url, hall.key_file, "office", "zh") as opened:
        actor = await sign_in(opened.ports, "0003", PASSWORD)
        for category in (ExceptionCategory.PAYMENT, ExceptionCategory.BIOMETRICS):
            order = Command(CommandId(uuid7()), actor)
            await open_exception(opened.ports, order, "刷卡失败", category, Channel.GUIDE_DESK)
        files = figures_files(Texts("zh"))
        presenter = LedgerPresenter(opened.ports, files, view, tasks, lambda name, error: None)  # type: ignore[arg-type]
        presenter.start()
        await presenter.reload()
        yield presenter, view
        await tasks.close()


async def test_what_stands_behind_a_category_and_what_is_saved(hall: SampleHall, tmp_path: Path) -> None:
    async with at_work(hall) as (presenter, view):
        state: LedgerState = view.last  # type: ignore[assignment]
        assert state.report is not None
        assert state.report.whole.registered == 2
        part = next(row for row in state.report.rows if row.key == ExceptionCategory.PAYMENT)
        presenter.open_list(part)
        state = await view.until(lambda s: s.listing is not None and s.listing.rows is not None)  # type: ignore[assignment]
        assert state.listing is not None
        assert [row.case.category for row in state.listing.rows or ()] == [ExceptionCategory.PAYMENT]
        for kind in File:
            presenter.save(kind, tmp_path / f"台账.{kind}")
            await view.until(lambda s: not s.is_saving)
        assert len(load_workbook(tmp_path / "台账.xlsx").worksheets) == 4
        said = "".join(page.extract_text() for page in PdfReader(tmp_path / "台账.pdf").pages)
        assert "登记：清单（支付/刷卡）" in said


async def test_the_page_follows_the_hall_in_its_window(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    async with room_in(hall, tmp_path) as room:
        QTest.keyClick(room.widget, Qt.Key.Key_F2)
        assert room.ledger_view.widget.isVisible()
        async with at_work(hall):
            state = await until(
                room.ledger_view, lambda s: s.report is not None and s.report.whole.registered == 2
            )
        assert state.by is ExceptionGrouping.CATEGORY
        bars = room.ledger_view.card.bars
        bars.setFocus()
        QTest.keyClick(bars, Qt.Key.Key_Home)
        QTest.keyClick(bars, Qt.Key.Key_Return)
        await until(room.ledger_view, lambda s: s.listing is not None and bool(s.listing.rows))
        QTest.keyClick(room.ledger_view.card.list.table, Qt.Key.Key_Escape)
        assert bars.isVisible()


def test_the_story_of_a_case_stands_beside_the_list_with_what_the_table_has_no_room_for(
    qtbot: QtBot, ledger: LedgerView
) -> None:
    ledger.render(LEDGER_SCENES["ledger-list"])
    cases = ledger.card.list
    table, story = cases.table, cases.story
    qtbot.waitUntil(lambda: story.isVisible() and table.columnWidth(2) >= 240)
    assert story.mapTo(cases, QPoint()).x() >= table.geometry().right()
    assert [fact.text() for fact in cases.facts.findChildren(QLabel)][:2] == ["系统故障", "不动产 赵*"]
