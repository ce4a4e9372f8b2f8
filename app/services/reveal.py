"""Reading a masked value in the clear, for a reason that service gives, and written down."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.events import Event, Topic
from app.domain.person import Person, Personal, Protected
from app.domain.staff import PERMISSIONS, Permission
from app.services.at_counter import take_live_ticket
from app.services.use_case import Command, Ports, Work


class RevealAction(StrEnum):
    """The audit word for reading personal data."""

    REVEAL = "reveal_person"


@dataclass(frozen=True, slots=True)
class ClearPerson:
    """A person in the clear; never kept, logged or sent anywhere."""

    name: str | None = field(repr=False)
    identity: str | None = field(repr=False)
    phone: str | None = field(repr=False)


async def reveal_person(ports: Ports, command: Command, counter: int) -> ClearPerson:
    """The person at this counter in the clear; who looked and when is written to the audit."""
    command.actor.must(Permission.SERVE)
    async with ports.uow() as u:
        _, ticket = await take_live_ticket(Work(u, command.actor, ports), counter)
        u.record(
            command.actor, Event(Topic.TICKETS, RevealAction.REVEAL, ticket.id, {"number": ticket.number})
        )
        await u.commit()

    return _in_the_clear(ports, ticket.person)


async def reveal_applicant(ports: Ports, command: Command, number: str) -> ClearPerson:
    """The person of a case in the clear, of an organisation whom to contact; written to the audit as well."""
    command.actor.must(Permission.SERVE)
    async with ports.uow() as u:
        case = await u.cases.by_number(number)
        u.record(command.actor, Event(Topic.CASES, RevealAction.REVEAL, case.id, {"number": number}))
        await u.commit()
    return _in_the_clear(ports, case.applicant.person)


async def reveal_rater(ports: Ports, command: Command, number: str) -> ClearPerson:
    """Who gave a bad rating, in the clear, so that they can be called; written to the audit as well.

    Raises:
        NotFound: there is none, it is about whoever asks, or it is somebody else's to follow up.
    """
    command.actor.must(Permission.RATING_HANDLE)
    async with ports.uow() as u:
        case = await u.follow_ups.by_number(number)
        directs = Permission.RATING_DIRECT in PERMISSIONS[command.actor.role]
        case.must_be_open_to(command.actor.staff, directs=directs)
        row = (await u.reads.follow_up(number)).row
        ticket = await u.tickets.by_number(row.ticket, row.served_on)
        u.record(command.actor, Event(Topic.RATINGS, RevealAction.REVEAL, case.id, {"number": number}))
        await u.commit()
    return _in_the_clear(ports, ticket.person)


def _in_the_clear(ports: Ports, person: Person) -> ClearPerson:
    def clear(kind: Personal, value: Protected | None) -> str | None:
        return ports.protector.reveal(kind, value) if value else None

    return ClearPerson(
        clear(Personal.NAME, person.name),
        clear(Personal.IDENTITY, person.identity),
        clear(Personal.PHONE, person.phone),
    )
