from app.ports.change_feed import Touch
from tests.ui.board.board_at_work import board_at_work
from tests.ui.stations import SampleHall
from ui.board.presenter import FLASH_SECONDS, PAGE_SECONDS
from ui.board.state import LINES_A_PAGE


async def test_a_call_made_elsewhere_comes_up_large_and_fresh(hall: SampleHall) -> None:
    async with board_at_work(hall) as board, hall.at_work() as people:
        assert board.view.last.latest is None
        await people.open(2)
        ticket = await people.issue()
        await people.call(2)
        state = await board.view.until(lambda s: s.is_flashing)
        assert state.latest is not None
        assert (state.latest.number, state.latest.counter) == (ticket.number, 2)
        assert state.latest.direction


async def test_a_call_stops_flashing_and_a_recall_flashes_again(hall: SampleHall) -> None:
    async with board_at_work(hall) as board, hall.at_work() as people:
        await people.let_recalls_be_quick()
        await people.open(2)
        await people.issue()
        await people.call(2)
        await board.view.until(lambda s: s.is_flashing)
        board.pauses.end(FLASH_SECONDS)
        settled = await board.view.until(lambda s: not s.is_flashing)
        assert settled.latest is not None
        await people.recall(2)
        again = await board.view.until(lambda s: s.is_flashing)
        assert again.latest is not None
        assert again.latest.calls == settled.latest.calls + 1


async def test_calls_made_before_the_board_was_switched_on_do_not_flash(hall: SampleHall) -> None:
    async with hall.at_work() as people:
        await people.open(2)
        await people.issue()
        await people.call(2)
        async with board_at_work(hall) as board:
            assert board.view.last.latest is not None
            assert not board.view.last.is_flashing


async def test_the_newest_call_is_the_large_one(hall: SampleHall) -> None:
    async with board_at_work(hall) as board, hall.at_work() as people:
        for counter in (2, 3):
            await people.open(counter)
            await people.issue()
        first, second = await people.call(2), await people.call(3)
        state = await board.view.until(lambda s: len(s.calls) == 2)
        assert [call.number for call in state.calls] == [second.number, first.number]
        assert [call.number for call in state.recent] == [first.number]


async def test_more_lines_than_fit_take_turns(hall: SampleHall) -> None:
    async with board_at_work(hall) as board:
        lines = board.view.last.lines
        assert len(lines) > LINES_A_PAGE
        assert board.view.last.lines_shown == lines[:LINES_A_PAGE]
        board.pauses.end(PAGE_SECONDS)
        turned = await board.view.until(lambda s: s.page == 1)
        assert turned.lines_shown == lines[LINES_A_PAGE:]
        board.pauses.end(PAGE_SECONDS)
        await board.view.until(lambda s: s.page == 0)


async def test_the_board_tells_the_hall_s_own_time(hall: SampleHall) -> None:
    async with board_at_work(hall) as board:
        now = board.view.last.now
        assert now is not None
        assert str(now.tzinfo) == "Asia/Shanghai"
        assert board.view.last.touch is Touch.CONNECTED
