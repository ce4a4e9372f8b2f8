"""What a room of worklists is put together in: its window and the owner of its tasks."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.context import StationContext
from ui.failures import FailurePath
from ui.leaving import Leaving
from ui.shell.office_window import OfficeWindow
from ui.tasks import TaskSupervisor
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.view import WorklistView
from ui.worklist.wiring import connect


class WorklistRoom:
    """The station's window and what keeps it up to date; a room brings ``view`` and ``presenter``.

    Where there are ``more`` lists than that one, the room says in ``_open`` what they stand in together.
    """

    view: WorklistView[Any]
    presenter: WorklistPresenter[Any]
    more: tuple[tuple[WorklistView[Any], WorklistPresenter[Any]], ...] = ()

    def __init__(self, context: StationContext, title: str) -> None:
        self.window = OfficeWindow(context.texts, context.settings.name, title)
        self.widget: QWidget = self.window
        self._failed = FailurePath(lambda failure: self.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(self._failed)

    def _open(self, body: QWidget | None = None) -> None:
        """Let people in."""
        self.window.set_body(body or self.view.widget)
        self._leaving = Leaving(
            self._tasks, lambda: [list_.state.problem for _, list_ in self._lists], self._sign_out
        )
        self.window.signed_out.connect(self._leaving.begin)
        for view, presenter in self._lists:
            self.window.retry_requested.connect(presenter.read_again)
            self.window.new_day.connect(presenter.read_again)
            connect(view, presenter)
            presenter.start()
        self.view.arrive()

    async def close(self) -> None:
        """End the room's tasks; what is being written is waited for, what was typed is kept."""
        for _, presenter in self._lists:
            presenter.stop()
        await self._tasks.close()
        for _, presenter in self._lists:
            await presenter.typed.write()

    @property
    def _lists(self) -> tuple[tuple[WorklistView[Any], WorklistPresenter[Any]], ...]:
        return (self.view, self.presenter), *self.more

    def _sign_out(self) -> None:
        for _, presenter in self._lists:
            presenter.signing.sign_out()
