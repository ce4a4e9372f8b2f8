"""People and organisations as papers name them: what no font has is told at the desk, not when a paper is due."""

from app.domain.person import Person
from app.ports.protection import protect_person
from app.services.use_case import Work


async def person_on_paper(work: Work, name: str, identity: str, phone: str) -> Person:
    """A person from what was typed; empty text means unknown.

    Raises:
        BadInput: a number that is no identity number or phone, or a name that no font can print.
    """
    person = protect_person(work.ports.protector, name, identity, phone)
    await work.ports.must_be_printable(person.name_mask)
    return person
