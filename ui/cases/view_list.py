"""The list at the left: which case waits for what, until when."""

from PySide6.QtCore import Signal

from app.domain.case_parts import WatchKind
from app.domain.worklist import Urgency
from app.ports.rows import CaseRow
from ui.cases import rules
from ui.cases.state import CasesState, Scope
from ui.cases.wording import applicant_text
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind
from ui.widgets.entry import Entry
from ui.widgets.fields import KeyPicker
from ui.widgets.layouts import row
from ui.words import Words
from ui.worklist.list_pane import GAP, ListPane
from ui.worklist.wording import owed_until_text, urgent_tone

_ANY = "any"


class CaseList(ListPane[CasesState]):
    """``watch_chosen(kind)`` for what is waited for; empty for any, ``new_requested`` to receive a case."""

    watch_chosen = Signal(str)
    new_requested = Signal()

    def __init__(self, words: Words) -> None:
        scopes = {scope: words(f"cases.scope.{scope}") for scope in Scope}
        super().__init__(words, words("cases.list.title"), words("cases.list.search"), scopes, rules.groups)
        self.watch = KeyPicker(dense=True)
        self.scope.setAccessibleName(words("cases.list.scope"))
        self.watch.setAccessibleName(words("cases.list.watch"))
        kinds = [(kind.value, words(f"cases.watch.{kind.value}")) for kind in WatchKind]
        self.watch.show_options([(_ANY, words("cases.watch.any")), *kinds])
        self.watch.chosen.connect(lambda key: self.watch_chosen.emit("" if key == _ANY else key))
        self.new_button = ActionButton(words("cases.new.open"), icon="plus", key="Ctrl N", kind=Kind.PRIMARY)
        self.new_button.clicked.connect(self.new_requested)
        self._put_button(self.new_button)
        self.head.body.put(self.search)
        line = row(gap=8)
        for picker in (self.scope, self.watch):
            picker.setMinimumWidth(1)
            line.addWidget(picker, 1)
        self.head.body.put(line)

    def show_state(self, state: CasesState) -> None:
        """Show the list; what is searched is looked for among all cases, whatever the pickers say."""
        super().show_state(state)
        self.watch.show_key(state.watch.value if state.watch else _ANY)
        for picker in (self.scope, self.watch):
            picker.setEnabled(not state.searched.strip())

    def _entry(self, state: CasesState, member: CaseRow, urgency: Urgency) -> Entry:
        detail = GAP.join((applicant_text(self._words, member), member.number))
        lead, tone = self._lead(state, member, urgency), urgent_tone(urgency)
        return Entry(member.number, member.item_name, detail, lead=lead, lead_tone=tone)

    def _lead(self, state: CasesState, member: CaseRow, urgency: Urgency) -> str:
        words, watch = self._words, member.watch
        if watch is None:
            return words(f"case_state.{member.state.value}")
        return owed_until_text(words, state, urgency, watch.due, words(f"cases.watch.{watch.kind.value}"))

    def _group_title(self, urgency: Urgency, number: int) -> str:
        if urgency is Urgency.CLOSED:
            return self._words("cases.group.closed", number=number)
        return super()._group_title(urgency, number)

    def _why_empty(self, state: CasesState) -> tuple[str, str]:
        if state.searched.strip():
            return self._words("worklist.empty.search"), self._words("cases.empty.search.detail")
        return self._words("cases.empty.list"), self._words("cases.empty.list.detail")
