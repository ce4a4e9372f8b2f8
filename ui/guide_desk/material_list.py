"""The material pre-check (材料预检): what the person holds is ticked, what is missing stands out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Material
from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.phrases import copies_text, precheck_text
from ui.guide_desk.state import GuideDeskState
from ui.guide_desk.unread import Unread
from ui.theme import Status, Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import SectionHead
from ui.widgets.chip import Chip
from ui.widgets.icon import Icon
from ui.widgets.keycap import KeyCap
from ui.widgets.layouts import column, row
from ui.widgets.row_parts import Tag
from ui.widgets.text import ElidedText, Text
from ui.widgets.tick_row import TickRow
from ui.words import Words

_FORM_WIDTH, _SOURCE_WIDTH = 112, 120
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_CTRL, _KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


class MaterialList(QWidget):
    """``ticked(number, held)`` for one material, ``all_ticked`` for everything at once.

    ``set_aside(number, aside)`` for one that this person does not need.
    """

    ticked = Signal(int, bool)
    set_aside = Signal(int, bool)
    all_ticked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._materials: tuple[Material, ...] = ()
        self._form_width = self._source_width = 0
        self.rows: list[TickRow] = []
        self._told = _Told(words)
        self._count = Chip()
        self._all = ActionButton(
            words("guide_desk.precheck.all"), key="Alt+A", kind=Kind.QUIET, size=Size.INLINE
        )
        self._head = SectionHead(words("guide_desk.precheck.title"), trailing=self._trailing())
        self.unread = Unread(words)
        self._place = column()
        box = column(self).put(self._head, self._told, self.unread)
        box.addLayout(self._place)
        box.addStretch(1)
        self._all.clicked.connect(self.all_ticked)

    def _trailing(self) -> QWidget:
        trailing = QWidget()
        aside = Text(self._words("guide_desk.precheck.aside_keys"), Type.CAPTION, "text2")
        row(trailing, gap=6).put(KeyCap("Ctrl"), aside, 6, self._all, 6, self._count)
        return trailing

    def show_state(self, errand: ErrandDraft, state: GuideDeskState) -> None:
        """Show the materials of the errand on the page."""
        if errand.materials != self._materials or not self.rows:
            self._rebuild(errand)
        self._all.setVisible(errand.item is not None)
        self.unread.show_state(errand, state)
        for material, tick_row in zip(self._materials, self.rows, strict=True):
            held = material.number in (errand.brought or ())
            tick_row.show_held(held, _status(errand, material))
        self._told.show_state(errand, state)
        self._render_count(errand)

    def _render_count(self, errand: ErrandDraft) -> None:
        self._count.setVisible(errand.brought is not None and errand.item is not None)
        lacks = errand.missing or errand.nothing_applies
        tone, icon = (Tone.WARN, "warning-circle-fill") if lacks else (Tone.OK, "check-circle-fill")
        self._count.show_chip(precheck_text(self._words, errand), tone, icon)

    def _rebuild(self, errand: ErrandDraft) -> None:
        self._materials = errand.materials
        self._measure()
        for gone in self.rows:
            self._place.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [self._row(at, material) for at, material in enumerate(self._materials, 1)]
        self._place.put(*self.rows)

    def _measure(self) -> None:
        """A column that the guide says nothing in takes no room from the names."""
        forms = any(copies_text(self._words, material) for material in self._materials)
        sources = any(material.source for material in self._materials)
        self._form_width = _FORM_WIDTH if forms else 0
        self._source_width = _SOURCE_WIDTH if sources else 0

    def _row(self, at: int, material: Material) -> TickRow:
        words = self._words
        facts = (
            (copies_text(words, material), self._form_width),
            (material.source or "", self._source_width),
        )
        tick_row = TickRow(words, at, material.name, facts, tags=_tags(words, material))
        tick_row.ticked.connect(lambda held: self.ticked.emit(material.number, held))
        tick_row.set_aside.connect(lambda aside: self.set_aside.emit(material.number, aside))
        return tick_row

    def press(self, event: QKeyEvent) -> TickRow | None:
        """A number key ticks the material of that number, with Ctrl sets it aside: its row, None when there is none."""
        held = event.modifiers() & ~_KEYPAD
        if event.key() not in _DIGITS or held not in (Qt.KeyboardModifier.NoModifier, _CTRL):
            return None
        at = (event.key() - Qt.Key.Key_1) % len(_DIGITS)  # 0 stands behind 9
        if at >= len(self.rows):
            return None
        (self.rows[at].aside if held == _CTRL else self.rows[at].tick).click()
        return self.rows[at]


class _Told(QWidget):
    """With which slip the person comes back, above the ticks."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._text = ElidedText("", tone="text2", size=Type.DETAIL)
        row(self, margins=(16, 6, 16, 6), gap=8).put(Icon("clock-counter-clockwise"), self._text)

    def show_state(self, errand: ErrandDraft, state: GuideDeskState) -> None:
        told = errand.told
        self.setVisible(told is not None)
        if told is not None:
            names = self._words("guide_desk.list_comma").join(problem.name for problem in told.problems)
            self._text.setText(
                self._words(
                    "guide_desk.precheck.told",
                    day=state.local(told.issued_at).date(),
                    count=len(told.problems),
                    names=names,
                )
            )


def _status(errand: ErrandDraft, material: Material) -> Status | None:
    """Nothing is called missing before somebody has looked, nor what need not be brought."""
    if material.number in errand.not_applicable:
        return Status.NOT_NEEDED
    return Status.MISSING if errand.brought is not None and material.required else None


def _tags(words: Words, material: Material) -> list[Tag]:
    tags = []
    if material.may_be_late:
        tags.append(Tag(words("guide_desk.material.may_be_late")))
    if not material.required:
        tags.append(Tag(words("guide_desk.material.optional")))
    if not material.required_stated:
        tags.append(Tag(words("guide_desk.material.required_unstated"), icon="question"))
    return tags
