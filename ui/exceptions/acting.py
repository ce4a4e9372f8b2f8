"""Taking the steps of a case, each with what was typed and chosen for it."""

from collections.abc import Awaitable, Callable, Mapping

from app.domain.exception_table import ExceptionAction
from app.domain.message import Message
from app.ports.rows import ExceptionPage, ExceptionRow
from app.services import exceptions
from app.services.use_case import Command, Ports
from ui.exceptions import rules
from ui.exceptions.desk import Desk
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.listing import Listing
from ui.exceptions.typed import Typed
from ui.one_command import Commands

Step = Callable[[Ports, Command, ExceptionRow, CaseDraft], Awaitable[ExceptionPage]]


class Acting:
    """Chooses an action, and takes it."""

    def __init__(self, desk: Desk, commands: Commands, listing: Listing, typed: Typed) -> None:
        self._desk, self._commands = desk, commands
        self._listing, self._typed = listing, typed

    def choose(self, action: ExceptionAction) -> None:
        """Open the form of another action than the sensible one; what was typed goes along."""
        self._desk.change(chosen=action, problem=None)
        self._desk.view.focus_action()

    def choose_none(self) -> None:
        """Back to the sensible action."""
        self._desk.change(chosen=None, problem=None)

    def act(self) -> None:
        """Take the action whose form is open; what is lacking for it is said."""
        state, action = self._desk.state, rules.action_of(self._desk.state)
        if state.page is None or action is None or state.busy:
            return
        problem = rules.lacking(action, state.draft)
        if problem is not None:
            self._desk.change(problem=problem)
            self._desk.view.focus_action()
            return
        case, draft = state.page.row, state.draft
        step = _STEPS[action]
        self._commands.give(
            (action, case.number, draft),
            lambda command: step(self._desk.ports, command, case, draft),
            lambda page: self._done(action, page),
        )

    def _done(self, action: ExceptionAction, page: ExceptionPage) -> None:
        number = page.row.number
        self._typed.forget(number)
        self._listing.show_page(page)
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("exceptions.done", {"number": number, "action": action}))


async def _triage(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    category, level = draft.category or case.category, draft.level or case.level
    return await exceptions.triage_exception(ports, command, case.number, category, level, text=draft.text)


async def _assign(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    assert draft.handler is not None
    return await exceptions.assign_exception(
        ports,
        command,
        case.number,
        draft.handler,
        department=draft.department,
        due=draft.due,
        text=draft.text,
    )


async def _take(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.take_exception(ports, command, case.number, text=draft.text)


async def _answer(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.answer_exception(ports, command, case.number, draft.text)


async def _follow_up(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    assert draft.satisfied is not None
    return await exceptions.follow_up_exception(ports, command, case.number, draft.satisfied, text=draft.text)


async def _rework(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.rework_exception(ports, command, case.number, text=draft.text)


async def _close(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.close_exception(ports, command, case.number, text=draft.text)


async def _reopen(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.reopen_exception(ports, command, case.number, draft.text)


async def _return(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.return_exception(ports, command, case.number, draft.text)


async def _note(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exceptions.note_exception(ports, command, case.number, draft.text)


_STEPS: Mapping[ExceptionAction, Step] = {
    ExceptionAction.TRIAGE: _triage,
    ExceptionAction.ASSIGN: _assign,
    ExceptionAction.TAKE: _take,
    ExceptionAction.ANSWER: _answer,
    ExceptionAction.FOLLOW_UP: _follow_up,
    ExceptionAction.REWORK: _rework,
    ExceptionAction.CLOSE: _close,
    ExceptionAction.REOPEN: _reopen,
    ExceptionAction.RETURN: _return,
    ExceptionAction.NOTE: _note,
}
