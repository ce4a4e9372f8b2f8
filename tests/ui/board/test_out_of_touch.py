from pathlib import Path

from app.ports.change_feed import Touch
from app.ports.errors import DatabaseAway
from tests.postgres import PostgresServer
from tests.ui.board.board_at_work import board_at_work
from tests.ui.stations import make_template


async def test_a_board_says_that_it_is_out_of_touch_and_recovers_by_itself(
    outage_postgres: PostgresServer, tmp_path: Path
) -> None:
    hall = make_template(tmp_path, outage_postgres.url(outage_postgres.create()))
    async with board_at_work(hall) as board:
        async with hall.at_work() as people:
            await people.open(2)
            await people.issue()
            await people.call(2)
            await board.view.until(lambda s: s.latest is not None)
        outage_postgres.stop("immediate")
        lost = await board.view.until(lambda s: s.touch is Touch.LOST)
        assert lost.calls, "old calls stay, to be shown as old"
        outage_postgres.start()
        await board.view.until(lambda s: s.touch is Touch.CONNECTED)
        async with hall.at_work() as people:
            await people.open(3)
            await people.issue()
            called = await people.call(3)
        await board.view.until(lambda s: s.latest is not None and s.latest.number == called.number)
    assert all(isinstance(error, DatabaseAway) for error in board.reported)
