"""A whole service by keyboard, in real windows on a real hall."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.errand import Outcome
from app.domain.judgement import Verdict
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from ui.counter.state import Paper, Phase


async def test_called_served_judged_told_and_finished(
    counter: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    ticket = await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    await counter.sign_in()
    await counter.until(lambda state: state.next is not None)
    await counter.press_until(Qt.Key.Key_F2, lambda state: state.phase is Phase.CALLED)
    assert counter.state.ticket is not None
    assert counter.state.ticket.number == ticket.number
    await counter.press_until(Qt.Key.Key_F4, lambda state: state.phase is Phase.SERVING)

    count = len(counter.state.materials)
    counter.type("1")
    counter.type("2")
    counter.type("3")
    counter.type("x")
    counter.press(Qt.Key.Key_Return)
    counter.type("4")
    for _ in range(count - 4):
        counter.type("1")
    verdicts = [j.verdict for j in sorted(counter.state.draft.judgements, key=lambda j: j.material)]
    assert verdicts.count(Verdict.MISSING) == 1
    assert verdicts.count(Verdict.WRONG) == 1
    assert verdicts[3] is Verdict.NOT_APPLICABLE
    assert len(verdicts) == count

    await counter.press_until(Qt.Key.Key_F9, lambda state: state.issued)
    await counter.until(lambda state: state.print.paper is Paper.PRINTED)
    assert counter.state.issued is not None
    assert [p.text for p in counter.state.issued.problems if p.text] == ["x"]
    assert len(list((tmp_path / "paper").glob("*.pdf"))) == 1

    await counter.press_until(Qt.Key.Key_F5, lambda state: state.sheet)
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.phase is Phase.IDLE and state.busy is None)
    done = await morning.hall.ports.readers.ticket(ticket.number)
    assert done.errands[0].outcome is Outcome.NOTIFIED
    assert QApplication.focusWidget() is not None
