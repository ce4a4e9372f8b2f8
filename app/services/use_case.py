"""How a use case is carried out: once for each command, in one transaction, again when somebody was faster."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar, get_type_hints

from app.domain.calendar import WorkingDays
from app.domain.ids import CommandId
from app.domain.staff import Actor
from app.ports.attachments import AttachmentCheck, AttachmentFolder
from app.ports.documents import DocumentRenderer, LetterForm, Printed
from app.ports.errors import ConcurrentChange
from app.ports.organisations import OrganisationCodes
from app.ports.passwords import Passwords
from app.ports.protection import Protector
from app.ports.readers import Readers
from app.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory

ATTEMPTS = 4

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Ports:
    """What the use cases need from the world; ``app.bootstrap`` names the real things.

    ``attachment_folder`` is None where the station knows none.
    """

    uow: UnitOfWorkFactory
    readers: Readers
    protector: Protector
    organisation_code: OrganisationCodes
    working_days: WorkingDays
    passwords: Passwords
    forms: DocumentRenderer
    attachment_check: AttachmentCheck
    attachment_folder: AttachmentFolder | None

    async def warm_up(self) -> None:
        """Get ready to render, off the loop: for stations, which print sooner or later."""
        await asyncio.to_thread(self.forms.warm_up)

    async def render(self, form: Printed) -> bytes:
        """The form as PDF, rendered off the loop."""
        return await asyncio.to_thread(self.forms.render, form)

    async def must_be_printable(self, *texts: str | None) -> None:
        """Refuse what papers cannot say, before anything rests on it.

        Raises:
            BadInput: a character that no font has, with the text it is in.
        """
        said = tuple(text for text in texts if text)
        if said:
            await asyncio.to_thread(self.forms.must_be_printable, said)


@dataclass(frozen=True, slots=True)
class Command:
    """An order of a signed-in person: repeating it with the same id returns the first result.

    The id stands for one order of this person to one use case; anybody else's, and another use case, is refused.
    """

    id: CommandId
    actor: Actor


@dataclass(frozen=True, slots=True)
class Work:
    """What a use case has in hand while it runs.

    ``previews`` collects the documents of a run that is taken back; None where they are issued.
    """

    u: UnitOfWork
    actor: Actor
    ports: Ports
    previews: list[LetterForm] | None = None


def use_case(
    steps: Callable[Concatenate[Work, P], Awaitable[R]],
) -> Callable[Concatenate[Ports, Command, P], Awaitable[R]]:
    """Make a use case of its steps: repeatable by command id, committed as a whole, retried on a lost race.

    The result is kept with the command and the use case's name, so it must be a frozen row and must not be None,
    and the name must be no other's.
    """
    name = steps.__name__
    result_type: type[R] = get_type_hints(steps)["return"]

    async def once(ports: Ports, command: Command, /, *args: P.args, **kwargs: P.kwargs) -> R:
        by = command.actor.staff
        async with ports.uow() as u:
            kept = await u.commands.find(command.id, by, name, result_type)
            if kept is not None:
                return kept
            result = await steps(Work(u, command.actor, ports), *args, **kwargs)
            await u.commands.keep(command.id, by, name, result)
            await u.commit()
            return result

    async def run(ports: Ports, command: Command, /, *args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(ATTEMPTS - 1):
            try:
                return await once(ports, command, *args, **kwargs)
            except ConcurrentChange:
                continue
        return await once(ports, command, *args, **kwargs)

    update_wrapper(run, steps)
    return run


def steps_of(
    use_case: Callable[Concatenate[Ports, Command, P], Awaitable[R]],
) -> Callable[Concatenate[Work, P], Awaitable[R]]:
    """The steps that a use case was made of, without its transaction: to carry them out and take them back."""
    return use_case.__wrapped__  # type: ignore[attr-defined, no-any-return]
