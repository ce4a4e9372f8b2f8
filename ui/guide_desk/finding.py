"""Finding a ticket by number, name or identity number, or by scanning one of the hall's papers."""

import re

from app.domain.errors import BadInput, YiciError
from app.domain.message import Message
from app.domain.paper_code import is_on_record, scanned_ticket
from app.domain.person import Personal
from app.ports.errors import DatabaseAway
from app.ports.queries import TicketQuery
from app.ports.rows import NoticeRow, TicketRow
from app.services.documents import verify
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import FindState, Pane

MOST = 50
_NUMBER = re.compile(r"[A-Za-z]{1,3}\d{1,5}")
_IDENTITY = re.compile(r"\d{15,17}[\dXx]")


class Finding:
    """Asks as one types; an answer that is no longer wanted is dropped."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._answered = ""

    def find(self, text: str) -> None:
        """Find what was typed or scanned."""
        text = text.strip()
        tickets = None if not text else self._desk.state.find.tickets
        self._desk.change(find=FindState(text, tickets), pane=Pane.FIND)
        if text:
            self._desk.tasks.start(self._find(text), name="find a ticket", replace=True)

    async def again(self) -> None:
        """Read again what is shown, after a change elsewhere."""
        if self._desk.state.pane is Pane.FIND and self._desk.state.find.text:
            await self._find(self._desk.state.find.text)

    async def _find(self, text: str) -> None:
        try:
            found = await self._look_up(text)
            self._answered = text
        except DatabaseAway:
            self._desk.read_all_again()  # which asks again when it is in touch
            found = self._not_answered(text)
        except YiciError as error:
            found = FindState(text, (), problem=failure_of(error).message)
        if self._desk.state.find.text == text:
            self._desk.change(find=found)

    def _not_answered(self, text: str) -> FindState:
        """What was found for this very text before stays; what was found for another one is no answer."""
        if text == self._answered:
            return self._desk.state.find
        return FindState(text, (), problem=Message("guide_desk.find.away"))

    async def _look_up(self, text: str) -> FindState:
        readers = self._desk.ports.readers
        if scanned := scanned_ticket(text):
            day, number = scanned
            return FindState(text, (await readers.ticket(number, day),))
        if is_on_record(text):
            verified = await verify(self._desk.ports, text)
            return FindState(text, await self._tickets_of(verified.notice), verified.notice, verified)
        query = self._query(text)
        return FindState(text, tuple(await readers.tickets(query))) if query else FindState(text, ())

    async def _tickets_of(self, notice: NoticeRow | None) -> tuple[TicketRow, ...]:
        if notice is None or notice.ticket is None:
            return ()
        return tuple(await self._desk.ports.readers.tickets(TicketQuery(number=notice.ticket, limit=1)))

    def _query(self, text: str) -> TicketQuery | None:
        if _NUMBER.fullmatch(text):
            return TicketQuery(number=text.upper(), limit=MOST)
        kind = Personal.IDENTITY if _IDENTITY.fullmatch(text) else Personal.NAME
        try:
            return TicketQuery(lookups=(self._desk.ports.protector.lookup(kind, text),), limit=MOST)
        except BadInput:
            return None


def is_identity(code: str) -> bool:
    """Whether a reader has read what looks like an identity number."""
    return bool(_IDENTITY.fullmatch(code))


def nothing_found(find: FindState) -> Message | None:
    """What to say where nothing was found."""
    if find.problem is not None:
        return find.problem
    empty = find.tickets == () and find.verified is None
    return Message("guide_desk.find.nothing", {"text": find.text}) if empty else None
