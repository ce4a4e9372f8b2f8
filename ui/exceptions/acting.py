"""Taking the steps of a case, each with what was typed and chosen for it."""

from collections.abc import Awaitable, Callable, Mapping

from app.domain.exception_table import ExceptionAction
from app.ports.rows import ExceptionPage, ExceptionRow
from app.services import exceptions
from app.services.use_case import Command, Ports
from ui.exceptions import rules
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.state import ExceptionsState
from ui.worklist.acting import Acting

Step = Callable[[Ports, Command, ExceptionRow, CaseDraft], Awaitable[ExceptionPage]]


class ExceptionActing(Acting[ExceptionsState]):
    """Takes the steps of exceptions."""

    def act(self) -> None:
        """Take the action whose form is open; what is lacking for it is said."""
        state, action = self._desk.state, rules.action_of(self._desk.state)
        if state.page is None or action is None or state.busy:
            return
        case, draft = state.page.row, state.draft
        if self._lacks(rules.lacking(action, draft)):
            return
        step = _STEPS[action]
        self._commands.give(
            (action, case.number, draft),
            lambda command: step(self._desk.ports, command, case, draft),
            lambda page: self._done(action, page),
        )


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
