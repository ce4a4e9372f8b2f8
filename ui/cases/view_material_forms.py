"""Forms about materials: what came, what is pledged, what is judged."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.case_table import CaseAction
from app.domain.judgement import ShortcomingKind, Verdict
from ui.cases import rules
from ui.cases.acting import Countersign
from ui.cases.state import CasesState
from ui.cases.view_forms import CaseForm
from ui.cases.view_paper_rows import Listed, PaperList
from ui.judged_list import JudgedList
from ui.theme import look_of
from ui.widgets.fields import KeyPicker
from ui.widgets.inputs import Field, Tick, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_by_side import SideBySide
from ui.widgets.tick_list import TickList
from ui.words import Words
from ui.worklist.wording import by_options

_ROW, _MOST_ROWS = 34, 6
_SIDE_BY_SIDE = 480
_JUDGED, _JUDGED_LEAST = 236, 96
"""Px at scale 1 that the judged list takes, and where there is no room for them; longer ones scroll."""


class _Rows(ScrollPage):
    """A tick list, as high as its rows, up to six of them."""

    def __init__(self, ticks: TickList, parent: QWidget | None = None) -> None:
        self.list = ticks
        super().__init__(ticks, parent)

    def sizeHint(self) -> QSize:
        rows = max(1, min(_MOST_ROWS, len(self.list.rows)))
        return QSize(0, look_of(self).px(rows * _ROW + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_list(self, materials: list[tuple[int, str]], ticked: frozenset[int]) -> None:
        """Show these, and be as high as they need."""
        self.list.show_list(materials, ticked)
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows need."""
        self.setFixedHeight(self.sizeHint().height())


class PapersForm(CaseForm):
    """What came now: ticked off one by one, with how it came, and whether a receipt is issued."""

    def __init__(self, words: Words, action: CaseAction, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._action = action
        self.papers = PaperList(words)
        self._page = _Rows(self.papers)
        self.receipt = Tick(words("cases.form.receipt"))
        column(self, gap=6).put(self._page, row().put(self.receipt, None))
        self.papers.edited.connect(self.edited)
        self.receipt.clicked.connect(lambda on: self._edit(receipt=on))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        self.papers.show_papers(self._listed(state), self._draft)
        self._page.fit()
        self.receipt.setChecked(self._draft.receipt)

    def focus_first(self) -> None:
        self.papers.focus_first()

    def _listed(self, state: CasesState) -> list[Listed]:
        due = {m.number: m.copies_due for m in state.materials}
        if self._action is CaseAction.SUPPLEMENT and state.page is not None:
            return [Listed(o.material, o.name, due.get(o.material)) for o in state.page.outstanding]
        held = {paper.material for paper in state.page.papers if paper.is_held} if state.page else set()
        return [Listed(m.number, m.name, m.copies_due, m.number in held) for m in state.materials]


class AcceptForm(CaseForm):
    """The limit where nobody knows it, joint handling, and a pledge for what may be late."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.days = QLineEdit()
        self._limit = Field(words("cases.form.limit"), self.days)
        self.joint = Tick(words("cases.form.joint"))
        self.pledged = Tick(words("cases.form.pledged"))
        self.ticks = _Rows(TickList(words))
        self.pledged_by = KeyPicker(words("cases.form.pledged_by"))
        self.pledged_by.setAccessibleName(words("cases.form.pledged_by"))
        self.pledged_form = QLineEdit()
        self._form = Field(words("cases.form.pledged_form"), self.pledged_form)
        line = row(gap=16).put(self.joint, self.pledged, self.pledged_by, None)
        box = column(self, gap=6)
        box.put(self._limit)
        box.addLayout(line)
        box.put(self.ticks, self._form)
        self._listen()

    def _listen(self) -> None:
        self.days.textEdited.connect(lambda text: self._edit(days=text))
        self.joint.clicked.connect(lambda on: self._edit(joint=on))
        self.pledged.clicked.connect(lambda on: self._edit(pledged=on))
        self.pledged_by.chosen.connect(lambda key: self._edit(pledged_by=date.fromisoformat(key)))
        self.pledged_form.textEdited.connect(lambda text: self._edit(pledged_form=text))
        self.ticks.list.ticked.connect(lambda n, on: self.edited.emit(self._draft.tick(n, on=on)))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        draft = self._draft
        late = [(m.number, m.name) for m in state.materials if m.may_be_late]
        self._limit.setVisible(rules.limit_is_asked(state))
        write_unless_focused(self.days, draft.days)
        self.joint.setChecked(draft.joint)
        self.pledged.setVisible(bool(late))
        self.pledged.setChecked(draft.pledged)
        pledged = bool(late) and draft.pledged
        self.ticks.setVisible(pledged)
        self.ticks.show_list(late, draft.ticked)
        self._form.setVisible(pledged)
        write_unless_focused(self.pledged_form, draft.pledged_form)
        self.pledged_by.setVisible(pledged)
        self.pledged_by.show_options(by_options(self._words, state, state.pledge_days))
        self.pledged_by.show_key(draft.pledged_by.isoformat() if draft.pledged_by else None)

    def focus_first(self) -> None:
        (self.joint if self._limit.isHidden() else self.days).setFocus()


class NotifyForm(CaseForm):
    """Every material judged, as at the counter; a further notice is countersigned by a supervisor."""

    def __init__(self, words: Words, action: CaseAction, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.list = JudgedList(words)
        self.number, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        fields = (
            (Field(words("cases.form.supervisor"), self.number), 1),
            (Field(words("cases.form.password"), self.password), 1),
        )
        self._signature = SideBySide(*fields, wide=_SIDE_BY_SIDE)
        self._signature.setVisible(action is CaseAction.NOTIFY_AGAIN)
        column(self, gap=6).put(self.list, self._signature)
        self._listen()

    def _listen(self) -> None:
        self.list.judged.connect(lambda n, key: self._edit(judged=self._draft.judged.judged(n, Verdict(key))))
        self.list.kind_chosen.connect(
            lambda n, key: self._edit(judged=self._draft.judged.with_kind(n, ShortcomingKind(key)))
        )
        self.list.remark_edited.connect(
            lambda n, text: self._edit(judged=self._draft.judged.with_text(n, text))
        )
        self.list.beyond_edited.connect(
            lambda beyond: self._edit(judged=replace(self._draft.judged, beyond=beyond))
        )

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        page = state.page
        told = frozenset(o.material for o in page.outstanding) if page else frozenset()
        about = page.row.number if page else None
        look = look_of(self)
        self.list.setMinimumHeight(look.px(_JUDGED_LEAST))
        self.list.setMaximumHeight(look.px(_JUDGED))
        self.list.show_list(about, state.materials, told, self._draft.judged, judging=not state.busy)

    def focus_first(self) -> None:
        self.list.focus_first()

    def countersign(self) -> Countersign:
        """Who agrees; the password is read once and then gone."""
        signed = Countersign(self.number.text().strip(), self.password.text())
        self.password.clear()
        return signed
