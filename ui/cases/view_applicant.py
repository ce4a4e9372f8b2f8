"""The fields of who applies: a person or an organisation and whom to ask there, and an agent."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.applicant import ApplicantKind
from app.domain.person import mask_identity, mask_name, mask_phone
from app.ports.rows import CasePage
from ui.cases.drafts import ApplicantDraft
from ui.cases.state import CasesState
from ui.theme import Type
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.inputs import Field, Tick, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.masked_field import MaskedField
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.form_pane import FormPane, main_action

_SIDE_BY_SIDE = 480
_SHORTEST_NUMBER = 5
"""A shorter number is masked as a whole: its mask is made for whole ones."""


def _number(mask: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: mask(text) if len(text) >= _SHORTEST_NUMBER else "*" * len(text)


class ApplicantFields(QWidget):
    """``edited(draft)`` with every letter and choice; ``show_known`` says what is on record already."""

    edited = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._draft = words, ApplicantDraft()
        self.kind = SegmentedChoice(
            [Option(kind.value, words(f"applicant_kind.{kind.value}")) for kind in ApplicantKind]
        )
        self.kind.setAccessibleName(words("cases.applicant.kind"))
        self.organisation, self.code = QLineEdit(), QLineEdit()
        self.people = {
            name: MaskedField(mask)
            for who in ("", "agent_")
            for name, mask in (
                (f"{who}name", mask_name),
                (f"{who}identity", _number(mask_identity)),
                (f"{who}phone", _number(mask_phone)),
            )
        }
        self.drops_agent = Tick(words("cases.applicant.drops_agent"))
        self._build()
        self._listen()

    def _build(self) -> None:
        words = self._words
        named = (
            (Field(words("cases.applicant.organisation"), self.organisation), 2),
            (Field(words("cases.side.code"), self.code), 1),
        )
        self._organisation = SideBySide(*named, wide=_SIDE_BY_SIDE, gap=12)
        self._who = Text("", bold=True)
        box = column(self, gap=12)
        box.put(row().put(self.kind, None), self._organisation, self._who, self._person(""))
        agent = Text(words("cases.side.agent"), bold=True)
        box.put(row(gap=8).put(agent, 8, self.drops_agent, None), self._person("agent_"))
        self.setFocusProxy(self.kind)
        self.show_known(None)

    def _person(self, who: str) -> SideBySide:
        parts = ("name", "identity", "phone")
        fields = [
            (Field(self._words(f"cases.applicant.{part}"), self.people[who + part]), 1) for part in parts
        ]
        return SideBySide(*fields, wide=_SIDE_BY_SIDE, gap=12)

    def _listen(self) -> None:
        self.kind.chosen.connect(lambda key: self._write(kind=ApplicantKind(key)))
        self.organisation.textEdited.connect(lambda text: self._write(organisation=text))
        self.code.textEdited.connect(lambda text: self._write(code=text))
        for name, field in self.people.items():
            field.edited.connect(lambda text, name=name: self._write(**{name: text}))
        self.drops_agent.clicked.connect(lambda on: self._write(drops_agent=on))

    def _write(self, **typed: object) -> None:
        self.edited.emit(replace(self._draft, **typed))  # type: ignore[arg-type]

    def show_draft(self, draft: ApplicantDraft) -> None:
        """Show what was typed; a field being written is left alone."""
        self._draft = draft
        is_organisation = draft.kind is ApplicantKind.ORGANISATION
        self.kind.show_value(draft.kind.value)
        self._organisation.setVisible(is_organisation)
        self._who.setText(self._words(f"cases.applicant.{'contact' if is_organisation else 'person'}"))
        write_unless_focused(self.organisation, draft.organisation)
        write_unless_focused(self.code, draft.code)
        for name, field in self.people.items():
            field.show_value(getattr(draft, name))
            field.setEnabled(not (draft.drops_agent and name.startswith("agent_")))
        self.drops_agent.setChecked(draft.drops_agent)

    def show_known(self, page: CasePage | None) -> None:
        """Stand in empty fields for what is on record, masked; None where there is nothing yet."""
        is_person = page is not None and page.row.applicant_kind is ApplicantKind.PERSON
        known = {
            "name": (page.row.applicant if is_person else page.contact) if page else None,
            "identity": page.identity if page else None,
            "phone": page.phone if page else None,
            "agent_name": page.agent if page else None,
        }
        for name, field in self.people.items():
            field.setPlaceholderText(known.get(name) or "")
        self.drops_agent.setVisible(page is not None and page.agent is not None)


class ApplicantPane(FormPane[CasesState]):
    """``written(draft)`` with every letter and choice."""

    written = Signal(object)

    def __init__(self, words: Words) -> None:
        save = main_action(words("cases.applicant.save"), "check")
        super().__init__(words, words("cases.applicant.title"), words("cases.paper.back"), save)
        self.fields = ApplicantFields(words)
        hint = Text(words("cases.applicant.hint"), Type.CAPTION, "text2", wrap=True)
        self.page.body.put(self.fields, hint, None)
        self.fields.edited.connect(self.written)

    def show_state(self, state: CasesState) -> None:
        """Show what is typed over what is on record."""
        self.fields.show_draft(state.applicant)
        self.fields.show_known(state.page)
        self.show_outcome(state)

    def focus_first(self) -> None:
        """To where one begins."""
        self.fields.kind.setFocus()
