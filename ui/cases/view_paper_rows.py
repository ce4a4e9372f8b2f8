"""What came, ticked off one by one: each with its copies, in what form, and whether it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.domain.case_parts import Keeping, PaperForm
from ui.cases.drafts import CaseDraft, PaperDraft
from ui.theme import Type, look_of
from ui.widgets.fields import KeyPicker
from ui.widgets.inputs import write_unless_focused
from ui.widgets.layouts import row
from ui.widgets.text import Text
from ui.widgets.tick_list import TickList
from ui.widgets.tick_row import TickRow
from ui.words import Words

_MOST_COPIES = 999
_COPIES_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Listed:
    """A material of the list: how many copies are due, where that is known, and whether the hall holds it now."""

    number: int
    name: str
    due: int | None = None
    is_held: bool = False


class PaperRow(TickRow):
    """``edited(paper)`` with every change; what can be said of it stands at the right once it is ticked."""

    edited = Signal(object)

    def __init__(self, words: Words, at: int, listed: Listed) -> None:
        super().__init__(words, at, listed.name, may_be_needless=False)
        self._listed, self._paper = listed, PaperDraft(listed.number)
        self.state_cell.hide()
        self.copies = _Copies()
        self.form = _picker([(one.value, words(f"paper_form.{one.value}")) for one in PaperForm])
        self.form.setPlaceholderText(words("cases.form.paper_form"))
        keepings = [one for one in Keeping if one is not Keeping.RETURNED or listed.is_held]
        self.keeping = _picker([(one.value, words(f"keeping.{one.value}")) for one in keepings])
        due = words("cases.form.copies_due", count=listed.due) if listed.due else words("cases.form.copies")
        for field, name in ((self.copies, "copies"), (self.form, "form"), (self.keeping, "keeping")):
            field.setAccessibleName(words(f"cases.form.paper_{name}"))
            field.setAccessibleDescription(listed.name)
        self.details = QWidget()
        row(self.details, gap=6).put(self.copies, Text(due, Type.DETAIL, "text2"), self.form, self.keeping)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.details)
        self._listen()

    def _listen(self) -> None:
        self.copies.textEdited.connect(lambda text: self._edit(copies=text))
        self.form.chosen.connect(lambda key: self._edit(form=PaperForm(key)))
        self.keeping.chosen.connect(lambda key: self._edit(keeping=Keeping(key)))

    def show_paper(self, paper: PaperDraft, *, ticked: bool) -> None:
        """Show how it came, if it did."""
        self._paper = paper
        self.show_held(ticked)
        self.state_cell.hide()
        self.details.setVisible(ticked)
        came = paper.keeping is not Keeping.RETURNED
        write_unless_focused(self.copies, self._copies_of(paper) if came else "")
        self.form.show_key(paper.form.value if paper.form and came else None)
        self.keeping.show_key(paper.keeping.value)
        self.copies.setEnabled(came)
        self.form.setEnabled(came)

    def as_it_came(self) -> PaperDraft:
        """What is said of it once it is ticked: as many copies as are due, unless somebody says otherwise."""
        return replace(self._paper, copies=self._copies_of(self._paper))

    def _copies_of(self, paper: PaperDraft) -> str:
        return paper.copies if paper.copies is not None else str(self._listed.due or "")

    def _edit(self, **said: object) -> None:
        self.edited.emit(replace(self._paper, **said))  # type: ignore[arg-type]


class PaperList(TickList):
    """``edited(draft)``: ticks, and how each one came."""

    edited = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._draft = CaseDraft()
        self._listed: Mapping[int, Listed] = {}
        self.papers: dict[int, PaperRow] = {}
        self.ticked.connect(self._tick)

    def show_papers(self, listed: Sequence[Listed], draft: CaseDraft) -> None:
        """Show these materials and what was said of them."""
        fresh = {one.number: one for one in listed}
        if fresh != self._listed:
            self._listed, self._shown = fresh, ()
        self._draft = draft
        self.show_list([(one.number, one.name) for one in listed], draft.ticked)
        for number, paper in self.papers.items():
            paper.show_paper(draft.paper(number), ticked=number in draft.ticked)

    def _row(self, at: int, number: int, name: str) -> TickRow:
        if at == 1:
            self.papers = {}
        made = self.papers[number] = PaperRow(self._words, at, self._listed[number])
        made.edited.connect(lambda paper: self.edited.emit(self._draft.with_paper(paper)))
        return made

    def _tick(self, number: int, on: bool) -> None:
        draft = self._draft.tick(number, on=on)
        self.edited.emit(draft.with_paper(self.papers[number].as_it_came()) if on else draft)


class _Copies(QLineEdit):
    """A number of copies."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("dense", True)
        self.setValidator(QIntValidator(0, _MOST_COPIES, self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(look_of(self).px(_COPIES_WIDTH))


def _picker(options: list[tuple[str, str]]) -> KeyPicker:
    picker = KeyPicker(dense=True)
    picker.show_options(options)
    picker.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return picker
