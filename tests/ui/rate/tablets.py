"""States of a tablet, and one that follows a real hall. Numbers and items are examples."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, open_hall
from app.domain.errand import Outcome
from app.domain.ids import CommandId
from app.domain.message import Message
from app.domain.rating import RatingLevel
from app.ports.change_feed import Touch
from app.ports.rows import ToRate
from app.services.calling import start
from app.services.ratings import A_PERSON
from app.services.serving import finish
from app.services.use_case import Command
from tests.ui.seen import Pauses, Seen
from tests.ui.stations import CLERKS, People, SampleHall
from ui.orders import Orders
from ui.rate.presenter import RatePresenter
from ui.rate.state import RateState
from ui.tasks import TaskSupervisor

COUNTER = 2
NAME = "国有建设用地使用权及房屋所有权转移登记（存量房买卖）"
ASKED = ToRate(UUID(int=1), UUID(int=2), "A023", NAME, datetime(2026, 3, 18, 2, 6, tzinfo=UTC))
RESTING = RateState(3, touch=Touch.CONNECTED)
ASKING = replace(RESTING, asked=ASKED)
CHOSEN = replace(ASKING, level=RatingLevel.DISSATISFIED)
FAILED = replace(CHOSEN, problem=Message("rate.problem.away"))
THANKING = replace(RESTING, thanks=True)
LOST = replace(ASKING, touch=Touch.LOST)
SCENES = {
    "rest": RESTING, "ask": ASKING, "chosen": CHOSEN, "failed": FAILED, "thanks": THANKING, "lost": LOST,
}  # fmt: skip


@dataclass
class TabletAtWork:
    """The presenter, what it shows, what it reported, its pauses, and the hall behind it."""

    presenter: RatePresenter
    view: Seen[RateState]
    reported: list[BaseException]
    pauses: Pauses
    hall: OpenHall

    async def asked(self) -> RateState:
        """The state in which it asks."""
        return await self.view.until(lambda state: state.asked is not None)


@asynccontextmanager
async def tablet_at_work(hall: SampleHall, counter: int = COUNTER) -> AsyncIterator[TabletAtWork]:
    """A tablet in touch with its hall."""
    reported: list[BaseException] = []

    def failed(_where: str, error: BaseException) -> None:
        reported.append(error)

    view, pauses, tasks = Seen[RateState](), Pauses(), TaskSupervisor(failed)
    orders = Orders(lambda: Command(CommandId(uuid7()), A_PERSON))
    async with open_hall(hall.url, hall.key_file, "tablet", "zh") as opened:
        presenter = RatePresenter(
            opened.ports, opened.feed, counter, view, tasks, orders, failed, pause=pauses
        )
        presenter.start()
        await view.until(lambda state: state.touch is Touch.CONNECTED)
        yield TabletAtWork(presenter, view, reported, pauses, opened)
        await tasks.close()


async def serve(people: People, counter: int = COUNTER) -> str:
    """A person served at a counter from call to finish; the number."""
    await people.issue()
    called = await people.call(counter)
    ports, order = people.hall.ports, people._order
    await start(ports, await order(CLERKS[counter]), counter)
    await finish(ports, await order(CLERKS[counter]), counter, Outcome.COMPLETED)
    return called.number
