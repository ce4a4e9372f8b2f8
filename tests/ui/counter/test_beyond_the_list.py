"""A material beyond the list: asked for at the counter with the basis that asks for it, and never without."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.judgement import Verdict
from app.services.issue_ticket import ErrandWish
from app.texts import Language
from tests.ui.counter.counter_at_work import CounterAtWork, active, counter_at_work
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from tests.ui.counter.test_slips import pages_text
from tests.ui.sight import wholly_seen
from ui.beyond_list import BeyondList
from ui.counter import rules
from ui.counter.advice import advice
from ui.counter.intents import Intent
from ui.counter.state import Paper
from ui.judged import NOTHING_JUDGED


async def all_complete(counter: CounterAtWork, morning: Morning) -> BeyondList:
    """A served ticket of which everything listed is in order."""
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    for material in counter.state.materials:
        counter.room.presenter.judging.judge(material.number, Verdict.COMPLETE)
    return counter.room.view.body.desk.materials.beyond


async def test_it_is_refused_without_a_basis_and_told_with_one(
    counter: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    beyond = await all_complete(counter, morning)
    words = counter.room.view._words
    assert Intent.NOTICE not in rules.enabled(counter.state)
    beyond.add.click()
    counter.type("zijin zhengming")
    (row,) = beyond.rows
    assert row.problem.text() == "清单外的材料“zijin zhengming”要写明要求提交的依据；没有依据的不得要求提交。"
    assert advice(counter.state, words) == row.problem.text()
    assert Intent.NOTICE not in rules.enabled(counter.state)
    counter.press(Qt.Key.Key_Return)
    counter.type("tiaoli 10")
    assert counter.room.widget.focusWidget() is row.basis
    assert not row.problem.isVisible()
    assert advice(counter.state, words) == "清单 8 项已全部判定，0 项要补，另有清单外 1 项。"
    await counter.press_until(Qt.Key.Key_F9, lambda s: s.issued and s.print.paper is Paper.PRINTED)
    (slip,) = (tmp_path / "paper").glob("*.pdf")
    assert "zijin zhengming" in pages_text(slip)
    assert "tiaoli 10" in pages_text(slip)
    assert row.name.isReadOnly()
    assert not row.remove.isVisible()


async def test_it_is_removed_before_it_is_told_and_the_others_stay(
    counter: CounterAtWork, morning: Morning
) -> None:
    beyond = await all_complete(counter, morning)
    for name in ("first", "second"):
        beyond.add.click()
        counter.type(name)
        counter.press(Qt.Key.Key_Return)
        counter.type(f"basis of {name}")
    beyond.add.click()
    beyond.add.click()
    assert len(beyond.rows) == 3, "a row that is empty is not begun twice"
    beyond.rows[0].remove.click()
    assert [row.name.text() for row in beyond.rows] == ["second", ""]
    assert counter.room.widget.focusWidget() is beyond.add
    beyond.rows[1].remove.click()
    assert [(row.name.text(), row.basis.text()) for row in beyond.rows] == [("second", "basis of second")]
    assert [s.material.name for s in counter.state.judged.findings.shortcomings] == ["second"]
    beyond.rows[0].remove.click()
    assert counter.state.draft.beyond == NOTHING_JUDGED.beyond
    assert Intent.NOTICE not in rules.enabled(counter.state)


async def test_what_was_written_of_it_outlives_the_program(
    counter: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    beyond = await all_complete(counter, morning)
    beyond.add.click()
    QTest.keyClicks(beyond.rows[0].name, "half a name")
    await counter.room.presenter.close()
    async with counter_at_work(morning, tmp_path) as again:
        await again.sign_in()
        await again.until(lambda state: state.materials)
        (row,) = again.room.view.body.desk.materials.beyond.rows
        assert row.name.text() == "half a name"
        assert row.problem.isVisible()


@pytest.mark.qt_log_ignore(r"does not support raise\(\)")
@pytest.mark.parametrize("compact", [False, True])
async def test_the_big_button_leads_to_what_it_lacks_and_then_issues_the_slip(
    counter: CounterAtWork, morning: Morning, compact: bool
) -> None:
    beyond = await all_complete(counter, morning)
    view = counter.room.view
    beyond.add.click()
    (row,) = beyond.rows
    for field, text in ((row.name, "zijin zhengming"), (row.basis, "tiaoli 10")):
        view.body.desk._go(1)
        counter.room.presenter.switch_shape(compact)
        assert rules.primary(counter.state) is Intent.FILL_IN
        (view.bar if compact else view.body.head).button.click()
        await active(view.window)
        assert QApplication.focusWidget() is field
        counter.type(text)
    assert rules.primary(counter.state) is Intent.NOTICE
    row.remove.click()
    assert rules.primary(counter.state) is Intent.FINISH


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_stays_in_sight_with_the_keyboard_while_the_slip_below_it_grows(
    dressed: QApplication, morning: Morning, tmp_path: Path, language: Language
) -> None:
    async with counter_at_work(morning, tmp_path, language=language) as counter:
        beyond = await all_complete(counter, morning)
        materials = counter.room.view.body.desk.materials
        counter.room.presenter.judging.judge(5, Verdict.MISSING)  # the slip has something to tell already
        beyond.add.click()
        (row,) = beyond.rows
        assert wholly_seen(materials, row)
        assert QApplication.focusWidget() is row.name
        counter.type("zijin zhengming")
        counter.press(Qt.Key.Key_Return)
        assert wholly_seen(materials, row)
        counter.type("tiaoli 10")
        assert wholly_seen(materials, row)
        assert QApplication.focusWidget() is row.basis
