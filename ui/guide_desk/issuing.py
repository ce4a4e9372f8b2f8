"""From the draft to a ticket; or instead of one to a consultation slip, or online."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from functools import partial
from typing import Any, TypeVar

from app.domain.errors import YiciError
from app.domain.sent_online import SentOnline
from app.ports.errors import DatabaseAway
from app.ports.rows import NoticeRow, TicketRow
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.notices import consult
from app.services.send_online import send_online, undo_send_online
from app.services.use_case import Command
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.draft import NO_DRAFT, Draft, ErrandDraft, VisitorDraft
from ui.guide_desk.printing import Printing
from ui.guide_desk.state import Sent

R = TypeVar("R")


class Issuing:
    """One order at a time: while one is under way a second Enter does nothing."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk, self._printing = desk, printing
        self._running: asyncio.Task[None] | None = None
        self._order: Callable[[], None] = self.issue

    def issue(self) -> None:
        """Issue the ticket and print it."""
        self._order = self.issue
        draft = self._desk.state.draft
        if self._desk.state.can_issue and self._may_begin():
            self._begin(self._issue(_wishes(draft), visitor_of(draft.visitor)), "issue a ticket")

    def consult(self) -> None:
        """Print what is missing instead; nobody queues in vain."""
        self._order = self.consult
        draft = self._desk.state.draft
        if draft.errand is not None and self._desk.state.can_consult and self._may_begin():
            errand = draft.errand
            work = self._consult(_wish(errand), visitor_of(draft.visitor))
            self._begin(work, "issue a consultation slip")

    def send_online(self, code: str) -> None:
        """The person does this item online: count it; what else the person came for stays."""
        self._order = partial(self.send_online, code)
        draft = self._desk.state.draft
        errand = next((known for known in draft.errands if known.code == code), None)
        if errand is not None and not self._desk.state.busy:
            self._begin(self._send_online(errand, draft.visitor), "send somebody online")

    def undo_online(self) -> None:
        """It was a slip of the finger: nobody was sent online, and the draft is as it was."""
        self._order = self.undo_online
        sent = self._desk.state.sent
        if sent is not None and not self._desk.state.busy:
            self._begin(self._undo_online(sent), "undo sending online")

    def press(self) -> None:
        """The one next action: the ticket, or the last order again while nobody knows whether it was done."""
        self._order() if self._desk.state.away else self.issue()

    def again(self) -> None:
        """Give the last order again: after a lost answer it does nothing twice."""
        self._order()

    def give_up_waiting(self) -> None:
        """The person at the desk waits no longer; giving the same order again does nothing twice."""
        if self._running is not None:
            self._running.cancel()

    def _may_begin(self) -> bool:
        """Nothing is under way and nothing is wrong with the person; what is wrong gets the keyboard."""
        wrong = self._desk.state.draft.visitor.problem
        if self._desk.state.busy:
            return False
        if wrong is not None:
            self._desk.view.focus_visitor(wrong)
        return wrong is None

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._desk.change(busy=True, problem=None)
        self._running = self._desk.tasks.run_command(work, name=name)

    async def _issue(self, wishes: tuple[ErrandWish, ...], visitor: Visitor) -> None:
        desk = self._desk

        async def act(command: Command) -> TicketRow:
            return await issue_ticket(desk.ports, command, wishes, visitor=visitor)

        ticket = await self._answer(("issue", wishes, visitor), act)
        if ticket is not None:
            self._done(NO_DRAFT, issued=ticket)
            self._printing.print_ticket(ticket)

    async def _consult(self, wish: ErrandWish, visitor: Visitor) -> None:
        desk, brought = self._desk, wish.brought or frozenset()

        async def act(command: Command) -> NoticeRow:
            return await consult(
                desk.ports, command, wish.item, brought, wish.situation, visitor, wish.not_applicable
            )

        notice = await self._answer(("consult", wish, visitor), act)
        if notice is not None:
            self._done(_without(self._desk.state.draft, wish.item), told=notice)
            self._printing.print_notice(notice)

    async def _send_online(self, errand: ErrandDraft, visitor: VisitorDraft) -> None:
        desk, code = self._desk, errand.code

        async def act(command: Command) -> SentOnline:
            return await send_online(desk.ports, command, code)

        record = await self._answer(("send online", code), act)
        if record is not None:
            self._done(_without(desk.state.draft, code), sent=Sent(record, errand, visitor))

    async def _undo_online(self, sent: Sent) -> None:
        desk = self._desk

        async def act(command: Command) -> SentOnline:
            return await undo_send_online(desk.ports, command, sent.record.id)

        if await self._answer(("undo online", sent.record.id), act) is not None:
            self._done(desk.state.draft.put_back(sent.errand, sent.visitor))

    async def _answer(self, order: Hashable, act: Callable[[Command], Awaitable[R]]) -> R | None:
        """The hall's answer; without one it is said why, and nothing that was typed is lost."""
        try:
            return await self._desk.orders.give(order, act)
        except YiciError as error:
            self._failed(error)
            return None
        except asyncio.CancelledError:
            self._unanswered()
            raise

    def _done(
        self,
        left: Draft,
        *,
        issued: TicketRow | None = None,
        told: NoticeRow | None = None,
        sent: Sent | None = None,
    ) -> None:
        """On with the next person; with what is ``left`` of the draft, on with this one."""
        self._desk.view.focus_search(clear=True)
        self._desk.change(
            busy=False, away=False, problem=None, draft=left, issued=issued, told=told, sent=sent
        )
        if left.errands:
            self._desk.view.focus_issue()
        self._desk.read_again()

    def _failed(self, error: YiciError) -> None:
        self._desk.change(busy=False, away=isinstance(error, DatabaseAway), problem=failure_of(error).message)
        self._desk.view.focus_issue()

    def _unanswered(self) -> None:
        self._desk.change(busy=False, away=True)


def visitor_of(draft: VisitorDraft) -> Visitor:
    """The person as the use cases take it."""
    return Visitor(draft.name.strip(), draft.identity.strip(), draft.phone.strip(), draft.priority)


def _without(draft: Draft, item: str) -> Draft:
    """The draft after a slip about one item; the person still came for the others."""
    left = draft.remove(item)
    return left if left.errands else NO_DRAFT


def _wishes(draft: Draft) -> tuple[ErrandWish, ...]:
    return tuple(_wish(errand) for errand in draft.errands)


def _wish(errand: ErrandDraft) -> ErrandWish:
    return ErrandWish(errand.code, errand.situation, errand.brought, errand.not_applicable)
