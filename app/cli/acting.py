"""Carrying out a command: open the hall, sign in where something changes, do it, print the result."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from getpass import getpass
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import typer

from app.bootstrap import OpenHall, open_hall
from app.cli.failures import Failure
from app.cli.invocation import Invocation
from app.cli.output import Say, Shown, emit
from app.cli.paper import N, Paper
from app.domain.errors import BadInput, NotFound, NotPermitted
from app.domain.staff import Actor
from app.ports.errors import DatabaseAway
from app.services.set_up_hall import INSTALLER
from app.services.sign_in import sign_in
from app.services.use_case import Command, Ports
from app.settings import StationSettings

ORIGIN = "cli"
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Acting:
    """What a command that changes something works with."""

    ports: Ports
    command: Command


def look(
    context: typer.Context,
    read: Callable[[Ports], Awaitable[R]],
    show: Callable[[R, Say], Shown],
) -> None:
    """Read and print; nobody signs in, for what is read is masked."""

    async def run(asked: Invocation, hall: OpenHall) -> None:
        result = await read(hall.ports)
        emit(show(result, await _say(asked, hall)), as_json=asked.json)

    _in_hall(Invocation.of(context), run)


def act(
    context: typer.Context,
    steps: Callable[[Acting], Awaitable[R]],
    show: Callable[[R, Say], Shown],
) -> None:
    """Sign in, carry out the command under its id, and print the result.

    Raises:
        Failure: the database went away; ``command_id`` tells with which id to repeat the command safely.
    """
    _act(context, steps, show, None)


def order(
    context: typer.Context,
    show: Callable[[R, Say], Shown],
    use_case: Callable[Concatenate[Ports, Command, P], Awaitable[R]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    """As ``act``, where carrying out one use case is all."""
    act(context, lambda do: use_case(do.ports, do.command, *args, **kwargs), show)


def act_on_paper(
    context: typer.Context,
    steps: Callable[[Acting], Awaitable[N]],
    show: Callable[[N, Say], Shown],
    paper: Paper[N],
) -> None:
    """As ``act``, and put out the paper of what was done.

    Raises:
        Failure: also when the paper did not come out; what was done stays done.
    """
    _act(context, steps, show, paper.put_out)


def _act(
    context: typer.Context,
    steps: Callable[[Acting], Awaitable[R]],
    show: Callable[[R, Say], Shown],
    afterwards: Callable[[Ports, R, Shown], Awaitable[None]] | None,
) -> None:
    asked = Invocation.of(context)
    number, password = _credentials(asked)

    async def run(asked: Invocation, hall: OpenHall) -> None:
        say = await _say(asked, hall)
        actor = await sign_in(hall.ports, number, password)
        try:
            result = await steps(Acting(hall.ports, Command(asked.command_id, actor)))
        except DatabaseAway as away:
            raise Failure(away, done={"command_id": str(asked.command_id)}) from away
        shown = show(result, say)
        if afterwards is not None:
            await afterwards(hall.ports, result, shown)
        emit(shown, as_json=asked.json)

    _in_hall(asked, run)


def install(
    context: typer.Context,
    steps: Callable[[Acting], Awaitable[R]],
    show: Callable[[R, Say], Shown],
    *,
    only_first: bool = False,
) -> None:
    """Set up the hall, where there may be no staff yet to sign in.

    With ``only_first`` that holds for the first time only: a hall that is set up asks who is there.
    """
    asked = Invocation.of(context)

    async def run(asked: Invocation, hall: OpenHall) -> None:
        actor = INSTALLER
        if only_first and await _is_set_up(hall.ports):
            actor = await sign_in(hall.ports, *_credentials(asked))
        result = await steps(Acting(hall.ports, Command(asked.command_id, actor)))
        emit(show(result, await _say(asked, hall)), as_json=asked.json)

    _in_hall(asked, run)


async def _is_set_up(ports: Ports) -> bool:
    try:
        await ports.readers.hall()
    except NotFound:
        return False
    return True


def database_url(settings: StationSettings) -> str:
    """The database that was named.

    Raises:
        BadInput: none was; a command never chooses one by itself.
    """
    if not settings.database:
        raise BadInput("cli.usage.no_database")
    return settings.database


def _in_hall(asked: Invocation, run: Callable[[Invocation, OpenHall], Awaitable[None]]) -> None:
    settings = asked.settings()
    url = database_url(settings)

    async def opened() -> None:
        async with open_hall(
            url, settings.key_path, ORIGIN, asked.texts.language, attachments=settings.attachments
        ) as hall:
            await run(asked, hall)

    asyncio.run(opened())


async def _say(asked: Invocation, hall: OpenHall) -> Say:
    return Say(asked.texts, ZoneInfo((await hall.ports.readers.hall()).timezone))


def _credentials(asked: Invocation) -> tuple[str, str]:
    """Who acts: ``--as`` or YICI_STAFF, with YICI_PASSWORD or a password typed without echo."""
    if not asked.staff:
        raise NotPermitted("cli.sign_in.who")
    password = os.environ.get("YICI_PASSWORD")
    if password is None:
        password = ask_password(asked, "cli.sign_in.password", number=asked.staff)
    return asked.staff, password


async def countersign(context: typer.Context, ports: Ports, number: str) -> Actor:
    """A second person who agrees: with YICI_AGREED_PASSWORD, or a password typed without echo."""
    password = os.environ.get("YICI_AGREED_PASSWORD")
    if password is None:
        password = ask_password(Invocation.of(context), "cli.sign_in.password", number=number)
    return await sign_in(ports, number, password)


def ask_password(asked: Invocation, prompt: str, **params: object) -> str:
    """A password typed without echo.

    Raises:
        NotPermitted: nobody is there to type it.
    """
    if not sys.stdin.isatty():
        raise NotPermitted("cli.sign_in.nobody_to_ask")
    return getpass(asked.texts(prompt, **params), stream=sys.stderr)
