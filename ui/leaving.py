"""Letting somebody else work at a station where the hall has not answered yet."""

from collections.abc import Callable, Collection

from app.domain.message import Message
from ui.tasks import TaskSupervisor

Problems = Collection[Message | None]


class Leaving:
    """Leaves by ``leave`` at once, or when what is being written is; after a refusal a person stays and reads it.

    ``problems`` are all that the room shows now of what could not be done.
    """

    def __init__(
        self, tasks: TaskSupervisor, problems: Callable[[], Problems], leave: Callable[[], None]
    ) -> None:
        self._tasks, self._problems, self._leave = tasks, problems, leave

    def begin(self) -> None:
        """A person makes room for the next."""
        if self._tasks.is_writing:
            self._tasks.start(self._leave_later(self._problems()), name="leave", replace=True)
        else:
            self._leave()

    async def _leave_later(self, known: Problems) -> None:
        await self._tasks.written()
        if all(problem is None or problem in known for problem in self._problems()):
            self._leave()
