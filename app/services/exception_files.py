"""Files that are given while a case is registered: all are checked before it is, and added after it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import uuid5

from app.domain.errors import BadInput, YiciError
from app.domain.free_text import said
from app.domain.ids import CommandId
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.ports.rows import ExceptionPage
from app.services.attachments import CheckedFile, add_checked_file, check_file, keep_file
from app.services.use_case import Command, Ports


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as somebody gives it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Registered:
    """A case that was registered; ``problem`` says which of its files were not added, None where all were."""

    page: ExceptionPage
    problem: Message | None = None


async def open_with_files(
    ports: Ports,
    command: Command,
    files: Sequence[GivenFile],
    opening: Callable[[Command], Awaitable[ExceptionPage]],
) -> Registered:
    """Register a case by ``opening`` and add its files, each under an id that follows from the command's.

    Raises:
        BadInput: a file that cannot be added; nothing was registered.
        RuleBroken: the hall keeps files in a folder and this station knows none; nothing was registered.
        DatabaseAway: also when only the files were not answered for, which is said with the case's number.
        YiciError: as ``opening`` does.
    """
    checked = [await _checked(ports, file) for file in files]
    page = await opening(command)
    number = page.row.number
    left: list[str] = []
    problem: Message | None = None
    for at, file in enumerate(checked, 1):
        each = Command(CommandId(uuid5(command.id, f"attach {at}")), command.actor)
        try:
            await keep_file(ports, file)
            page = await add_checked_file(ports, each, number, file)
        except DatabaseAway as away:
            names = [*left, *(other.name for other in checked[at - 1 :])]
            raise DatabaseAway("attachment.away", number=number, names="、".join(names)) from away
        except YiciError as error:
            left, problem = [*left, file.name], problem or error.message
    if problem is None:
        return Registered(page)
    told = {"number": number, "names": "、".join(left), "problem": problem}
    return Registered(page, Message("attachment.not_added", told))


async def _checked(ports: Ports, file: GivenFile) -> CheckedFile:
    try:
        return await check_file(ports, file.name, file.content)
    except BadInput as error:
        raise BadInput("attachment.refused", name=said(file.name), problem=error.message) from error
