"""Taking the steps of a follow-up, each with what was typed and chosen for it; and calling the person."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from app.domain.follow_up_table import FollowUpAction
from app.ports.rows import FollowUpPage
from app.services import follow_ups
from app.services.reveal import reveal_rater
from app.services.use_case import Command, Ports
from ui.follow_ups import rules
from ui.follow_ups.drafts import FollowUpDraft
from ui.follow_ups.state import FollowUpsState
from ui.worklist.acting import Acting

Step = Callable[[Ports, Command, str, FollowUpDraft], Awaitable[FollowUpPage]]
_A = FollowUpAction

REVEAL_FOR = 60.0
"""Seconds: long enough to dial."""


class FollowUpActing(Acting[FollowUpsState]):
    """Takes the steps of follow-ups."""

    pause: Callable[[float], Awaitable[None]] = staticmethod(asyncio.sleep)

    def act(self) -> None:
        """Take the step whose form is open; what is lacking for it is said."""
        state, action = self._desk.state, rules.action_of(self._desk.state)
        if state.page is None or action is None or not state.at_hand:
            return
        number, draft = state.page.row.number, state.draft
        if self._lacks(rules.lacking(action, draft)):
            return
        step = _STEPS[action]
        told = _A.DISMISS if action is rules.REVIEW and not draft.upheld else action
        self._commands.give(
            (action, number, draft),
            lambda command: step(self._desk.ports, command, number, draft),
            lambda page: self._done(told, page),
        )

    def reveal(self) -> None:
        """Read in the clear whom to call, for a short while; it is written down who looked."""
        page = self._desk.state.page
        if page is None or self._desk.state.actor is None:
            return
        number, order = page.row.number, self._desk.session.command()

        async def read() -> None:
            person = await reveal_rater(self._desk.ports, order, number)
            if self._desk.state.wanted == number:
                self._desk.change(revealed=person)
            await self.pause(REVEAL_FOR)
            self._desk.change(revealed=None)

        self._desk.look(read, "reveal")


async def _assign(ports: Ports, command: Command, number: str, draft: FollowUpDraft) -> FollowUpPage:
    assert draft.handler is not None
    return await follow_ups.assign_follow_up(ports, command, number, draft.handler, draft.text)


async def _ask(ports: Ports, command: Command, number: str, draft: FollowUpDraft) -> FollowUpPage:
    assert draft.satisfied is not None
    return await follow_ups.ask_follow_up(ports, command, number, draft.satisfied, draft.text)


async def _review(ports: Ports, command: Command, number: str, draft: FollowUpDraft) -> FollowUpPage:
    assert draft.upheld is not None
    return await follow_ups.review_appeal(ports, command, number, draft.upheld, draft.text)


def _saying(use_case: Callable[[Ports, Command, str, str], Awaitable[FollowUpPage]]) -> Step:
    """A step that needs nothing but words."""
    return lambda ports, command, number, draft: use_case(ports, command, number, draft.text)


_STEPS: Mapping[FollowUpAction, Step] = {
    _A.CONTACT: _saying(follow_ups.contact_follow_up),
    _A.PUT_RIGHT: _saying(follow_ups.put_right_follow_up),
    _A.ASK: _ask,
    _A.REWORK: _saying(follow_ups.rework_follow_up),
    _A.CLOSE: _saying(follow_ups.close_follow_up),
    rules.REVIEW: _review,
    _A.ASSIGN: _assign,
    _A.EXTEND: _saying(follow_ups.extend_follow_up),
    _A.NOTE: _saying(follow_ups.note_follow_up),
}
