"""The presenter of reminders (催办单): who is owed what by when, and new ones issued and printed."""

from collections.abc import Callable
from typing import Protocol

from app.domain.events import Topic
from app.domain.message import Message
from app.domain.print_job import PaperKind
from app.domain.staff import Permission
from app.ports.documents import AboutKind
from app.ports.rows import ReminderRow
from app.services.reminders import Owing, issue_reminder
from ui.context import StationContext
from ui.kept_file import KeptFile
from ui.office.reminders_parts import Kept, ReminderActing, ReminderListing, TypedReminders, latest
from ui.office.reminders_state import NOTHING_NEW, NewReminder, Pane, ReminderPage, RemindersState, Scope
from ui.one_command import Commands
from ui.tasks import Tasks
from ui.worklist.desk import Desk, View
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.printing import Printing
from ui.worklist.signing import Signing

_CHOOSE_AGAIN = {Topic.CASES, Topic.EXCEPTIONS, Topic.REMINDERS, Topic.HALL}
"""What changes what can be reminded of, or what of it is reminded of already."""


class IssuingView(View[RemindersState], Protocol):
    """What the presenter needs of a screen with a form for new reminders."""

    def focus_new(self) -> None:
        """Bring the keyboard to the form of a new reminder."""


class Issuing:
    """The form of a new reminder; it keeps what was typed until it is issued."""

    def __init__(
        self,
        desk: Desk[RemindersState],
        view: IssuingView,
        commands: Commands,
        listing: ReminderListing,
        typed: TypedReminders,
        prints: Printing[RemindersState],
    ) -> None:
        self._desk, self._view, self._commands = desk, view, commands
        self._listing, self._typed, self._prints = listing, typed, prints
        self.write = typed.write_new

    def open(self) -> None:
        """Show the form, with what was typed before."""
        self._desk.change(pane=Pane.NEW, problem=None)
        self._view.focus_new()

    def leave(self) -> None:
        """Back to the reminder; what was typed waits."""
        self._desk.change(pane=Pane.ONE, problem=None)
        self._view.focus_list()

    def clear(self) -> None:
        """Begin the form anew."""
        self.write(NOTHING_NEW)
        self._view.focus_new()

    def issue(self) -> None:
        """Issue and print it; a second press meanwhile does nothing."""
        state, ports = self._desk.state, self._desk.ports
        if state.new.about and state.about is None:
            self._desk.change(problem=Message("office.reminders.no_longer_late"))
            return
        owing = _owing(state, state.new)
        self._commands.give(owing, lambda command: issue_reminder(ports, command, owing), self._done)

    def _done(self, row: ReminderRow) -> None:
        self.write(NOTHING_NEW)
        self._desk.change(pane=Pane.ONE, wanted=row.number, chosen=None)
        self._listing.show_page(ReminderPage(row))
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("office.reminders.issued", {"number": row.number}))
        self._prints.print(PaperKind.REMINDER, row.number)
        self._view.focus_list()


class RemindersPresenter(WorklistPresenter[RemindersState]):
    """A worklist of reminders, to which ``issuing`` adds new ones."""

    def __init__(
        self,
        context: StationContext,
        file: KeptFile[Kept],
        tasks: Tasks,
        view: IssuingView,
        failed: Callable[[str, BaseException], None],
    ) -> None:
        super().__init__("reminders", RemindersState(), context, tasks, view, failed)
        self.listing: ReminderListing = ReminderListing(self._desk)
        self.typed: TypedReminders = TypedReminders(self._desk, file)
        self.acting: ReminderActing = ReminderActing(self._desk, self.commands, self.listing, self.typed)
        self.prints = Printing(self._desk, self.commands, context.prints)
        self.issuing = Issuing(self._desk, view, self.commands, self.listing, self.typed, self.prints)
        self.signing = Signing(self._desk, Permission.REMIND, lambda _actor: Scope.OPEN)
        self._refresher.subscribe({Topic.REMINDERS, Topic.HALL}, self.listing.refresh)
        self._refresher.subscribe(_CHOOSE_AGAIN, self.listing.refresh_choices)

    def back(self) -> None:
        """Esc: from the form to the list, from another step to the sensible one, else to the list."""
        if self.state.pane is Pane.NEW:
            self.issuing.leave()
        else:
            super().back()

    def act(self) -> None:
        """Ctrl+Enter: issue where the form stands open, else take the step in front."""
        if self.state.pane is Pane.NEW:
            self.issuing.issue()
        else:
            self.acting.act()

    def print_again(self) -> None:
        """Print the reminder on the page once more."""
        if self.state.page is not None:
            self.prints.print_again(PaperKind.REMINDER, self.state.page.row.number)


def _owing(state: RemindersState, new: NewReminder) -> Owing:
    about = state.about
    numbers = {about.kind: about.number} if about else {}
    return Owing(
        new.finding,
        new.rule,
        new.department or "",
        numbers.get(AboutKind.CASE, ""),
        numbers.get(AboutKind.EXCEPTION, ""),
        latest(new.by, state.by_days),
    )
