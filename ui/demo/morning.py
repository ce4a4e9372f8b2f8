"""The morning put together: the office's older cases, the counters, and everybody who comes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from ui.demo.agenda import Agenda
from ui.demo.clerk import Clerk, Surroundings
from ui.demo.door import Door
from ui.demo.hall import DemoHall
from ui.demo.ledger import Ledger
from ui.demo.office import Office
from ui.demo.people import People
from ui.demo.script import CounterEntry, Script
from ui.demo.witness import Nobody, Witness


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything is on the agenda; running it is up to who holds it."""

    agenda: Agenda
    office: Office
    ledger: Ledger


@asynccontextmanager
async def morning_of(
    hall: DemoHall,
    script: Script,
    witness: Witness,
    ledger: Ledger,
    *,
    counters_end: datetime | None = None,
    left_alone: tuple[int, datetime] | None = None,
) -> AsyncIterator[Morning]:
    """Put the script on an agenda; closed at the end.

    Args:
        hall: where it happens.
        script: what happens.
        witness: who looks on.
        ledger: where it is written down.
        counters_end: when the counters call their last person; with None they, and the people who come, go on.
        left_alone: a counter whose clerk calls nobody any more from a moment on: somebody else takes over.
    """
    agenda, people = Agenda(hall.leap), People(script)
    office = Office(hall, people)
    door = Door(hall, script, people, ledger, witness)
    around = Surroundings(
        hall, ledger, script, witness, Nobody(hall),
        lambda number: agenda.begin(hall.now(), office.fresh_case(number)),
    )  # fmt: skip
    for case in script.exceptions:
        agenda.begin(office.begins(case), office.case(case))
    for told in script.consultations:
        agenda.begin(hall.at(told.at, told.days_ago), door.consultation(told))
    for counter in script.counters:
        clerk = Clerk(around, counter, _end(counter, counters_end, left_alone))
        agenda.begin(hall.at(counter.opens), clerk.day())
    for visit in script.visits:
        agenda.begin(hall.at(visit.at), door.trip(visit))
    agenda.begin(hall.at(script.traffic.begins), door.traffic(endless=counters_end is None))
    try:
        yield Morning(agenda, office, ledger)
    finally:
        await agenda.close()


def _end(
    counter: CounterEntry, counters_end: datetime | None, left_alone: tuple[int, datetime] | None
) -> datetime | None:
    if left_alone is not None and left_alone[0] == counter.number:
        return left_alone[1]
    return counters_end
