"""What has to be chosen for a step, beside the words."""

from PySide6.QtWidgets import QWidget

from app.domain.staff import PERMISSIONS, Permission, StaffState
from app.ports.rows import StaffRow
from ui.follow_ups.drafts import FollowUpDraft
from ui.follow_ups.state import FollowUpsState
from ui.theme import Tone
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.fields import KeyPicker
from ui.widgets.layouts import row
from ui.words import Words
from ui.worklist.forms import Form
from ui.worklist.wording import staff_text


class FollowUpForm(Form[FollowUpsState]):
    """Choices about a follow-up."""

    _draft: FollowUpDraft


class AssignForm(FollowUpForm):
    """The handler: anybody but the rated clerk."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.handler = KeyPicker(words("follow_ups.form.handler"))
        self.handler.setAccessibleName(self.handler.placeholderText())
        self.handler.setMinimumWidth(1)  # a long name gives way
        row(self).addWidget(self.handler, 1)
        self.setFocusProxy(self.handler)
        self.handler.chosen.connect(lambda number: self._edit(handler=number))

    def show_state(self, state: FollowUpsState) -> None:
        super().show_state(state)
        self.handler.show_options([(m.number, staff_text(m)) for m in handlers(state)])
        self.handler.show_key(self._draft.handler)


class YesNoForm(FollowUpForm):
    """One of two answers, and neither of them to begin with."""

    def __init__(
        self, words: Words, name: str, field: str, yes: Option, no: Option, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._field, self._yes, self._no = field, yes.key, no.key
        self.answer = SegmentedChoice([yes, no], segment_width=140)
        self.answer.setAccessibleName(name)
        row(self).put(self.answer, None)
        self.setFocusProxy(self.answer)
        self.answer.chosen.connect(lambda key: self._edit(**{field: key == self._yes}))

    def show_state(self, state: FollowUpsState) -> None:
        super().show_state(state)
        answer: bool | None = getattr(self._draft, self._field)
        self.answer.show_value(None if answer is None else self._yes if answer else self._no)


def ask_form(words: Words) -> YesNoForm:
    """Whether the person is satisfied now."""
    return YesNoForm(
        words, words("follow_ups.form.answer"), "satisfied",
        Option("yes", words("follow_ups.form.satisfied"), Tone.OK, "smiley"),
        Option("no", words("follow_ups.form.not_satisfied"), Tone.DANGER, "smiley-sad"),
    )  # fmt: skip


def review_form(words: Words) -> YesNoForm:
    """Which way the review of an appeal goes."""
    return YesNoForm(
        words, words("follow_ups.form.review"), "upheld",
        Option("yes", words("appeal_state.upheld"), Tone.ACCENT, "check"),
        Option("no", words("appeal_state.dismissed"), Tone.NEUTRAL, "x"),
    )  # fmt: skip


def handlers(state: FollowUpsState) -> list[StaffRow]:
    """Who may handle the follow-up on the page, by number."""
    rated = state.page.row.clerk if state.page else None
    return [
        member
        for member in state.staff
        if member.state is StaffState.ACTIVE
        and Permission.RATING_HANDLE in PERMISSIONS[member.role]
        and member.number != rated
    ]
