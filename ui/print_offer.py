"""Paper that is not out yet, offered in the foot of whatever room there is."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.print_job import PrintJob
from app.services.use_case import Command
from ui.context import StationContext
from ui.shell import StationWindow
from ui.shell.print_status import PRINTS_KEY, PrintStatus
from ui.tasks import Tasks

_Steps = Callable[[Command, UUID], Awaitable[PrintJob]]


def offer_prints(window: QWidget, context: StationContext, tasks: Tasks) -> PrintStatus | None:
    """Show it in the window's status line, to be tried again or given up by whoever is signed in."""
    if not isinstance(window, StationWindow):
        return None
    prints, status = context.prints, PrintStatus(context.texts)

    def act(steps: _Steps, job: UUID) -> None:
        async def order() -> None:
            await steps(context.session.command(), job)

        tasks.run_command(order(), name=f"print job {job}")

    window.status_line.right.put(status)
    prints.watch(lambda _job: status.show_jobs(prints.open_jobs))
    status.retried.connect(lambda job: act(prints.retry, job))
    status.cancelled.connect(lambda job: act(prints.cancel, job))
    shortcut = QShortcut(QKeySequence(PRINTS_KEY), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(status.open_card)
    return status
