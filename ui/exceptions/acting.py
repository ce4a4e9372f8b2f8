"""Taking the steps of a case, each with what was typed and chosen for it."""

from collections.abc import Awaitable, Callable, Mapping

from app.domain.exception_table import ExceptionAction
from app.ports.rows import ExceptionPage, ExceptionRow
from app.services import exception_working, exceptions
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
        if state.page is None or action is None or not state.at_hand:
            return
        case, draft = state.page.row, state.draft
        if self._lacks(rules.lacking(action, case, draft)):
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


async def _follow_up(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    assert draft.satisfied is not None
    return await exceptions.follow_up_exception(ports, command, case.number, draft.satisfied, text=draft.text)


async def _join(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    assert draft.handler is not None
    return await exception_working.join_exception(
        ports, command, case.number, draft.handler, draft.text, draft.department
    )


async def _release(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    assert draft.handler is not None
    return await exception_working.release_exception_part(
        ports, command, case.number, draft.handler, draft.text
    )


async def _extend(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    until = draft.due if draft.due and draft.due > case.due.day else None
    return await exception_working.extend_exception(ports, command, case.number, draft.text, until)


async def _deny(ports: Ports, command: Command, case: ExceptionRow, draft: CaseDraft) -> ExceptionPage:
    return await exception_working.deny_exception(ports, command, case.number, draft.text, draft.basis)


def _saying(use_case: Callable[[Ports, Command, str, str], Awaitable[ExceptionPage]]) -> Step:
    """A step that needs nothing but words."""
    return lambda ports, command, case, draft: use_case(ports, command, case.number, draft.text)


_STEPS: Mapping[ExceptionAction, Step] = {
    ExceptionAction.TRIAGE: _triage,
    ExceptionAction.ASSIGN: _assign,
    ExceptionAction.TAKE: _saying(exceptions.take_exception),
    ExceptionAction.CONTACT: _saying(exception_working.contact_exception),
    ExceptionAction.MEASURE: _saying(exception_working.measure_exception),
    ExceptionAction.EXTEND: _extend,
    ExceptionAction.JOIN: _join,
    ExceptionAction.PART: _saying(exception_working.answer_exception_part),
    ExceptionAction.RELEASE: _release,
    ExceptionAction.ANSWER: _saying(exceptions.answer_exception),
    ExceptionAction.DENY: _deny,
    ExceptionAction.SIGN_OFF: _saying(exception_working.sign_off_exception),
    ExceptionAction.REFUSE: _saying(exception_working.refuse_exception),
    ExceptionAction.WITHDRAW: _saying(exception_working.withdraw_exception),
    ExceptionAction.FOLLOW_UP: _follow_up,
    ExceptionAction.REWORK: _saying(exceptions.rework_exception),
    ExceptionAction.CLOSE: _saying(exceptions.close_exception),
    ExceptionAction.REOPEN: _saying(exceptions.reopen_exception),
    ExceptionAction.RETURN: _saying(exceptions.return_exception),
    ExceptionAction.NOTE: _saying(exceptions.note_exception),
}
