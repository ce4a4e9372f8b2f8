"""The door of the hall: people come, the guide desk issues their tickets, and some need it again."""

from datetime import timedelta

from app.domain.ticket_table import TicketState
from app.services.notices import consult
from app.services.tickets import cancel_ticket, revive_ticket
from ui.demo.agenda import Process
from ui.demo.hall import GUIDE, DemoHall
from ui.demo.ledger import Ledger
from ui.demo.people import People
from ui.demo.script import ConsultationEntry, Course, Script, VisitEntry
from ui.demo.witness import Nobody, Witness

_SECOND_THOUGHTS = timedelta(minutes=3)
_LOOK_AGAIN = timedelta(minutes=1)
_WAY_BACK = timedelta(minutes=35)


class Door:
    """Everybody who comes, each as a process."""

    def __init__(
        self, hall: DemoHall, script: Script, people: People, ledger: Ledger, witness: Witness
    ) -> None:
        self._hall, self._script, self._people = hall, script, people
        self._ledger, self._chance = ledger, script.chance("traffic")
        self._witness, self._nobody = witness, Nobody(hall)

    async def traffic(self, *, endless: bool = False) -> Process:
        """One person after the other, as chance has it."""
        traffic = self._script.traffic
        ends = self._hall.at(traffic.ends)
        while endless or self._hall.now() < ends:
            await self._issue(self._passer_by())
            yield timedelta(seconds=self._chance.uniform(*traffic.gap_seconds))

    async def trip(self, visit: VisitEntry) -> Process:
        """Somebody whose story the script tells."""
        number = await self._issue(visit)
        if visit.course is Course.CANCELLED:
            yield _SECOND_THOUGHTS
            await self._cancel(number)
        elif visit.comes_back:
            async for pause in self._come_back(number):
                yield pause

    async def consultation(self, entry: ConsultationEntry) -> Process:
        """Somebody who is told what is missing, and does not queue in vain."""
        visitor = self._people.somebody(name=entry.name)
        order = await self._hall.order(GUIDE)
        told = await consult(self._hall.ports, order, entry.item, entry.brought, entry.situation, visitor)
        self._ledger.notices.append(told)
        yield _LOOK_AGAIN

    async def _cancel(self, number: str) -> None:
        """Unless it is too late: then the person is served as everybody else."""
        if (await self._hall.ports.readers.ticket(number)).state is TicketState.WAITING:
            order = await self._hall.order(GUIDE)
            await cancel_ticket(self._hall.ports, order, number, self._script.reasons.cancel)

    async def _come_back(self, number: str) -> Process:
        while (await self._hall.ports.readers.ticket(number)).state is not TicketState.NO_SHOW:
            yield _LOOK_AGAIN
        yield _WAY_BACK
        await revive_ticket(self._hall.ports, await self._hall.order(GUIDE), number)
        self._ledger.trips[number].visit = None

    async def _issue(self, visit: VisitEntry) -> str:
        visitor = self._people.somebody(visit.priority, visit.name)
        desk = self._witness if visit.is_pictured else self._nobody
        ticket = await desk.issue(visit, visitor)
        self._ledger.issued(ticket, visit)
        return ticket.number

    def _passer_by(self) -> VisitEntry:
        chance, traffic = self._chance, self._script.traffic
        weights = [entry.weight for entry in traffic.items]
        (wanted,) = chance.choices(traffic.items, weights)
        (priority,) = chance.choices(list(traffic.priorities), list(traffic.priorities.values()))
        return VisitEntry(
            at=self._hall.now().timetz().replace(tzinfo=None),
            item=wanted.item,
            minutes=chance.uniform(*wanted.minutes),
            situation=chance.choice(wanted.situations) if wanted.situations else None,
            priority=priority,
        )
