"""The material list to judge, by keyboard alone where one likes: arrows, 1 to 4, Enter."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.catalogue import Material
from app.domain.judgement import Verdict
from ui.beyond_list import BeyondList
from ui.judged import USUAL_KIND, WRONG_KINDS, Draft, judged_so_far
from ui.material_words import material_detail
from ui.theme import Status, Tone, look_of
from ui.widgets.choice import Segment
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import ENTER
from ui.widgets.layouts import column
from ui.widgets.material_row import MaterialRow
from ui.widgets.row_parts import Tag
from ui.words import Words

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class JudgedList(QScrollArea):
    """Tells ``judged(number, verdict)``, ``kind_chosen(number, kind)`` and ``remark_edited(number, text)``.

    ``beyond_edited(judgements)`` tells what is asked for beyond the list.
    """

    judged = Signal(int, str)
    kind_chosen = Signal(int, str)
    remark_edited = Signal(int, str)
    beyond_edited = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[object, ...] = ()
        self._rows: dict[int, MaterialRow] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = column(inside)
        self._empty = EmptyState(
            "files", words("counter.material.none"), words("counter.material.none_detail")
        )
        self.beyond = BeyondList(words)
        self._column.put(self._empty, self.beyond, None)
        self.setWidget(inside)
        self._mark = _RowMark(inside)
        self.beyond.edited.connect(self.beyond_edited)
        self.beyond.written_in.connect(self._show_row_wholly)
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)

    def show_list(
        self,
        about: Hashable,
        materials: Sequence[Material],
        told: frozenset[int],
        draft: Draft,
        *,
        judging: bool,
    ) -> None:
        """Show the list and what was judged; rows are made anew only where it is ``about`` something else.

        ``told`` are the materials that were told before; without ``judging`` nothing can be changed.
        """
        shown = (about, tuple(materials), told)
        if shown != self._shown:
            self._shown = shown
            self._rebuild(materials, told)
        for number, row in self._rows.items():
            self._show_row(draft, number, row, judging)
        self._empty.setVisible(not self._rows)
        unfounded = judged_so_far(tuple(materials), draft).unfounded
        self.beyond.show_beyond(draft.beyond, unfounded, editing=judging)

    def focus_first(self) -> None:
        """Put the keyboard on the first material that is not judged."""
        unjudged = (row for row in self._rows.values() if row.choice.value() is None)
        row = next(unjudged, next(iter(self._rows.values()), None))
        if row is not None:
            _focus_choice(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget():
            return super().eventFilter(watched, event)  # the list's height, and keys that nobody in it took
        if isinstance(watched, MaterialRow):
            self._mark.follow()
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._mark.go_to(self._rows.get(int(watched.property("material"))))  # None: a row that goes
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        number = watched.property("material")
        if isinstance(watched, Segment):
            return self._key_on_row(int(number), event)
        if event.key() in ENTER and not event.isAutoRepeat():
            self._after_remark(int(number), watched)
            return True
        return False

    def _key_on_row(self, number: int, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(number, step)
        elif event.text().isdigit() and not event.isAutoRepeat():
            self._judge_by_key(number, int(event.text()))
        else:
            return False
        return True

    def _judge_by_key(self, number: int, choice: int) -> None:
        row = self._rows[number]
        if not row.choice.choose_number(choice):
            return
        if row.choice.value() == Status.WRONG.value:
            row.remark.setFocus()  # the usual kind is chosen already; Shift+Tab leads to the others
        else:
            self._move(number, 1)

    def _after_remark(self, number: int, field: QObject) -> None:
        row = self._rows[number]
        if field is row.kind:
            row.remark.setFocus()
        else:
            self._move(number, 1)

    def _move(self, number: int, step: int) -> None:
        numbers = list(self._rows)
        at = numbers.index(number) + step
        row = self._rows[numbers[max(0, min(at, len(numbers) - 1))]]
        _focus_choice(row)
        self.ensureWidgetVisible(row, 0, row.height())

    def _keep_in_sight(self) -> None:
        """The row that the keyboard is in stays in sight when the list grows, or has less room."""
        keyboard = self.window().focusWidget()
        for row in (*self._rows.values(), *self.beyond.rows):
            if row.isAncestorOf(keyboard):
                self._show_row_wholly(row)

    def _show_row_wholly(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, 0)

    def _show_row(self, draft: Draft, number: int, row: MaterialRow, judging: bool) -> None:
        judgement = draft.of(number)
        row.choice.setEnabled(judging)
        row.kind.setEnabled(judging)
        row.remark.setReadOnly(not judging)
        if judgement is None:
            row.show_judgement(None)
            return
        kind = judgement.kind or USUAL_KIND
        row.show_judgement(Status(judgement.verdict.value), kind.value, judgement.text)

    def _rebuild(self, materials: Sequence[Material], told: frozenset[int]) -> None:
        for old in self._rows.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = {}
        self._mark.go_to(None)
        for at, material in enumerate(materials):
            row = self._row(material, at + 1, material.number in told)
            row.setProperty("last", at + 1 == len(materials))
            self._rows[material.number] = row
            self._column.insertWidget(at, row)

    def _row(self, material: Material, at: int, told: bool) -> MaterialRow:
        words = self._words
        kinds = [(kind.value, words(f"shortcoming.{kind}")) for kind in WRONG_KINDS]
        detail = material_detail(words, material)
        row = MaterialRow(words, at, material.name, detail, tags=self._tags(material, told), kinds=kinds)
        number = material.number
        row.judged.connect(lambda status: self.judged.emit(number, Verdict(status).value))
        row.kind_chosen.connect(lambda kind: self.kind_chosen.emit(number, kind))
        row.remark_edited.connect(lambda text: self.remark_edited.emit(number, text))
        row.installEventFilter(self)
        for control in (*row.choice.findChildren(Segment), row.kind, row.remark):
            control.setProperty("material", number)
            control.installEventFilter(self)
        return row

    def _tags(self, material: Material, told: bool) -> list[Tag]:
        tags = []
        if told:
            tags.append(Tag(self._words("counter.material.told"), Tone.DANGER, "clock-counter-clockwise"))
        if material.may_be_late:
            tags.append(Tag(self._words("counter.material.may_be_late")))
        if not material.required:
            tags.append(Tag(self._words("counter.material.optional")))
        return tags


def _focus_choice(row: MaterialRow) -> None:
    """Put the keyboard on what was chosen; before anything is, on the first choice."""
    segments = row.choice.findChildren(Segment)
    next((s for s in segments if s.isChecked()), segments[0]).setFocus()


class _RowMark(QWidget):
    """Stands at the left of the row that the keyboard is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def go_to(self, row: QWidget | None) -> None:
        """Mark this row; None marks nothing."""
        self._row = row
        self.setVisible(row is not None)
        self.follow()

    def follow(self) -> None:
        """Stay with the row when it moves or grows."""
        if self._row is not None:
            box = self._row.geometry()
            self.setGeometry(box.x(), box.y(), look_of(self).px(4), box.height())
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look_of(self).colour("accent"))
