"""What a step of a case would put on paper."""

from collections.abc import Awaitable, Callable
from typing import Concatenate, ParamSpec, TypeVar

from app.services.use_case import Command, Ports, Work, steps_of

P = ParamSpec("P")
R = TypeVar("R")


async def preview_step(
    ports: Ports,
    command: Command,
    step: Callable[Concatenate[Ports, Command, P], Awaitable[R]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> tuple[bytes, ...]:
    """The documents that a step of a case would issue, marked 预览 and without numbers.

    The step is carried out and taken back: nothing is written, and no number is taken.

    Raises:
        YiciError: whatever the step itself would raise.
    """
    return await previewed(ports, command, steps_of(step), *args, **kwargs)


async def previewed(
    ports: Ports,
    command: Command,
    steps: Callable[Concatenate[Work, P], Awaitable[object]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> tuple[bytes, ...]:
    """The same of steps that are no use case by themselves."""
    async with ports.uow() as u:
        work = Work(u, command.actor, ports, [])
        await steps(work, *args, **kwargs)
    return tuple([await ports.render(form) for form in work.previews or ()])
