"""The slip: previewed, issued once, printed until it comes out, reprinted with a mark."""

import asyncio
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.adapters.folder_paper import FolderPaper
from app.domain.errand import Outcome
from app.domain.judgement import Verdict
from app.domain.message import Message
from app.domain.print_job import PaperKind, PrintState
from app.ports.errors import DeviceFailed
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork, counter_at_work
from tests.ui.counter.morning import CLERK, MORTGAGE, Morning, command_of, visitor
from tests.ui.prints.at_work import until
from ui.counter.intents import Intent
from ui.counter.state import Paper, Phase


class Printer:
    """Paper that runs out at will."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.empty = FolderPaper(folder), True
        self.titles: list[str] = []

    async def deliver(self, pdf: bytes, title: str) -> str:
        if self.empty:
            raise DeviceFailed("device.file_failed", path="printer", reason="no paper")
        self.titles.append(title)
        return await self._folder.deliver(pdf, title)


class SlowPrinter(Printer):
    """Takes its time to find that there is no paper."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.go_on = asyncio.Event()

    async def deliver(self, pdf: bytes, title: str) -> str:
        await self.go_on.wait()
        return await super().deliver(pdf, title)


async def judged_all(counter: CounterAtWork, morning: Morning) -> None:
    """A served ticket, the second material missing, everything else complete."""
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    for material in counter.state.materials:
        verdict = Verdict.MISSING if material.number == 2 else Verdict.COMPLETE
        counter.room.presenter.judging.judge(material.number, verdict)


def pages_text(path: Path) -> str:
    """All text of a PDF."""
    return "".join(page.extract_text() for page in PdfReader(path).pages)


async def test_the_preview_is_a_picture_and_numbers_nothing(counter: CounterAtWork, morning: Morning) -> None:
    await judged_all(counter, morning)
    await counter.room.presenter.ask(Intent.PREVIEW)
    sheet = counter.room.view.sheets.slip
    pages = [label for label in sheet.area.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(pages) == 2, "two copies"
    assert counter.state.issued is None
    counter.press(Qt.Key.Key_Return, sheet)
    await counter.until(lambda state: state.issued and state.print.paper is Paper.PRINTED)
    assert counter.state.issued is not None
    assert counter.state.issued.number.endswith("0001号")


async def test_two_keys_issue_one_slip(counter: CounterAtWork, morning: Morning, tmp_path: Path) -> None:
    await judged_all(counter, morning)
    counter.press(Qt.Key.Key_F9)
    counter.press(Qt.Key.Key_F9)
    await counter.until(lambda state: state.issued and state.print.paper is Paper.PRINTED)
    assert counter.state.desk is not None
    assert len(counter.state.desk.notices) == 1
    (paper,) = (tmp_path / "paper").glob("*.pdf")
    assert "存根" in pages_text(paper)


async def test_a_print_that_fails_is_shown_and_repeated_uncounted(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    printer = Printer(tmp_path / "out")
    async with counter_at_work(morning, tmp_path, paper=printer) as counter:
        await judged_all(counter, morning)
        counter.press(Qt.Key.Key_F9)
        state = await counter.until(lambda state: state.issued and state.print.paper is Paper.FAILED)
        assert state.issued is not None, "the slip exists whatever the printer does"
        panel = counter.room.view.body.desk.slip
        assert "no paper" in panel._note.text()
        printer.empty = False
        await counter.press_until(
            Qt.Key.Key_F9, lambda state: state.issued and state.print.paper is Paper.PRINTED
        )
        assert printer.titles == [state.issued.number]
        assert (await morning.hall.ports.readers.notice(state.issued.number)).reprints == 0


async def test_a_print_that_fails_after_its_errand_says_so_and_is_not_the_next_one_s(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    printer = SlowPrinter(tmp_path / "out")
    async with counter_at_work(morning, tmp_path, paper=printer) as counter:
        await judged_all(counter, morning)
        counter.press(Qt.Key.Key_F9)
        state = await counter.until(lambda state: state.issued and state.print.paper is Paper.PRINTING)
        assert state.issued is not None
        await counter.room.presenter.actions.hold("去复印")
        await morning.issue(ErrandWish(MORTGAGE), who=visitor(2))
        await counter.room.presenter.ask(Intent.CALL_NEXT)
        printer.go_on.set()
        told = await counter.until(lambda state: state.problem is not None)
        assert told.problem == Message("counter.slip.failed_late", {"number": state.issued.number})
        assert told.print.paper is Paper.NONE


async def test_after_a_restart_a_print_that_fails_is_told_at_its_ticket_and_not_at_the_password(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    printer = Printer(tmp_path / "out")
    async with counter_at_work(morning, tmp_path, paper=printer) as counter:
        await judged_all(counter, morning)
        counter.press(Qt.Key.Key_F9)
        state = await counter.until(lambda state: state.issued and state.print.paper is Paper.FAILED)
        assert state.issued is not None
    async with counter_at_work(morning, tmp_path, paper=printer) as counter:
        await counter.until(lambda state: state.issued)
        again = command_of(await morning.sign_in(CLERK))
        job = await counter.prints.print_again(again, PaperKind.NOTICE, state.issued.number)
        await until(counter.prints, PaperKind.NOTICE, job.paper.number, PrintState.FAILED)
        assert (counter.state.phase, counter.state.problem) == (Phase.SIGNED_OUT, None)
        assert counter.state.print.paper is Paper.FAILED, "F9 prints it again once somebody is signed in"


async def test_a_reprint_is_counted_and_marked(
    counter: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    await judged_all(counter, morning)
    counter.press(Qt.Key.Key_F9)
    await counter.until(lambda state: state.issued and state.print.paper is Paper.PRINTED)
    await counter.press_until(Qt.Key.Key_F9, lambda state: state.shown and state.shown.notice)
    counter.press(Qt.Key.Key_Return, counter.room.view.sheets.slip)
    await counter.until(lambda s: s.issued and s.issued.reprints == 1 and s.print.paper is Paper.PRINTED)
    papers = sorted((tmp_path / "paper").glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    assert ["重印" in pages_text(path) for path in papers] == [False, True]


async def test_what_was_told_before_is_marked_and_can_be_read(
    counter: CounterAtWork, morning: Morning
) -> None:
    await judged_all(counter, morning)
    await counter.room.presenter.ask(Intent.NOTICE)
    told = counter.state.issued
    assert told is not None
    await counter.press_until(Qt.Key.Key_F5, lambda state: state.sheet)
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.phase is Phase.IDLE and state.busy is None)
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    assert counter.state.told_before == {2}
    counter.room.view.body.desk.history.slip_clicked.emit(told.number)
    state = await counter.until(lambda state: state.shown is not None)
    assert state.shown is not None
    assert state.shown.notice is not None
    assert state.shown.notice.number == told.number
    assert not counter.room.view.sheets.slip.action.isVisible(), "a slip of another trip is read, not issued"


async def test_a_held_ticket_keeps_its_judgements_and_lends_them_to_nobody(
    counter: CounterAtWork, morning: Morning
) -> None:
    await judged_all(counter, morning)
    before = counter.state.draft
    await counter.room.presenter.actions.hold("去复印")
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(2))
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    assert counter.state.draft.judgements == ()
    await counter.room.presenter.actions.finish(Outcome.CONSULTED)
    await counter.room.presenter.ask(Intent.RESUME, "A001")
    assert counter.state.draft == before
