"""Registering a new case (登记)."""

from dataclasses import replace
from typing import Protocol

from app.domain.exception_case import Channel
from app.domain.message import Message
from app.ports.item_search import ItemSearchFactory
from app.ports.rows import ExceptionPage
from app.services.exception_files import Registered, open_with_files
from app.services.issue_ticket import Visitor
from app.services.open_exception import open_exception
from app.services.use_case import Command
from ui.exceptions.drafts import NOTHING_NEW, NewCase
from ui.exceptions.listing import ExceptionListing
from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.typed import TypedExceptions
from ui.given_files import read_files
from ui.one_command import Commands
from ui.similar import SimilarReader, told_of
from ui.worklist.desk import Desk, View
from ui.worklist.items import ChosenItem, ItemFinder


class RegisteringView(View[ExceptionsState], Protocol):
    """What the presenter needs of a screen with a form for new cases."""

    def focus_new(self) -> None:
        """Bring the keyboard to the form of a new case."""


class Registering:
    """The form of a new case; it keeps what was typed until the case is registered."""

    def __init__(
        self,
        desk: Desk[ExceptionsState],
        view: RegisteringView,
        commands: Commands,
        listing: ExceptionListing,
        typed: TypedExceptions,
        index_of: ItemSearchFactory,
        similar: SimilarReader,
    ) -> None:
        self._desk, self._view, self._commands = desk, view, commands
        self._listing, self._typed = listing, typed
        self.items = ItemFinder(desk, index_of)
        self._similar = similar

    def open(self) -> None:
        """Show the form, with what was typed before."""
        self._desk.change(pane=Pane.NEW, problem=None, found=())
        self._look_for_similar()
        self._view.focus_new()

    def leave(self) -> None:
        """Back to the case; what was typed waits."""
        self._desk.change(pane=Pane.CASE, problem=None, found=())
        self._desk.view.focus_list()

    def clear(self) -> None:
        """Begin the form anew."""
        self.write(NOTHING_NEW)
        self._view.focus_new()

    def write(self, new: NewCase) -> None:
        """Something was typed or chosen; cases like it are looked for."""
        self._typed.write_new(new)
        self._look_for_similar()

    def choose_item(self, code: str) -> None:
        """The case is about this one of the found items."""
        if (item := self.items.choose(code)) is not None:
            self._choose(item)

    def choose_no_item(self) -> None:
        """The case is about no item."""
        self._choose(None)

    def register(self) -> None:
        """Register it; what is lacking is said, and a second press meanwhile does nothing."""
        new = self._desk.state.new
        if new.category is None:
            self._desk.change(problem=Message("exceptions.lacking.category"))
            return
        self._commands.give(new, lambda command: self._steps(command, new), self._done)

    def _choose(self, item: ChosenItem | None) -> None:
        self.write(replace(self._desk.state.new, item=item))

    def _look_for_similar(self) -> None:
        new = self._desk.state.new
        told = told_of(new.summary, new.item.name if new.item else None)
        self._similar.told(told, lambda found: self._desk.change(similar=found))

    async def _steps(self, command: Command, new: NewCase) -> Registered:
        files = await read_files(new.files)
        return await open_with_files(self._desk.ports, command, files, lambda order: self._open(order, new))

    async def _open(self, command: Command, new: NewCase) -> ExceptionPage:
        assert new.category is not None
        ticket = "" if new.anonymous else new.ticket.strip().upper()
        return await open_exception(
            self._desk.ports,
            command,
            new.summary,
            new.category,
            Channel.DIRECT,
            wish=new.wish,
            level=new.level,
            ticket=ticket or None,
            item=new.item.code if new.item else None,
            visitor=None if new.anonymous else Visitor(name=new.name, phone=new.phone),
        )

    def _done(self, registered: Registered) -> None:
        """The case is on the page; what was not added of its files is said there."""
        page = registered.page
        self.write(NOTHING_NEW)
        self._desk.change(pane=Pane.CASE, wanted=page.row.number, chosen=None)
        self._listing.show_page(page)
        self._desk.change(problem=registered.problem)
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("exceptions.registered", {"number": page.row.number}))
        self._desk.view.focus_action()
