"""The sign-in, put together."""

from PySide6.QtWidgets import QWidget

from app.domain.staff import Actor, Permission
from app.settings import StationKind
from ui.context import StationContext
from ui.failures import FailurePath
from ui.sign_in.presenter import SignInPresenter
from ui.sign_in.view import SignInView
from ui.tasks import TaskSupervisor

NEEDED = {StationKind.GUIDE_DESK: Permission.ISSUE}
"""What a person must be allowed to do before a station opens. Counters and the exceptions' office ask by themselves."""


class SignInRoom:
    """Asks who is there. ``await signed_in()`` is the person."""

    def __init__(self, context: StationContext, needed: Permission) -> None:
        kind = context.settings.kind
        station = context.settings.name or context.texts(f"setup.kind.{kind}")
        self.view = SignInView(context.texts, station)
        self.widget: QWidget = self.view.window
        failed = FailurePath(lambda failure: self.view.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(failed)
        self.presenter = SignInPresenter(context.ports, context.session, needed, self.view, self._tasks)
        self.view.card.submitted.connect(self.presenter.submit)
        self.presenter.begin()

    async def signed_in(self) -> Actor:
        """Wait until somebody has signed in."""
        return await self.presenter.signed_in

    async def close(self) -> None:
        """End the room's tasks."""
        await self._tasks.close()
