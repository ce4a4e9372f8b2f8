"""Receiving an application that comes without a ticket: by post, online, or where nobody draws numbers."""

from dataclasses import replace

from app.domain.message import Message
from app.ports.item_search import ItemSearchFactory
from app.ports.rows import CasePage
from app.services.case_intake import open_case
from ui.cases.applying import applying_of
from ui.cases.drafts import NOTHING_NEW
from ui.cases.listing import CaseListing
from ui.cases.state import CasesState, Pane
from ui.cases.typed import TypedCases
from ui.one_command import Commands
from ui.worklist.desk import Desk
from ui.worklist.items import ItemFinder


class Opening:
    """The form of a new case; it keeps what was typed until the case is received."""

    def __init__(
        self,
        desk: Desk[CasesState],
        commands: Commands,
        listing: CaseListing,
        typed: TypedCases,
        index_of: ItemSearchFactory,
    ) -> None:
        self._desk, self._commands, self._listing, self._typed = desk, commands, listing, typed
        self.items = ItemFinder(desk, index_of)

    def open(self) -> None:
        """Show the form, with what was typed before."""
        self._desk.change(pane=Pane.NEW, paper=None, problem=None, found=())

    def clear(self) -> None:
        """Begin the form anew."""
        self._typed.write_new(NOTHING_NEW)

    def choose_item(self, code: str) -> None:
        """The case is about this one of the found items; its situations are offered."""
        item = self.items.choose(code)
        if item is None:
            return
        self._write(item=item, situations=(), situation=None)

        async def read() -> None:
            situations = tuple(s.name for s in (await self._desk.ports.readers.item(code)).situations)
            if self._desk.state.new.item == item:
                self._write(situations=situations)

        self._desk.look(read, "item")

    def choose_no_item(self) -> None:
        """Look for another item."""
        self._write(item=None, situations=(), situation=None)

    def receive(self) -> None:
        """Receive it; what is lacking is said, and a second press meanwhile does nothing."""
        new, ports = self._desk.state.new, self._desk.ports
        item = new.item
        if item is None:
            self._desk.change(problem=Message("cases.lacking.item"))
        elif new.applicant.lacks_organisation:
            self._desk.change(problem=Message("cases.lacking.organisation"))
        else:
            self._commands.give(
                ("open", new),
                lambda command: open_case(
                    ports, command, item.code, new.situation, applying_of(new.applicant)
                ),
                self._done,
            )

    def _write(self, **chosen: object) -> None:
        self._typed.write_new(replace(self._desk.state.new, **chosen))  # type: ignore[arg-type]

    def _done(self, page: CasePage) -> None:
        self._typed.write_new(NOTHING_NEW)
        self._desk.change(wanted=page.row.number, chosen=None, item=None, revealed=None)
        self._listing.show_page(page)
        self._listing.show_case()
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("cases.received", {"number": page.row.number}))
