"""Why an application is not taken on: the ground, the right authority where it is another, and the reason in words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.case_parts import Refusal, RefusalGround
from ui.refusal_fields import RefusalFields
from ui.widgets.inputs import Field
from ui.widgets.layouts import column
from ui.words import Words

_GROUND, _AUTHORITY, _REASON = "ground", "authority", "reason"


class RefusalParts(QWidget):
    """``refusal()`` is what was said once all of it is; ``typed(field, text)`` with every letter and choice."""

    typed = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: RefusalGround | None = None
        self.fields, self.reason = RefusalFields(words), QLineEdit()
        column(self, gap=10).put(self.fields, Field(words("counter.sheet.finish.reason"), self.reason))
        self.fields.ground_chosen.connect(self._choose)
        self.fields.authority_edited.connect(lambda text: self.typed.emit(_AUTHORITY, text))
        self.reason.textEdited.connect(lambda text: self.typed.emit(_REASON, text))

    def begin(self, typed: Mapping[str, str]) -> None:
        """Show what was typed before."""
        ground = typed.get(_GROUND)
        self._ground = RefusalGround(ground) if ground in set(RefusalGround) else None
        self.reason.setText(typed.get(_REASON, ""))
        self.fields.authority.setText(typed.get(_AUTHORITY, ""))
        self.fields.show_refusal(self._ground, self.fields.authority.text())

    def refusal(self) -> Refusal | None:
        """Ground and reason, and the authority of the one ground that has one; None while any of it is missing."""
        reason, authority = self.reason.text().strip(), self.fields.authority.text().strip()
        if self._ground is None or not reason:
            return None
        if self._ground is not RefusalGround.OTHER_AUTHORITY:
            return Refusal(reason, self._ground)
        return Refusal(reason, self._ground, authority) if authority else None

    def _choose(self, ground: RefusalGround) -> None:
        self._ground = ground
        self.fields.show_refusal(ground, self.fields.authority.text())
        self.typed.emit(_GROUND, ground.value)
