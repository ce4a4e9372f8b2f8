"""Groups at the station: a case is put into one, and what is done about its cause."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from app.domain.message import Message
from app.domain.staff import Permission
from app.ports.rows import CheckPage, GroupPage
from app.services import department_checks, exception_groups
from app.services.use_case import Command, Ports
from ui.exceptions import group_rules as rules
from ui.exceptions.group_state import GroupDeed, GroupDraft, GroupsState, JoinDraft
from ui.exceptions.listing import ExceptionListing
from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.typed import TypedExceptions
from ui.one_command import Commands
from ui.worklist.desk import Desk

Step = Callable[[Ports, Command, GroupsState], Awaitable[GroupPage | CheckPage]]


class Grouping:
    """``toggle`` is the one key: to the case's group, from it back, or to the form that puts the case into one."""

    def __init__(
        self,
        desk: Desk[ExceptionsState],
        commands: Commands,
        listing: ExceptionListing,
        typed: TypedExceptions,
    ) -> None:
        self._desk, self._commands, self._listing, self._typed = desk, commands, listing, typed

    def toggle(self) -> None:
        """To the group and back."""
        state = self._desk.state
        if state.pane in (Pane.GROUP, Pane.JOIN):
            self.leave()
        elif state.page is not None and state.pane is Pane.CASE:
            if state.page.group is not None:
                self.open(state.page.group)
            else:
                self._begin_joining(state)

    def open(self, number: str) -> None:
        """Look at a group."""
        self._listing.open_group(number)

    def open_case(self, number: str) -> None:
        """Look at one of the group's cases."""
        self._desk.change(pane=Pane.CASE, problem=None)
        self._listing.open_case(number)

    def leave(self) -> None:
        """Back to the case; what was typed waits."""
        self._desk.change(pane=Pane.CASE, problem=None, deed=None)
        self._desk.view.focus_list()

    def choose(self, deed: GroupDeed) -> None:
        """Open the form of another deed than the sensible one."""
        self._desk.change(deed=deed, problem=None)
        self._desk.view.focus_action()

    def choose_none(self) -> None:
        """Back to the sensible one."""
        self._desk.change(deed=None, problem=None)

    def write(self, draft: GroupDraft) -> None:
        """Something was typed or chosen about the group on the page."""
        if self._desk.state.group is not None:
            self._typed.write_group(self._desk.state.group.row.number, draft)

    def write_join(self, draft: JoinDraft) -> None:
        """Something was typed or chosen about where the case belongs."""
        if self._desk.state.page is not None:
            self._typed.write_join(self._desk.state.page.row.number, draft)

    def act(self) -> None:
        """Do what the open form is for; what is lacking is said."""
        state = self._desk.state.groups_state()
        deed = rules.action_of(state)
        if state.page is None or deed is None or state.busy:
            return
        problem = rules.lacking(deed, state)
        if problem is not None:
            self._desk.change(problem=problem)
            self._desk.view.focus_action()
            return
        number, step = state.page.row.number, _STEPS[deed]
        self._commands.give(
            (deed, number, state.draft),
            lambda command: step(self._desk.ports, command, state),
            lambda page: self._done(deed, number, page),
        )

    def join(self) -> None:
        """Put the case into the group, or name a new cause."""
        state = self._desk.state
        if state.page is None or not state.at_hand:
            return
        case, draft = state.page.row.number, state.join
        if draft.group is None and not draft.cause.strip():
            self._desk.change(problem=Message("groups.lacking.cause"))
            return
        self._commands.give(
            ("join", case, draft),
            lambda command: _join(self._desk.ports, command, case, draft),
            lambda page: self._joined(case, page),
        )

    def _begin_joining(self, state: ExceptionsState) -> None:
        assert state.page is not None
        if not rules.directs(state.actor):
            role = state.actor.role if state.actor else ""
            needed = {"role": role, "permission": Permission.EXCEPTION_DIRECT}
            self._desk.change(problem=Message("staff.rule.not_permitted", needed))
            return
        if state.page.row.number not in state.joins:
            self._typed.write_join(state.page.row.number, _suggested(state))
        self._desk.change(pane=Pane.JOIN, problem=None)
        self._desk.look(self._listing.read_groups, "groups")
        self._desk.view.focus_action()

    def _done(self, deed: GroupDeed, number: str, page: GroupPage | CheckPage) -> None:
        self._typed.write_group(number, None)
        if isinstance(page, GroupPage) and self._desk.state.group_wanted == number:
            self._desk.change(group=page)  # its next form is there when the keyboard comes to it
        self._desk.change(deed=None)
        self._desk.look(lambda: self._listing.read_group(number), "group")
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.focus_action()
        self._desk.view.say(Message("groups.done", {"number": number, "deed": deed}))

    def _joined(self, case: str, page: GroupPage) -> None:
        state = self._desk.state
        stayed = state.page is not None and (state.page.row.number, state.pane) == (case, Pane.JOIN)
        self._typed.write_join(case, None)
        if stayed:
            self._listing.open_group(page.row.number)
            self._desk.change(group=page, checks=())  # its form is there when the keyboard comes to it
            self._desk.view.focus_action()
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("groups.joined", {"number": page.row.number}))


def _suggested(state: ExceptionsState) -> JoinDraft:
    """The group of the case that is most like it; else a new one, with the one that is most like it."""
    own = [one.case for one in state.own_alike]
    group = next((case.group for case in own if case.group is not None), None)
    return JoinDraft(group=group, others=() if group else tuple(case.number for case in own[:1]))


async def _join(ports: Ports, command: Command, case: str, draft: JoinDraft) -> GroupPage:
    if draft.group is not None:
        return await exception_groups.add_to_group(ports, command, draft.group, case)
    return await exception_groups.create_group(ports, command, draft.cause, (case, *draft.others))


async def _plan(ports: Ports, command: Command, state: GroupsState) -> GroupPage:
    draft = state.draft
    assert draft.unit is not None
    return await exception_groups.plan_rectification(
        ports, command, _number(state), draft.text, draft.unit, draft.days
    )


async def _prove(ports: Ports, command: Command, state: GroupsState) -> GroupPage:
    return await exception_groups.prove_rectification(ports, command, _number(state), state.draft.text)


async def _remove(ports: Ports, command: Command, state: GroupsState) -> GroupPage:
    draft = state.draft
    assert draft.case is not None
    return await exception_groups.remove_from_group(
        ports, command, _number(state), draft.case, reason=draft.text
    )


def _review(*, passed: bool) -> Step:
    async def step(ports: Ports, command: Command, state: GroupsState) -> GroupPage:
        return await exception_groups.review_rectification(
            ports, command, _number(state), passed, text=state.draft.text
        )

    return step


async def _ask(ports: Ports, command: Command, state: GroupsState) -> CheckPage:
    """About the group's first case, in the words of the cause where no others were typed."""
    draft, page = state.draft, state.page
    assert page is not None
    asked = (draft.asked,) if draft.asked else ()
    question = draft.text.strip() or page.row.cause
    return await department_checks.start_department_check(
        ports, command, page.cases[0].number, question=question, departments=asked, days=draft.days
    )


async def _answer(ports: Ports, command: Command, state: GroupsState) -> CheckPage:
    check, draft = rules.check_of(state), state.draft
    assert check is not None
    assert draft.found is not None
    return await department_checks.answer_department_check(
        ports, command, check.number, draft.found, text=draft.text, department=rules.answering(state)
    )


def _number(state: GroupsState) -> str:
    assert state.page is not None
    return state.page.row.number


_STEPS: Mapping[GroupDeed, Any] = {
    GroupDeed.PLAN: _plan,
    GroupDeed.PROVE: _prove,
    GroupDeed.CLOSE: _review(passed=True),
    GroupDeed.REJECT: _review(passed=False),
    GroupDeed.REMOVE: _remove,
    GroupDeed.ASK: _ask,
    GroupDeed.ANSWER: _answer,
}
