"""Putting a case into a group: into one that is there, or into a new one of a cause that is named."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exception_group import GroupState
from app.ports.case_search import SimilarCase
from app.ports.rows import GroupRow
from ui.exceptions.group_state import JoinDraft
from ui.exceptions.state import NOWHERE, ExceptionsState
from ui.theme import Type
from ui.widgets.fields import KeyPicker, WordsBox
from ui.widgets.inputs import Field, Tick
from ui.widgets.layouts import column
from ui.widgets.remark import Remark
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.form_pane import FormPane, main_action

_NEW = ""
_LONGEST = 40


class JoinPane(FormPane[ExceptionsState]):
    """``written(draft)`` with every letter and choice."""

    written = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__(
            words,
            words("groups.join.title"),
            words("groups.join.back"),
            main_action(words("groups.join.do"), "flag"),
        )
        self._draft = NOWHERE
        self._case = Text("", Type.BODY, bold=True, wrap=True)
        self.group = KeyPicker()
        self.cause = WordsBox(2, 5)
        self.again = Remark("warning-circle-fill", "warn")
        self._cause = Field(words("groups.join.cause"), self.cause)
        self._others, self._inside = QWidget(), QWidget()
        self.ticks: dict[str, Tick] = {}
        self._offered: tuple[tuple[str, str], ...] = ()
        self._holder = column(self._others, gap=8)
        self._holder.put(Text(words("groups.join.others"), Type.DETAIL, "text2", wrap=True), self._inside)
        self.page.body.put(self._case, Field(words("groups.join.group"), self.group), self.again)
        self.page.body.put(self._cause, self._others, None)
        self.group.setAccessibleName(words("groups.join.group"))
        self.group.chosen.connect(lambda key: self._write(group=key or None))
        self.cause.edited.connect(lambda text: self._write(cause=text))

    def show_state(self, state: ExceptionsState) -> None:
        """Show the form; a field being written is left alone."""
        if state.page is None:
            return
        words, draft = self._words, state.join
        self._draft = draft
        case = state.page.row
        self._case.setText(words("groups.join.case", number=case.number, summary=case.summary))
        self.group.show_options([(_NEW, words("groups.join.new")), *self._known(state)])
        self.group.show_key(draft.group or _NEW)
        is_new = draft.group is None
        self._cause.setVisible(is_new)
        self.cause.show_text(draft.cause, case.number)
        self._show_others(state.own_alike, draft, is_new=is_new)
        self.again.say(words("groups.join.again") if _is_closed(state.known_groups, draft) else "")
        self.show_outcome(state)

    def focus_form(self) -> None:
        """Bring the keyboard to where the form begins; to the cause where that is all it lacks."""
        (self.cause if self._draft.group is None and self.isVisible() else self.group).setFocus()

    def _known(self, state: ExceptionsState) -> list[tuple[str, str]]:
        """Those of similar cases first."""
        near = [one.case.group for one in state.own_alike if one.case.group is not None]
        rows = sorted(
            state.known_groups, key=lambda row: (row.number not in near, row.state is GroupState.CLOSED)
        )
        named = [(row.number, self._called(row, near=row.number in near)) for row in rows]
        if state.join.group is not None and state.join.group not in {row.number for row in rows}:
            named.insert(0, (state.join.group, state.join.group))  # the list is being read
        return named

    def _called(self, row: GroupRow, *, near: bool) -> str:
        said = row.cause if len(row.cause) <= _LONGEST else f"{row.cause[:_LONGEST]}…"
        code = "groups.join.near" if near else "groups.join.known"
        return self._words(code, number=row.number, cause=said, state=row.state)

    def _show_others(self, alike: Sequence[SimilarCase], draft: JoinDraft, *, is_new: bool) -> None:
        free = [one.case for one in alike if one.case.group is None]
        self._others.setVisible(is_new and bool(free))
        offered = tuple((case.number, case.summary) for case in free)
        if offered != self._offered:
            self._offered = offered
            self._offer(offered)
        for number, tick in self.ticks.items():
            tick.setChecked(number in draft.others)

    def _offer(self, offered: tuple[tuple[str, str], ...]) -> None:
        fresh, self.ticks = QWidget(), {}
        lines = column(fresh, gap=8)
        for number, summary in offered:
            tick = self.ticks[number] = Tick(f"{number}  {summary[:_LONGEST]}")
            tick.clicked.connect(lambda on, number=number: self._tick(number, on=on))
            lines.put(tick)
        self._holder.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _tick(self, number: str, *, on: bool) -> None:
        others = tuple(other for other in self._draft.others if other != number)
        self._write(others=(*others, number) if on else others)

    def _write(self, **chosen: object) -> None:
        self.written.emit(replace(self._draft, **chosen))  # type: ignore[arg-type]


def _is_closed(groups: Sequence[GroupRow], draft: JoinDraft) -> bool:
    return any(row.number == draft.group and row.state is GroupState.CLOSED for row in groups)
