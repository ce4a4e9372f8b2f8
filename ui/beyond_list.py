"""Materials beyond the guide's list: each with what is wrong with it and the basis that asks for it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.domain.judgement import Beyond, Judgement, ShortcomingKind, Verdict
from app.domain.message import Message
from ui.judged import NOT_SAID_YET
from ui.theme import Status, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.fields import KeyPicker
from ui.widgets.icon import Icon
from ui.widgets.inputs import write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.remark import Remark
from ui.widgets.row_parts import tint_row
from ui.widgets.text import ElidedText, Text
from ui.words import Words


class BeyondRow(QFrame):
    """``edited(judgement)`` with every letter and choice, ``removed`` when it is not to be asked for after all.

    ``written_in`` when the keyboard comes to it, and when it takes more room meanwhile.
    """

    edited = Signal(object)
    removed = Signal()
    written_in = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._judgement = NOT_SAID_YET
        self.name, self.basis, self.remark = (
            _field(words(f"shell.{code}")) for code in ("beyond.name", "beyond.basis", "material.remark")
        )
        self.kind = KeyPicker(dense=True)
        self.kind.setAccessibleName(words("shell.beyond.kind"))
        self.kind.show_options([(kind.value, words(f"shortcoming.{kind}")) for kind in ShortcomingKind])
        self.remove = ActionButton(words("shell.beyond.remove"), icon="x", kind=Kind.QUIET, size=Size.INLINE)
        self.problem = Remark("warning-octagon-fill", "danger")
        self._build()
        self._listen()

    def _build(self) -> None:
        above, below = row(gap=8), row(margins=(32, 0, 0, 0), gap=8)
        above.put(Icon("plus-circle", "text2"), 8)
        above.addWidget(self.name, 1)
        above.put(self.kind, self.remove)
        below.addWidget(self.basis, 3)
        below.addWidget(self.remark, 2)
        problem = row(margins=(32, 0, 0, 0)).put(self.problem)
        column(self, margins=(16, 5, 16, 5), gap=6).put(above, below, problem)

    def _listen(self) -> None:
        self.name.textEdited.connect(lambda text: self._name(name=text))
        self.basis.textEdited.connect(lambda text: self._name(basis=text))
        self.remark.textEdited.connect(lambda text: self._edit(text=text))
        self.kind.chosen.connect(lambda key: self._edit(**_verdict_on(ShortcomingKind(key))))
        self.name.returnPressed.connect(self.basis.setFocus)
        self.remove.clicked.connect(self.removed)
        for control in (self.name, self.kind, self.basis, self.remark, self.remove):
            control.installEventFilter(self)

    def show_judgement(self, judgement: Judgement, problem: str, *, editing: bool) -> None:
        """Show what was written, and why it cannot be asked for as it is; a field being written in is left alone."""
        self._judgement = judgement
        beyond = judgement.beyond or Beyond("", "")
        for field, text in (
            (self.name, beyond.name),
            (self.basis, beyond.basis),
            (self.remark, judgement.text),
        ):
            write_unless_focused(field, text)
            field.setReadOnly(not editing)
        kind = judgement.kind or ShortcomingKind.MISSING
        self.kind.show_key(kind.value)
        self.kind.setEnabled(editing)
        self.remove.setVisible(editing)
        self.problem.say(problem)
        tint_row(self, Status.MISSING if kind is ShortcomingKind.MISSING else Status.WRONG)

    def focus_gap(self) -> None:
        """Put the keyboard on the basis where that alone is missing, else on the name."""
        (self.basis if self.name.text().strip() and not self.basis.text().strip() else self.name).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isAncestorOf(self.window().focusWidget()):
            self.written_in.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.written_in.emit()
        return False

    def _name(self, **said: str) -> None:
        self._edit(beyond=replace(self._judgement.beyond or Beyond("", ""), **said))

    def _edit(self, **said: object) -> None:
        self.edited.emit(replace(self._judgement, **said))  # type: ignore[arg-type]


class BeyondList(QWidget):
    """Stands below the list, apart from it. ``edited(judgements)`` tells all of them with every change.

    ``written_in(row)`` for the row that has to be in sight.
    """

    edited = Signal(object)
    written_in = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._beyond: tuple[Judgement, ...] = ()
        self._unfounded: tuple[int, ...] = ()
        self.rows: list[BeyondRow] = []
        self._head = QWidget()
        row(self._head, margins=(16, 10, 16, 4)).put(
            Text(words("shell.beyond.title"), Type.DETAIL, bold=True), None
        )
        self.add = ActionButton(words("shell.beyond.add"), icon="plus", kind=Kind.QUIET, size=Size.INLINE)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the keyboard goes to the row that begins
        hint = ElidedText(words("shell.beyond.hint"), Type.CAPTION, "text2")
        self._foot = QWidget()
        line = row(self._foot, margins=(16, 6, 16, 8), gap=12).put(self.add)
        line.addWidget(hint, 1)
        self._column = column(self)
        self._column.put(self._head, self._foot)
        self.add.clicked.connect(self._begin)

    def show_beyond(
        self, beyond: tuple[Judgement, ...], unfounded: Mapping[int, Message], *, editing: bool
    ) -> None:
        """Show these, each with why it cannot be asked for; without ``editing`` nothing can be changed."""
        self._beyond, self._unfounded = beyond, tuple(unfounded)
        while len(self.rows) > len(beyond):
            self._drop(self.rows.pop())
        while len(self.rows) < len(beyond):
            self._append(len(self.rows))
        for at, (judgement, shown) in enumerate(zip(beyond, self.rows, strict=True)):
            problem = unfounded.get(at) if judgement != NOT_SAID_YET else None
            shown.show_judgement(judgement, self._words(problem) if problem else "", editing=editing)
        self._head.setVisible(bool(beyond))
        self._foot.setVisible(editing)
        self.setVisible(editing or bool(beyond))

    def focus_gap(self) -> None:
        """Put the keyboard on what the first that cannot be asked for yet still lacks."""
        for at in self._unfounded[:1]:
            self.rows[at].focus_gap()

    def _begin(self) -> None:
        """Another row, or the one that was begun and left empty."""
        if NOT_SAID_YET not in self._beyond:
            self.edited.emit((*self._beyond, NOT_SAID_YET))
        self.rows[self._beyond.index(NOT_SAID_YET)].name.setFocus()

    def _append(self, at: int) -> None:
        made = BeyondRow(self._words)
        self.rows.append(made)
        made.edited.connect(lambda judgement: self._replace(at, (judgement,)))
        made.removed.connect(lambda: self._remove(at))
        made.written_in.connect(lambda: self.written_in.emit(made))
        self._column.insertWidget(at + 1, made)

    def _drop(self, gone: BeyondRow) -> None:
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _remove(self, at: int) -> None:
        self.add.setFocus()
        self._replace(at, ())

    def _replace(self, at: int, judgements: tuple[Judgement, ...]) -> None:
        self.edited.emit((*self._beyond[:at], *judgements, *self._beyond[at + 1 :]))


def _field(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("dense", True)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    return field


def _verdict_on(kind: ShortcomingKind) -> dict[str, object]:
    if kind is ShortcomingKind.MISSING:
        return {"verdict": Verdict.MISSING, "kind": None}
    return {"verdict": Verdict.WRONG, "kind": kind}
