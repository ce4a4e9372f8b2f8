"""Appealing (申诉): by the number that the office told, for the story stays closed to who was rated."""

from typing import Protocol

from app.domain.follow_up_opening import follow_up_named
from app.domain.message import Message
from app.ports.rows import AppealRow
from app.services.follow_ups import appeal_rating
from app.services.use_case import Command
from ui.follow_ups.drafts import NO_APPEAL, Appeal
from ui.follow_ups.state import FollowUpsState, Pane
from ui.follow_ups.typed import TypedFollowUps
from ui.one_command import Commands
from ui.worklist.desk import Desk, View


class AppealingView(View[FollowUpsState], Protocol):
    """What the presenter needs of a screen with a form for appeals."""

    def focus_appeal(self) -> None:
        """Bring the keyboard to the form of an appeal."""


class Appealing:
    """The form of an appeal; it keeps what was typed until the appeal is lodged."""

    def __init__(
        self, desk: Desk[FollowUpsState], view: AppealingView, commands: Commands, typed: TypedFollowUps
    ) -> None:
        self._desk, self._view, self._commands, self._typed = desk, view, commands, typed

    def open(self) -> None:
        """Show the form, with what was typed before."""
        self._desk.change(pane=Pane.APPEAL, problem=None)
        self._view.focus_appeal()

    def leave(self) -> None:
        """Back to the list; what was typed waits."""
        self._desk.change(pane=None, problem=None)
        self._desk.view.focus_list()

    def write(self, appeal: Appeal) -> None:
        """Something was typed."""
        self._typed.write_appeal(appeal)

    def lodge(self) -> None:
        """Lodge it; what is lacking is said."""
        appeal = self._desk.state.appeal
        if not appeal.number.strip():
            self._desk.change(problem=Message("follow_ups.lacking.number"))
            return
        self._commands.give(appeal, lambda command: self._steps(command, appeal), self._done)

    async def _steps(self, command: Command, appeal: Appeal) -> AppealRow:
        number = follow_up_named(appeal.number, self._desk.state.year)
        return await appeal_rating(self._desk.ports, command, number, appeal.reason)

    def _done(self, lodged: AppealRow) -> None:
        self.write(NO_APPEAL)
        self._desk.change(pane=None)
        self._desk.view.focus_list()
        self._desk.view.say(
            Message("follow_ups.appealed", {"number": lodged.number, "review_by": lodged.review_by})
        )
