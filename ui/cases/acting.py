"""Taking the steps of a case, each with what was typed and chosen for it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.domain.case_table import CaseAction
from app.domain.staff import Permission
from app.ports.rows import CasePage, NoticeRow
from app.services.notices import notify_case
from app.services.reveal import reveal_applicant
from app.services.sign_in import sign_in
from app.services.telling import Again
from app.services.use_case import Command
from ui.cases import rules
from ui.cases.listing import CaseListing
from ui.cases.slips import Slips
from ui.cases.state import CasesState
from ui.cases.steps import STEPS
from ui.cases.typed import TypedCases
from ui.one_command import Commands
from ui.print_queue import PrintQueue
from ui.worklist.acting import Acting
from ui.worklist.desk import Desk


@dataclass(frozen=True, slots=True)
class Countersign:
    """The supervisor's number and password, typed where a further notice is told; never kept."""

    number: str = ""
    password: str = ""


NOBODY = Countersign()

REVEAL_FOR = 20.0
"""Seconds for which a person is shown in the clear, as at the counter."""


class CaseActing(Acting[CasesState]):
    """Takes the steps of cases; what is told comes out on paper."""

    def __init__(
        self,
        desk: Desk[CasesState],
        commands: Commands,
        listing: CaseListing,
        typed: TypedCases,
        prints: PrintQueue,
    ) -> None:
        super().__init__(desk, commands, listing, typed)
        self._cases = listing
        self.slips = Slips(desk, commands, prints)
        self.pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    def act(self, countersign: Countersign = NOBODY) -> None:
        """Take the step whose form is open; what is lacking for it is said."""
        page, action = self._desk.state.page, self.ready()
        if page is None or action is None:
            return
        if action in rules.NOTIFYING:
            self._notify(action, page, countersign)
        else:
            self._take(action, page)

    def ready(self) -> CaseAction | None:
        """The step whose form is open and complete; what is lacking for it is said."""
        state, action = self._desk.state, rules.action_of(self._desk.state)
        if state.page is None or action is None or not state.at_hand:
            return None
        if self._lacks(rules.lacking(action, state)):
            return None
        return action

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
            lambda command: STEPS[action].take(ports, command, number, draft),
            lambda done: self._printed(action, page, done),
        )

    def _notify(self, action: CaseAction, page: CasePage, countersign: Countersign) -> None:
        number, draft, ports = page.row.number, self._desk.state.draft, self._desk.ports
        judgements = draft.judged.for_materials(self._desk.state.materials)
        again = self._agreed(draft.text, countersign) if action is CaseAction.NOTIFY_AGAIN else None

        async def steps(command: Command) -> tuple[NoticeRow, CasePage]:
            agreed = await again() if again else None
            notice = await notify_case(ports, command, number, judgements, agreed)
            return notice, await ports.readers.case(number)

        self._commands.give(
            (action, number, page.version, draft), steps, lambda told: self._told(action, *told)
        )

    def _agreed(self, reason: str, countersign: Countersign) -> Callable[[], Awaitable[Again]]:
        async def agree() -> Again:
            supervisor = await sign_in(
                self._desk.ports, countersign.number, countersign.password,
                self._desk.session.station, Permission.NOTIFY_AGAIN,
            )  # fmt: skip
            return Again(reason, supervisor)

        return agree

    def _printed(self, action: CaseAction, before: CasePage, page: CasePage) -> None:
        self._leave_preview(action)
        self._done(action, page)
        self.slips.print_new(before, page)

    def _told(self, action: CaseAction, notice: NoticeRow, page: CasePage) -> None:
        self._leave_preview(action)
        self._done(action, page)
        self.slips.print_notice(notice)

    def _leave_preview(self, action: CaseAction) -> None:
        """What would be has come to be: the case stands in its place again."""
        paper = self._desk.state.paper
        if paper is not None and paper.step is action:
            self._cases.show_case()
