"""The counter's presenter: knows no Qt, turns what the clerk asks for into commands, and keeps the state."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from app.domain.errors import YiciError
from app.ports.errors import DatabaseAway
from app.ports.item_search import ItemSearch, ItemSearchFactory
from app.ports.rows import NoticeRow
from app.services.reveal import reveal_person
from app.services.use_case import Command, Ports
from ui.counter import rules
from ui.counter.actions import AT_ONCE, ON_TICKET, Actions
from ui.counter.commands import Commands
from ui.counter.desk import Desk
from ui.counter.draft_file import DraftFile
from ui.counter.intents import ASK_FIRST, Intent
from ui.counter.judging import Judging
from ui.counter.keeping import Keeping
from ui.counter.papers import Papers
from ui.counter.screen import Screen, View
from ui.counter.sheet_words import SheetWords
from ui.counter.signing import Signing
from ui.counter.slip_printer import SlipPrinter
from ui.counter.slips import Slips
from ui.counter.state import CounterState, Revealed, Sheet, Targets
from ui.counter.trips import Trips
from ui.orders import Orders
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import TaskSupervisor

READ_EVERY = 20.0
"""Seconds after which the desk is read again in any case."""

REVEAL_FOR = 20.0
"""Seconds for which a person is shown in the clear."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the presenter works with; ``tasks`` are the room's own."""

    ports: Ports
    session: Session
    prints: PrintQueue
    drafts: DraftFile
    item_search: ItemSearchFactory
    tasks: TaskSupervisor


class CounterPresenter:
    """One counter. Parts: ``signing``, ``actions``, ``slips`` and ``judging`` each take their own intents."""

    def __init__(self, number: int, around: Surroundings, view: View) -> None:
        self._around = around
        self.screen = Screen(CounterState(number, actor=around.session.actor), view)
        self.desk = Desk(around.ports, self.screen, around.drafts)
        self.orders = Orders(around.session.command)
        self._keeping = Keeping(self.screen, around.drafts, around.tasks)
        self.words = SheetWords(self.screen, self._keeping)
        self.commands = Commands(self.screen, self.orders, self.desk.refresh, self.words)
        self.trips = Trips(around.ports, self.screen, self.commands)
        self.papers = Papers(around.ports, self.screen)
        self.slips = Slips(around.ports, self.screen, self.commands, around.prints, around.tasks)
        self.actions = Actions(around.ports, self.screen, self.commands, self.slips.print_of_finish)
        self.judging = Judging(self.screen, self._keeping)
        self.signing = Signing(around.ports, around.session, self.screen, self.desk, self.commands)
        self._index: ItemSearch | None = None
        self._reveals = 0

    @property
    def state(self) -> CounterState:
        """What is shown now."""
        return self.screen.state

    async def refresh(self) -> None:
        """Read everything again: settings, catalogue, desk.

        Raises:
            DatabaseAway: out of touch.
        """
        self.desk.forget_item()
        await self.desk.read_hall()
        await self.desk.refresh()

    async def keep_time(self) -> None:
        """Read the desk again now and then although nothing was told: waits grow, days
        begin, and no hint is a promise.
        """
        while True:
            await asyncio.sleep(READ_EVERY)
            if self.state.in_touch and self.state.busy is None:
                with suppress(DatabaseAway):  # the feed tells that the hall is out of touch
                    await self.desk.refresh()
                    await self.desk.read_owed()

    async def close(self) -> None:
        """Repeat nothing any more, and write the drafts before the room goes."""
        self.orders.give_up()
        await self._keeping.write()

    async def ask(self, intent: Intent, ticket: str | None = None) -> None:
        """Do what the state allows: at once, or by opening the sheet where something is to be chosen first."""
        if intent is Intent.PAUSE and Intent.GO_ON in rules.enabled(self.state):
            intent = Intent.GO_ON
        if self.state.busy is not None or intent not in rules.enabled(self.state):
            return
        if intent in ASK_FIRST:
            await self._open_sheet(intent, ticket)
        elif intent in ON_TICKET:
            await self.actions.on_ticket(intent, ticket or self._undoable())
        elif intent in AT_ONCE:
            await self.actions.at_once(intent)
        else:
            await self._other(intent)

    async def confirm_abandon(self) -> None:
        """The person has left: the live ticket, or the held one that the sheet is about."""
        sheet = self.state.sheet
        if sheet is not None and sheet.intent is Intent.ABANDON_HELD and sheet.ticket:
            await self.actions.on_ticket(sheet.intent, sheet.ticket)
        else:
            await self.actions.abandon()

    async def call_chosen(self, reason: str) -> None:
        """Call the ticket that the open sheet is about, out of order."""
        sheet = self.state.sheet
        if sheet is not None and sheet.ticket:
            await self.actions.call_ticket(sheet.ticket, reason)

    async def look_at(self, number: str) -> None:
        """Show an earlier slip."""
        notice = self._notice(number)
        if notice is not None:
            await self.slips.look(notice)

    def close_sheet(self) -> None:
        """Never mind."""
        if self.state.busy is None:
            self.screen.change(sheet=None, shown=None, problem=None)

    def switch_shape(self, compact: bool) -> None:
        """Full window or compact bar; the state is the same."""
        self.screen.change(compact=compact)

    def show_printer(self, printer: SlipPrinter) -> None:
        """How the printer for slips stands."""
        self.screen.change(printer=printer)

    def touch_changed(self, in_touch: bool) -> None:
        """In or out of touch with the hall; what waits for its reply is repeated at once when in touch."""
        self.screen.change(in_touch=in_touch)
        if in_touch:
            self.orders.repeat()

    def search_items(self, typed: str) -> None:
        """Find the item that an errand is really about."""
        if self._index is not None:
            self.screen.change(found=self._index.search(typed))

    async def _open_sheet(self, intent: Intent, ticket: str | None) -> None:
        if intent is Intent.PREVIEW:
            await self.slips.look(self.state.issued)
            return
        sheet = Sheet(intent, ticket)
        self.screen.change(sheet=sheet, typed=self.words.of(sheet), problem=None)
        try:
            if intent is Intent.TRANSFER:
                self.screen.change(targets=await self._targets())
            elif intent is Intent.CASE:
                self.screen.change(cases=None, scanned=None)
                await self.trips.find()
            elif intent is Intent.CHANGE_ITEM:
                self._index = self._around.item_search(await self._around.ports.readers.items())
                self.search_items("")
        except YiciError as error:
            self.screen.change(problem=error.message)

    async def _targets(self) -> Targets:
        """Lines, and the counters and people where somebody sits who can call."""
        readers = self._around.ports.readers
        counters = [c for c in await readers.counters() if c.clerk and c.number != self.state.number]
        sitting = {c.clerk for c in counters}
        clerks = [s for s in await readers.staff() if s.number in sitting]
        return Targets(tuple(await readers.lines()), tuple(counters), tuple(clerks))

    async def _other(self, intent: Intent) -> None:
        match intent:
            case Intent.CALL_NEXT:
                await self.actions.call_next()
            case Intent.NOTICE:
                await self.slips.issue()
            case Intent.REPRINT:
                await self.slips.reprint()
            case Intent.REVEAL:
                await self._reveal()
            case Intent.SIGN_OUT:
                await self.signing.sign_out()

    async def _reveal(self) -> None:
        async def steps(command: Command) -> None:
            person = await reveal_person(self._around.ports, command, self.state.number)
            self.screen.change(revealed=Revealed(person.name, person.identity, person.phone))

        if await self.commands.carry_out(Intent.REVEAL, steps):
            self._reveals += 1
            self._around.tasks.start(self._hide_later(self._reveals), name="hide the person again")

    async def _hide_later(self, look: int) -> None:
        await asyncio.sleep(REVEAL_FOR)
        if look == self._reveals:
            self.screen.change(revealed=None)

    def _undoable(self) -> str:
        desk = self.state.desk
        return desk.undoable.number if desk and desk.undoable else ""

    def _notice(self, number: str) -> NoticeRow | None:
        notices = self.state.desk.notices if self.state.desk else ()
        return next((n for n in notices if n.number == number), None)
