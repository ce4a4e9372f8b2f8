"""Letting somebody else work at a station where the hall has not answered yet."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.message import Message
from ui.tasks import TaskSupervisor


class State(Protocol):
    """What a part of the room shows."""

    @property
    def problem(self) -> Message | None:
        """Why what was asked for last could not be done."""


class Leaving:
    """Leaves by ``leave`` at once, or when what is being written is; after a refusal a person stays and reads it.

    ``states`` are those of the room's parts, always in the same order.
    """

    def __init__(
        self, tasks: TaskSupervisor, states: Callable[[], Sequence[State]], leave: Callable[[], None]
    ) -> None:
        self._tasks, self._states, self._leave = tasks, states, leave

    def begin(self) -> None:
        """A person makes room for the next."""
        if self._tasks.is_writing:
            self._tasks.start(self._leave_later(self._problems()), name="leave", replace=True)
        else:
            self._leave()

    async def _leave_later(self, before: list[Message | None]) -> None:
        await self._tasks.written()
        if self._problems() == before:
            self._leave()

    def _problems(self) -> list[Message | None]:
        return [state.problem for state in self._states()]
