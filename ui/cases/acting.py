"""Taking the steps of a case, each with what was typed and chosen for it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.domain.case_table import CaseAction
from app.domain.message import Message
from app.domain.staff import Permission
from app.ports.rows import CasePage, NoticeRow
from app.services.notices import notify_case
from app.services.reveal import reveal_applicant
from app.services.sign_in import sign_in
from app.services.telling import Again
from app.services.use_case import Command
from ui.cases import rules
from ui.cases.desk import Desk
from ui.cases.listing import Listing
from ui.cases.slips import Slips
from ui.cases.steps import STEPS
from ui.cases.typed import Typed
from ui.one_command import Commands
from ui.print_queue import PrintQueue


@dataclass(frozen=True, slots=True)
class Countersign:
    """The supervisor's number and password, typed where a further notice is told; never kept."""

    number: str = ""
    password: str = ""


NOBODY = Countersign()

REVEAL_FOR = 20.0
"""Seconds for which a person is shown in the clear, as at the counter."""


class Acting:
    """Chooses a step, and takes it."""

    def __init__(
        self, desk: Desk, commands: Commands, listing: Listing, typed: Typed, prints: PrintQueue
    ) -> None:
        self._desk, self._commands = desk, commands
        self._listing, self._typed = listing, typed
        self.slips = Slips(desk, commands, prints)
        self.pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    def choose(self, action: CaseAction) -> None:
        """Open the form of another step than the sensible one; what was typed goes along."""
        self._desk.change(chosen=action, problem=None)
        self._desk.view.focus_action()

    def choose_none(self) -> None:
        """Back to the sensible step."""
        self._desk.change(chosen=None, problem=None)

    def act(self, countersign: Countersign = NOBODY) -> None:
        """Take the step whose form is open; what is lacking for it is said."""
        state, action = self._desk.state, rules.action_of(self._desk.state)
        if state.page is None or action is None or state.busy:
            return
        problem = rules.lacking(action, state)
        if problem is not None:
            self._desk.change(problem=problem)
            self._desk.view.focus_action()
        elif action in rules.NOTIFYING:
            self._notify(action, state.page, countersign)
        else:
            self._take(action, state.page)

    def reveal(self) -> None:
        """Read the applicant in the clear for a short while; it is written down who looked."""
        page = self._desk.state.page
        if page is not None and self._desk.state.actor is not None:
            number, order = page.row.number, self._desk.session.command()

            async def read() -> None:
                person = await reveal_applicant(self._desk.ports, order, number)
                if self._desk.state.wanted == number:
                    self._desk.change(revealed=person)
                await self.pause(REVEAL_FOR)
                self._desk.change(revealed=None)

            self._desk.look(read, "reveal")

    def _take(self, action: CaseAction, page: CasePage) -> None:
        number, draft, ports = page.row.number, self._desk.state.draft, self._desk.ports
        self._commands.give(
            (action, number, page.version, draft),
            lambda command: STEPS[action](ports, command, number, draft),
            lambda done: self._done(action, done),
        )

    def _notify(self, action: CaseAction, page: CasePage, countersign: Countersign) -> None:
        number, draft = page.row.number, self._desk.state.draft
        judgements = draft.judged.for_materials(self._desk.state.materials)
        again = self._agreed(draft.text, countersign) if action is CaseAction.NOTIFY_AGAIN else None

        async def steps(command: Command) -> NoticeRow:
            agreed = await again() if again else None
            return await notify_case(self._desk.ports, command, number, judgements, agreed)

        self._commands.give(
            (action, number, page.version, draft), steps, lambda notice: self._told(action, number, notice)
        )

    def _agreed(self, reason: str, countersign: Countersign) -> Callable[[], Awaitable[Again]]:
        async def agree() -> Again:
            supervisor = await sign_in(
                self._desk.ports, countersign.number, countersign.password,
                self._desk.session.station, Permission.NOTIFY_AGAIN,
            )  # fmt: skip
            return Again(reason, supervisor)

        return agree

    def _done(self, action: CaseAction, page: CasePage) -> None:
        before = self._desk.state.page
        self._typed.forget(page.row.number)
        self._listing.show_page(page)
        self.slips.print_new(before, page)
        self._after(action, page.row.number)

    def _told(self, action: CaseAction, number: str, notice: NoticeRow) -> None:
        self._typed.forget(number)
        self._desk.change(chosen=None)
        self._listing.read_page(number)
        self._after(action, number)
        self.slips.print_notice(notice)

    def _after(self, action: CaseAction, number: str) -> None:
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("cases.done", {"number": number, "action": action}))
