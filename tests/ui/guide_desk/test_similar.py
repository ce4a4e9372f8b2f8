"""While the guide tells what cannot be settled, cases like it stand beside the words."""

from tests.ui.guide_desk.room_at_work import RoomAtWork
from tests.ui.similar import KNOWN, TOLD, shown_beside
from ui.guide_desk.state import ExceptionWish


async def test_cases_like_it_stand_beside_the_words(room: RoomAtWork) -> None:
    room.room.presenter.show_exception()
    pane = room.view.exception
    assert not pane.similar.card.isVisible()
    assert KNOWN in await shown_beside(pane.similar, lambda: pane.summary.insertPlainText(TOLD), bool)
    assert pane.similar.card.isVisible()
    assert await shown_beside(pane.similar, pane.clear, lambda found: not found) == []
    assert not pane.similar.card.isVisible()


async def test_what_was_typed_before_a_restart_is_looked_for_again(room: RoomAtWork) -> None:
    pane = room.view.exception
    assert KNOWN in await shown_beside(pane.similar, lambda: pane.fill(ExceptionWish(TOLD)), bool)
