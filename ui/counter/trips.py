"""A further trip: the case that the person comes for is found, taken up, and what came is ticked off."""

import asyncio

from app.domain.case_table import OPEN_STATES, CaseState
from app.domain.errors import NotFound, YiciError
from app.domain.notice import NoticeKind
from app.domain.paper_code import is_on_record
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage, CaseRow, TicketRow
from app.services.case_intake import supplement_case
from app.services.documents import verify
from app.services.find_cases import asked_for
from app.services.link_case import link_case
from app.services.use_case import Command, Ports
from ui.counter.commands import Commands
from ui.counter.intents import Intent
from ui.counter.screen import Screen
from ui.counter.state import FoundCases

MOST = 5
"""Cases to choose from: more than these ask for more letters."""


class Trips:
    """Looks for the case by the person's earlier slips for this item, or by what is typed or scanned."""

    def __init__(self, ports: Ports, screen: Screen, commands: Commands) -> None:
        self._ports, self._screen, self._commands = ports, screen, commands
        self._looking = asyncio.Lock()
        self._asked = ""

    async def find(self, text: str = "") -> None:
        """Show the open cases of this item that it may be for; an answer that is no longer wanted is dropped."""
        self._asked = text = text.strip()
        ticket = self._screen.state.ticket
        if ticket is None:
            return
        try:
            async with self._looking:
                found = await self._look_for(ticket, text)
        except NotFound as error:  # a paper that nobody issued here leads to no case
            self._screen.change(problem=error.message, cases=FoundCases(text))
            return
        except YiciError as error:
            self._screen.change(problem=error.message)
            return
        if text == self._asked:
            self._screen.change(cases=found, problem=None)

    async def take_up(self, number: str, brought: frozenset[int]) -> None:
        """This trip is for that case; what came of what was missing is ticked off."""
        second = self._commands.orders.new_command()  # a step of its own, repeated under its own id

        async def steps(command: Command) -> None:
            await link_case(self._ports, command, self._screen.state.number, number)
            if brought:
                await supplement_case(self._ports, second, number, brought)

        await self._commands.carry_out(Intent.CASE, steps)

    async def _look_for(self, ticket: TicketRow, text: str) -> FoundCases:
        verified = await verify(self._ports, text) if is_on_record(text) else None
        return FoundCases(text, await self._found(ticket, text), verified)

    async def _found(self, ticket: TicketRow, text: str) -> tuple[CasePage, ...]:
        queries = [asked_for(text, _OPEN, self._ports.protector)] if text else self._by_papers(ticket)
        rows: dict[str, CaseRow] = {}
        for query in queries:
            for row in await self._ports.readers.cases(query):
                if row.item == ticket.errand.item and row.state in OPEN_STATES:
                    rows.setdefault(row.number, row)
        pages = [await self._ports.readers.case(number) for number in list(rows)[:MOST]]
        return tuple(sorted(pages, key=lambda page: page.row.state is not CaseState.NOTIFIED))

    def _by_papers(self, ticket: TicketRow) -> list[CaseQuery]:
        """The errand's own case, and those of the slips that this person got for the item."""
        slips = [n for n in self._screen.state.earlier if n.kind is NoticeKind.SUPPLEMENT]
        return [
            CaseQuery(ticket=(ticket.day, ticket.number)),
            *(CaseQuery(notice=slip.id) for slip in slips if slip.item == ticket.errand.item),
        ]


_OPEN = CaseQuery(limit=50)
