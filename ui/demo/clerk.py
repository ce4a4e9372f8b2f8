"""A clerk at a counter: calls who is next, waits for the person, serves, ends with an outcome, and so on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from app.domain.case_clock import has_limit
from app.domain.catalogue import HandlingType
from app.domain.errand import Outcome
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.services import calling, counters, holding, serving
from app.services.call_next import call_next
from app.services.case_of_errand import PLAIN_ENDING, Ending
from app.services.open_exception import open_exception
from app.services.use_case import Command
from ui.demo.agenda import Process
from ui.demo.hall import DemoHall, clerk_of
from ui.demo.ledger import Ledger, Trip
from ui.demo.script import CounterEntry, Course, Script
from ui.demo.witness import Moment, Witness

_WALK = (25, 75)  # seconds from the call to the counter
_BREATH = (20, 50)  # seconds between two people
_LOOK_AGAIN = timedelta(seconds=75)  # nobody waits
_RECALL = timedelta(seconds=35)
_ERRAND = timedelta(minutes=25)  # until somebody who was put aside is back
_USUAL_LIMIT = Decimal(15)  # working days
_USUAL_MINUTES = (6, 11)  # of people whom the script does not know


def seconds(count: float) -> timedelta:
    """So many seconds."""
    return timedelta(seconds=count)


def minutes(count: float) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=count)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all clerks share. ``exception_opened`` is told the number of every case that a clerk registers."""

    hall: DemoHall
    ledger: Ledger
    script: Script
    witness: Witness
    nobody: Witness
    exception_opened: Callable[[str], None]


class Clerk:
    """One counter. ``day`` is the clerk's process; ``until`` is when the last person is called (None: never)."""

    def __init__(self, around: Surroundings, entry: CounterEntry, until: datetime | None = None) -> None:
        self._around, self._ports = around, around.hall.ports
        self._counter, self._until = entry.number, until
        self._chance, self._reasons = around.script.chance(f"counter {entry.number}"), around.script.reasons
        self._pause = [around.hall.at(moment) for moment in entry.pause or ()]
        self._lines: tuple[str, ...] = ()
        self._held: list[tuple[datetime, str]] = []
        self._courses: dict[Course, Callable[[Trip], Process]] = {
            Course.HELD: self._hold,
            Course.TRANSFERRED: self._transfer,
            Course.TOLD: self._tell,
            Course.EXCEPTION: self._give_up,
            Course.UNDONE: self._finish_twice,
            Course.LEFT: self._lose,
        }

    async def day(self) -> Process:
        """Open the counter and serve until the day is over."""
        row = await counters.open_counter(self._ports, await self._order(), self._counter)
        self._lines = row.lines
        yield seconds(20)
        while not self._is_over():
            async for pause in self._round():
                yield pause
        while self._held:
            async for pause in self._take_up_again():
                yield pause

    async def _round(self) -> Process:
        """A pause when it is time, one person, and whoever was put aside and is back."""
        if self._is_pause():
            async for pause in self._go_away():
                yield pause
        async for pause in self._one_person():
            yield pause
        if self._held and self._around.hall.now() >= self._held[0][0]:
            async for pause in self._take_up_again():
                yield pause

    async def _one_person(self) -> Process:
        await self._around.witness.sees(Moment.WAITING, self._counter)
        trip = await self._call()
        if trip is None:
            yield _LOOK_AGAIN
            return
        yield self._between(_WALK)
        await self._around.witness.sees(Moment.CALLED, self._counter)
        async for pause in self._meet(trip):
            yield pause
        self._around.ledger.left(self._counter)
        yield self._between(_BREATH)

    async def _call(self) -> Trip | None:
        ledger, order = self._around.ledger, await self._order()
        urgent = ledger.take_urgent(self._lines)
        if urgent is not None:
            reason = self._reasons.out_of_order
            ticket = await calling.call_ticket(self._ports, order, self._counter, urgent, reason)
            return ledger.called(self._counter, ticket, in_turn=False)
        found = await call_next(self._ports, order, self._counter)
        return ledger.called(self._counter, found.ticket) if found.ticket else None

    async def _meet(self, trip: Trip) -> Process:
        """The person comes, or does not."""
        late = trip.course is Course.LATE and trip.ticket.misses == 0
        if trip.course is Course.NEVER_COMES or late:
            async for pause in self._call_in_vain(trip):
                yield pause
            return
        if trip.course is Course.RELEASED and trip.in_turn:
            trip.in_turn = False
            await calling.release(self._ports, await self._order(), self._counter)
            return
        if trip.course is Course.WRONG_ITEM and trip.visit:
            await serving.change_item(self._ports, await self._order(), self._counter, trip.visit.really)
        await calling.start(self._ports, await self._order(), self._counter)
        async for pause in self._courses.get(trip.course, self._serve)(trip):
            yield pause

    async def _call_in_vain(self, trip: Trip) -> Process:
        trip.in_turn = False
        for _ in range(2):
            yield _RECALL
            await calling.recall(self._ports, await self._order(), self._counter)
        yield _RECALL
        trip.ticket = await calling.miss(self._ports, await self._order(), self._counter)

    async def _serve(self, trip: Trip) -> Process:
        yield self._service(trip)
        await self._around.witness.sees(Moment.SERVING, self._counter)
        await self._finish(await self._outcome())

    async def _hold(self, trip: Trip) -> Process:
        yield self._service(trip) / 3
        reason = self._reasons.hold
        held = await holding.hold(self._ports, await self._order(), self._counter, reason)
        self._held.append((self._around.hall.now() + _ERRAND, held.number))

    async def _take_up_again(self) -> Process:
        _, number = self._held.pop(0)
        await holding.resume(self._ports, await self._order(), self._counter, number)
        self._around.ledger.live[self._counter] = number
        yield minutes(6)
        await self._finish(await self._outcome())
        self._around.ledger.left(self._counter)
        yield self._between(_BREATH)

    async def _transfer(self, trip: Trip) -> Process:
        assert trip.visit is not None
        yield self._service(trip) / 2
        reason, line = self._reasons.transfer, trip.visit.to_line
        await serving.transfer(self._ports, await self._order(), self._counter, reason, line=line)
        trip.visit, trip.in_turn = None, False

    async def _tell(self, trip: Trip) -> Process:
        assert trip.visit is not None
        yield self._service(trip)
        desk = self._around.witness if trip.visit.is_pictured else self._around.nobody
        told = await desk.tell(self._counter, trip.ticket, trip.visit)
        self._around.ledger.notices.append(told)
        trip.visit = None  # the next errand of the ticket is an ordinary one
        yield minutes(1)
        await self._finish(Outcome.NOTIFIED)

    async def _give_up(self, trip: Trip) -> Process:
        assert trip.visit is not None
        yield self._service(trip)
        page = await open_exception(
            self._ports, await self._order(), trip.visit.words, ExceptionCategory.INCONSISTENT_PAPERS,
            Channel.COUNTER, trip.visit.wish, ticket=trip.ticket.number,
        )  # fmt: skip
        self._around.exception_opened(page.row.number)
        yield minutes(1)
        await self._finish(Outcome.EXCEPTION)

    async def _finish_twice(self, trip: Trip) -> Process:
        yield self._service(trip)
        await self._finish(Outcome.COMPLETED)
        yield seconds(30)
        await serving.undo_finish(self._ports, await self._order(), self._counter, trip.ticket.number)
        yield minutes(1)
        await self._finish(Outcome.COMPLETED)

    async def _lose(self, trip: Trip) -> Process:
        yield self._service(trip)
        await holding.abandon(self._ports, await self._order(), self._counter)

    async def _finish(self, outcome: Outcome) -> None:
        await serving.finish(
            self._ports, await self._order(), self._counter, outcome, await self._ending(outcome)
        )

    async def _ending(self, outcome: Outcome) -> Ending:
        """What the clerk says where the item's page names no limit."""
        if outcome is not Outcome.ACCEPTED:
            return PLAIN_ENDING
        live = await self._ports.readers.ticket(self._around.ledger.live[self._counter])
        item = await self._ports.readers.item(live.errand.item)
        return PLAIN_ENDING if has_limit(item, live.errand.situation) else Ending(limit_days=_USUAL_LIMIT)

    async def _outcome(self) -> Outcome:
        """On the spot, or accepted as a case where the item promises a date."""
        live = await self._ports.readers.ticket(self._around.ledger.live[self._counter])
        item = await self._ports.readers.item(live.errand.item)
        promised = item.handling is HandlingType.PROMISED
        return Outcome.ACCEPTED if promised else Outcome.COMPLETED

    async def _go_away(self) -> Process:
        reason, (_, back) = self._reasons.pause, self._pause
        self._pause = []
        await counters.pause_counter(self._ports, await self._order(), self._counter, reason)
        yield back - self._around.hall.now()
        await counters.resume_counter(self._ports, await self._order(), self._counter)

    async def _order(self) -> Command:
        return await self._around.hall.order(clerk_of(self._counter))

    def _service(self, trip: Trip) -> timedelta:
        if trip.visit is not None:
            return minutes(trip.visit.minutes)
        return minutes(self._chance.uniform(*_USUAL_MINUTES))

    def _between(self, span: tuple[int, int]) -> timedelta:
        return seconds(self._chance.uniform(*span))

    def _is_over(self) -> bool:
        return self._until is not None and self._around.hall.now() >= self._until

    def _is_pause(self) -> bool:
        return bool(self._pause) and self._around.hall.now() >= self._pause[0]
