"""What has to be chosen for a step, beside the words."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.case_parts import DeliveryWay, Procedure, Result
from ui.cases.drafts import CaseDraft
from ui.cases.state import CasesState
from ui.refusal_fields import RefusalFields
from ui.theme import Tone
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.fields import KeyPicker
from ui.widgets.inputs import Field, write_unless_focused
from ui.widgets.layouts import row
from ui.widgets.side_by_side import SideBySide
from ui.words import Words
from ui.worklist.forms import Form

_SIDE_BY_SIDE = 480
"""Px at scale 1 from which two fields stand in a row."""


class CaseForm(Form[CasesState]):
    """Choices about a case."""

    _draft: CaseDraft


class RefuseForm(CaseForm):
    """On which ground of the law, and where to turn when another authority is the right one."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.fields = RefusalFields(words)
        row(self).put(self.fields)
        self.setFocusProxy(self.fields)
        self.fields.ground_chosen.connect(lambda ground: self._edit(ground=ground))
        self.fields.authority_edited.connect(lambda text: self._edit(right_authority=text))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        self.fields.show_refusal(self._draft.ground, self._draft.right_authority)


class SuspendForm(CaseForm):
    """Which procedure, and how many working days it was told to take."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.procedure = KeyPicker(words("cases.form.procedure"))
        self.procedure.show_options([(kind.value, words(f"procedure.{kind.value}")) for kind in Procedure])
        self.days = QLineEdit()
        fields = (
            (Field(words("cases.form.procedure"), self.procedure), 2),
            (Field(words("cases.form.procedure_days"), self.days), 1),
        )
        row(self).put(SideBySide(*fields, wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.procedure)
        self.procedure.chosen.connect(lambda key: self._edit(procedure=Procedure(key)))
        self.days.textEdited.connect(lambda text: self._edit(days=text))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        self.procedure.show_key(self._draft.procedure.value if self._draft.procedure else None)
        write_unless_focused(self.days, self._draft.days)


class ExtendForm(CaseForm):
    """How many working days more, and who of the authority's heads approved it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.days, self.approved_by = QLineEdit(), QLineEdit()
        fields = (
            (Field(words("cases.form.extension_days"), self.days), 1),
            (Field(words("cases.form.approved_by"), self.approved_by), 2),
        )
        row(self).put(SideBySide(*fields, wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.days)
        self.days.textEdited.connect(lambda text: self._edit(days=text))
        self.approved_by.textEdited.connect(lambda text: self._edit(approved_by=text))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        write_unless_focused(self.days, self._draft.days)
        write_unless_focused(self.approved_by, self._draft.approved_by)


class DecideForm(CaseForm):
    """Granted or denied, and what certificate is issued."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        options = [
            Option(Result.GRANTED.value, words("result.granted"), Tone.OK, "check-circle-fill"),
            Option(Result.DENIED.value, words("result.denied"), Tone.DANGER, "x-circle-fill"),
        ]
        self.result = SegmentedChoice(options, segment_width=110)
        self.result.setAccessibleName(words("cases.form.result"))
        self.certificate = QLineEdit()
        fields = (
            (Field(words("cases.form.result"), self.result), 1),
            (Field(words("cases.form.certificate"), self.certificate), 2),
        )
        row(self).put(SideBySide(*fields, wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.result)
        self.result.chosen.connect(lambda key: self._edit(result=Result(key)))
        self.certificate.textEdited.connect(lambda text: self._edit(certificate=text))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        self.result.show_value(self._draft.result.value if self._draft.result else None)
        self.certificate.setEnabled(self._draft.result is not Result.DENIED)
        write_unless_focused(self.certificate, self._draft.certificate)


class DeliverForm(CaseForm):
    """How the documents reach the applicant, and who takes them; a name is kept masked."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.way = SegmentedChoice(
            [Option(way.value, words(f"delivery_way.{way.value}")) for way in DeliveryWay], wraps=True
        )
        self.way.setAccessibleName(words("cases.form.way"))
        self.received_by = QLineEdit()
        fields = (
            (Field(words("cases.form.way"), self.way), 2),
            (Field(words("cases.form.received_by"), self.received_by), 1),
        )
        row(self).put(SideBySide(*fields, wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.received_by)
        self.way.chosen.connect(lambda key: self._edit(way=DeliveryWay(key)))
        self.received_by.textEdited.connect(lambda text: self._edit(received_by=text))

    def show_state(self, state: CasesState) -> None:
        super().show_state(state)
        self.way.show_value(self._draft.way.value)
        write_unless_focused(self.received_by, self._draft.received_by)
