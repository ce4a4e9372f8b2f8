"""While a clerk tells what cannot be settled, cases like it stand beside the words."""

from PySide6.QtCore import Qt

from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.similar import KNOWN, TOLD, shown_beside


async def test_cases_like_it_stand_beside_the_words(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.press_until(Qt.Key.Key_F10, lambda state: state.sheet)
    sheet = counter.room.view.sheets.exception
    assert not sheet.similar.card.isVisible()
    assert KNOWN in await shown_beside(sheet.similar, lambda: sheet.summary.insertPlainText(TOLD), bool)
    assert sheet.similar.card.isVisible()
    assert sheet.summary.hasFocus()
    assert await shown_beside(sheet.similar, sheet.summary.clear, lambda found: not found) == []
    assert not sheet.similar.card.isVisible()
