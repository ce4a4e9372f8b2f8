"""The office's station, put together."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.events import Topic
from app.settings import config_folder
from ui.context import StationContext
from ui.failures import FailurePath
from ui.kept_file import KeptFile
from ui.leaving import Leaving
from ui.office.figures import FiguresPresenter
from ui.office.figures_view import FiguresView
from ui.office.ledger import LEDGER_TOPICS, LedgerPresenter
from ui.office.ledger_card import LedgerCard
from ui.office.ledger_view import LedgerView
from ui.office.parts_card import PartsCard
from ui.office.presenter import OfficePresenter
from ui.office.ratings import RATINGS_TOPICS, RatingsPresenter
from ui.office.ratings_card import RatingsCard
from ui.office.ratings_view import RatingsView
from ui.office.reminders import RemindersPresenter
from ui.office.reminders_parts import Kept as KeptReminders
from ui.office.reminders_view import RemindersView
from ui.office.state import Files
from ui.office.texts import Kept, TextsPresenter
from ui.office.texts_view import TextsView
from ui.office.view import OfficeView
from ui.office.window import OfficeWindow, Page
from ui.tasks import TaskSupervisor
from ui.worklist.pages import PageTasks
from ui.worklist.wiring import connect

DRAFTS, REMINDERS = "office-drafts.json", "office-reminders.json"


class OfficeRoom:
    """The station's window and what keeps it up to date.

    Nobody signs in for the figures, which name no person; who changes what the offices say, or reminds them, does.
    """

    def __init__(self, context: StationContext, files: Files) -> None:
        self.window = OfficeWindow(context.texts, context.settings.name)
        self.widget: QWidget = self.window
        failed = FailurePath(lambda failure: self.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(failed)
        self.view = OfficeView(context.texts, self.window)
        self.presenter = OfficePresenter(context.ports, context.feed, files, self.view, self._tasks, failed)
        self.ledger_view = LedgerView(context.texts, self.window)
        self.ledger = LedgerPresenter(context.ports, files, self.ledger_view, self._tasks, failed)
        self.texts_view = TextsView(context.texts, self.window)
        kept = KeptFile(config_folder() / DRAFTS, Kept, Kept())
        self.texts = TextsPresenter(context.ports, context.session, kept, self.texts_view, self._tasks)
        self.ratings_view = RatingsView(context.texts, self.window)
        self.ratings = RatingsPresenter(context.ports, files, self.ratings_view, self._tasks, failed)
        self._session = context.session
        self.reminders_view = RemindersView(context.texts, self.window)
        reminders = KeptFile(config_folder() / REMINDERS, KeptReminders, KeptReminders())
        self.reminders: RemindersPresenter = RemindersPresenter(
            context, reminders, PageTasks(self._tasks, Page.REMINDERS), self.reminders_view, failed
        )
        for page in (self.view, self.ledger_view, self.texts_view, self.ratings_view, self.reminders_view):
            self.window.add_page(page.widget)
        self._connect()
        self.texts.start()
        self.ledger.start()
        self.ratings.start()
        self.reminders.start()
        self.presenter.start()

    def _connect(self) -> None:
        _connect_figures(self.view, self.view.card, self.presenter)
        _connect_figures(self.ledger_view, self.ledger_view.card, self.ledger)
        _connect_figures(self.ratings_view, self.ratings_view.card, self.ratings)
        card = self.view.card
        card.figure_chosen.connect(self.presenter.choose_figure)
        card.list.missed_only.connect(lambda only: self.presenter.list_missed(missed_only=only))
        self.window.retry_requested.connect(self.presenter.read_again)
        self.window.new_day.connect(self.presenter.read_again)
        self.window.went.connect(self._arrive)
        self._leaving = Leaving(
            self._tasks,
            lambda: (self.texts.state.problem, self.reminders.state.problem),
            self._session.sign_out,
        )
        self.window.signed_out.connect(self._leaving.begin)
        self._session.watch(self._look_who)
        self.presenter.follow(LEDGER_TOPICS, self.ledger.reload_seldom)
        self.presenter.follow(RATINGS_TOPICS, self.ratings.reload_seldom)
        self.presenter.follow({Topic.DOCUMENTS, Topic.HALL}, self.texts.refresh)
        self.presenter.follow({Topic.STAFF}, self.texts.check_again)
        self._connect_texts()
        self._connect_reminders()

    def _connect_texts(self) -> None:
        form = self.texts_view.form
        self.texts_view.sign_in.submitted.connect(self.texts.sign_in)
        self.texts_view.department_chosen.connect(self.texts.choose_department)
        form.kind_chosen.connect(self.texts.choose_kind)
        form.typed.connect(self.texts.type)
        self.texts_view.preview_wanted.connect(self.texts.preview)
        form.undo_wanted.connect(self.texts.undo)
        form.save_wanted.connect(self.texts.save)
        form.given_up.connect(self.texts.commands.give_up)

    def _connect_reminders(self) -> None:
        view, issuing = self.reminders_view, self.reminders.issuing
        connect(view, self.reminders)
        view.acted.connect(self.reminders.act)
        view.new_requested.connect(issuing.open)
        view.work.new.written.connect(issuing.write)
        view.work.new.started_over.connect(issuing.clear)
        view.work.new.given_up.connect(self.reminders.commands.give_up)
        view.work.side.reprint_wanted.connect(self.reminders.print_again)

    def _arrive(self, page: Page) -> None:
        if page is Page.TEXTS:
            self.texts_view.arrive()
        elif page is Page.REMINDERS:
            self.reminders_view.arrive()

    def _look_who(self) -> None:
        self.window.show_actor(self._session.actor)
        self.texts.look_who()
        if self.reminders.state.actor != self._session.actor:
            self.reminders.signing.take_over()

    async def close(self) -> None:
        """End the room's tasks; what is being written is waited for, what was typed is kept."""
        self.texts.commands.give_up()
        self.reminders.stop()
        await self._tasks.close()
        await self.texts.write()
        await self.reminders.typed.write()


def _connect_figures(
    view: FiguresView, card: PartsCard | LedgerCard | RatingsCard, presenter: FiguresPresenter[Any]
) -> None:
    """Connect what a person can do at every page of figures."""
    view.range_chosen.connect(presenter.choose_range)
    view.days_typed.connect(presenter.type_days)
    view.figure_chosen.connect(presenter.choose_figure)
    view.save_wanted.connect(presenter.save)
    card.grouping_chosen.connect(presenter.choose_grouping)
    card.list_wanted.connect(presenter.open_list)
    card.list.closed.connect(presenter.close_list)


def open_room(context: StationContext, files: Files) -> OfficeRoom:
    """The office, ready to be shown."""
    return OfficeRoom(context, files)
