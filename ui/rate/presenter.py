"""The tablet's presenter: asks when something was finished at its counter, and stops by itself."""

import asyncio
from collections.abc import Callable
from uuid import UUID

from app.domain.errors import RuleBroken
from app.domain.events import Topic
from app.domain.message import Message
from app.domain.rating import ASKED_FOR, RatingLevel
from app.ports.change_feed import ChangeFeed
from app.ports.errors import DatabaseAway
from app.ports.rows import ToRate
from app.services.ratings import rate_at_counter
from app.services.use_case import Command, Ports
from ui.onlooker import Onlooker, View
from ui.orders import Orders
from ui.rate.state import RateState
from ui.refresh import Pause
from ui.tasks import Tasks

ASK_SECONDS = ASKED_FOR.total_seconds()
THANKS_SECONDS = 4.0

TOPICS = (Topic.TICKETS, Topic.RATINGS)


class RatePresenter(Onlooker[RateState]):
    """What it sends ends its own question, so it reads that again too."""

    def __init__(
        self,
        ports: Ports,
        feed: ChangeFeed,
        counter: int,
        view: View[RateState],
        tasks: Tasks,
        orders: Orders,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        super().__init__("rate", RateState(counter), feed, TOPICS, view, tasks, failed, pause=pause)
        self._ports, self._tasks, self._orders = ports, tasks, orders
        self._closed: UUID | None = None

    async def reload(self) -> None:
        """Read what is to be asked. Raises DatabaseAway."""
        found = await self._ports.readers.to_rate(self._state.counter)
        if found is not None and found.errand == self._closed:
            found = None
        if found != self._state.asked:
            self._ask(found)

    def choose(self, level: RatingLevel) -> None:
        """The person touched a level; another touch changes it, and nothing is sent yet."""
        if self._state.asked is not None and not self._state.busy:
            self._change(level=level, problem=None)

    def send(self, comment: str) -> None:
        """Send the answer; without a level there is none."""
        asked, level = self._state.asked, self._state.level
        if asked is not None and level is not None and self._state.may_send:
            self._change(busy=True, problem=None)
            self._tasks.run_command(self._send(asked, level, comment), name="rate.send")

    def close_question(self) -> None:
        """The person would rather not say (自愿): the question goes away, and does not come back."""
        if not self._state.busy:
            self._close()

    def _ask(self, found: ToRate | None) -> None:
        """Ask about this, or about nothing any more; what was touched for somebody else is gone."""
        if found is not None:
            self._tasks.start(self._close_later(found), name="rate.close", replace=True)
        self._change(asked=found, level=None, problem=None, thanks=self._state.thanks and found is None)

    async def _close_later(self, asked: ToRate) -> None:
        await self._pause(ASK_SECONDS)
        if self._state.asked == asked and not self._state.busy:
            self._close()

    def _close(self) -> None:
        self._closed = self._state.asked.errand if self._state.asked else self._closed
        self._ask(None)

    async def _send(self, asked: ToRate, level: RatingLevel, comment: str) -> None:
        counter = self._state.counter

        async def give(command: Command) -> object:
            return await rate_at_counter(
                self._ports, command, counter, asked.ticket, asked.errand, level, comment
            )

        try:
            await self._orders.give((asked.errand, level, comment), give)
        except DatabaseAway:
            self._change(busy=False, problem=Message("rate.problem.away"))
        except RuleBroken as broken:
            self._change(busy=False, problem=broken.message)
        except BaseException:
            self._change(busy=False)
            raise
        else:
            self._closed = asked.errand
            self._tasks.start(self._end_thanks(), name="rate.thanks", replace=True)
            self._change(busy=False, asked=None, level=None, thanks=True)

    async def _end_thanks(self) -> None:
        await self._pause(THANKS_SECONDS)
        self._change(thanks=False)
