"""Paper that is not out yet, offered in the foot of whatever room there is."""

from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.context import StationContext
from ui.shell import StationWindow
from ui.shell.print_status import PRINTS_KEY, PrintStatus
from ui.tasks import Tasks


def offer_prints(window: QWidget, context: StationContext, tasks: Tasks) -> None:
    """Show it in the window's status line, to be tried again or given up by whoever is signed in."""
    if not isinstance(window, StationWindow):
        return
    prints, status = context.prints, PrintStatus(context.texts)

    async def retry(job: UUID) -> None:
        await prints.retry(context.session.command(), job)

    async def cancel(job: UUID) -> None:
        await prints.cancel(context.session.command(), job)

    window.status_line.right.put(status)
    prints.watch(lambda _job: status.show_jobs(prints.open_jobs))
    status.retried.connect(lambda job: tasks.run_command(retry(job), name=f"retry print {job}"))
    status.cancelled.connect(lambda job: tasks.run_command(cancel(job), name=f"cancel print {job}"))
    shortcut = QShortcut(QKeySequence(PRINTS_KEY), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(status.open_card)
