"""The page of the offices' own words: departments, the words, and a sample that says them."""

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.message import Message
from ui.office.texts_form import TextsForm
from ui.office.texts_state import TextsState
from ui.office.window import OfficeWindow
from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.card import Card, SectionHead
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import row
from ui.widgets.pdf_pages import PdfPages
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_by_side import SideBySide
from ui.widgets.side_column import SideColumn
from ui.widgets.sign_in_page import SignInPage
from ui.widgets.text import Text
from ui.words import Words

PREVIEW, SAVE = "F9", "Ctrl+S"
_LIST, _LIST_LEAST, _PAGE, _WIDE, _LEAST_HEIGHT = 240, 180, 520, 800, 360


class TextsView(QObject):
    """``widget`` is the page. ``department_chosen(code)``, ``preview_wanted``; the form's signals tell the rest.

    Where the window is narrow or the print is large, the sample stands below the form.
    """

    department_chosen = Signal(str)
    preview_wanted = Signal()

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        super().__init__()
        self._words, self._window = words, window
        self._pdf: bytes | None = None
        self.widget = QStackedWidget()
        self.sign_in = SignInPage(words, words("office.texts.sign_in"), words("office.texts.sign_in.detail"))
        self.form = TextsForm(words)
        self.departments = EntryList()
        self.departments.setAccessibleName(words("office.texts.departments"))
        self.pages = PdfPages(_PAGE)
        self._working = Text(words("office.texts.working"), Type.DETAIL, "text2")
        self.preview = ActionButton(words("office.texts.preview"), icon="eye", key=PREVIEW, size=Size.INLINE)
        self._nothing = EmptyState("eye", words("office.texts.nothing"), words("office.texts.nothing_detail"))
        self._stack = QStackedWidget()
        self._work = self._build()
        self.widget.addWidget(self.sign_in)
        self.widget.addWidget(self._work)
        self.departments.selected.connect(lambda key: self.department_chosen.emit(str(key)))
        keys = FunctionKeys(self._work, (PREVIEW, SAVE))
        keys.pressed.connect(lambda key: (self.preview if key == PREVIEW else self.form.save).click())
        self.preview.clicked.connect(self.preview_wanted)

    def _build(self) -> QWidget:
        work, listed, sample = QWidget(), Card(), Card()
        listed.body.put(SectionHead(self._words("office.texts.departments")))
        listed.body.addWidget(self.departments, 1)
        left = SideColumn(_LIST, _LIST_LEAST)
        left.body.addWidget(listed, 1)
        for shown in (self._nothing, self.pages):
            self._stack.addWidget(shown)
        asking = QWidget()
        row(asking, gap=12).put(self._working, self.preview)
        sample.body.put(SectionHead(self._words("office.texts.sample"), trailing=asking))
        sample.body.addWidget(self._stack, 1)
        for card in (self.form, sample):
            card.setMinimumHeight(active.look.px(_LEAST_HEIGHT))
        line = row(work, gap=12).put(left)
        line.addWidget(ScrollPage(SideBySide((self.form, 5), (sample, 6), wide=_WIDE, gap=12)), 1)
        return work

    def render(self, state: TextsState) -> None:
        """Show the state; an input that a person is writing in is never touched."""
        self.sign_in.show_state(state.signing_in)
        signed_in = state.actor is not None
        self._show_departments(state)
        self.form.show_state(state)
        self._show_sample(state)
        if signed_in != (self.widget.currentWidget() is self._work):
            self.widget.setCurrentIndex(1 if signed_in else 0)
            self.departments.setFocus() if signed_in else self.sign_in.card.clear()

    def arrive(self) -> None:
        """Bring the keyboard here."""
        if self.widget.currentWidget() is self._work:
            self.departments.setFocus()
        else:
            self.sign_in.card.start()

    def say(self, message: Message) -> None:
        """Say for a while what worked."""
        self._window.show_notice(message)

    def _show_departments(self, state: TextsState) -> None:
        entries = []
        for department in state.departments:
            count = sum(row.department == department.code for row in state.rows)
            said = self._words("office.texts.count", count=count) if count else ""
            entries.append(Entry(department.code, department.name, trailing=said))
        blocker = QSignalBlocker(self.departments)  # what is shown is no wish to see something else
        self.departments.show_entries(entries)
        if state.department is not None and self.departments.current_key() != state.department:
            self.departments.select(state.department)
        blocker.unblock()

    def _show_sample(self, state: TextsState) -> None:
        self._working.setVisible(state.previewing)
        self.preview.setEnabled(state.department is not None and not state.previewing)
        if state.pdf is not self._pdf:
            self._pdf = state.pdf
            self.pages.show_pdf(state.pdf) if state.pdf else self.pages.clear()
        self._stack.setCurrentWidget(self.pages if state.pdf else self._nothing)
