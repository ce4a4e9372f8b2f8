"""On which ground of the law something is not taken on, and where to turn when another authority is the right one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.case_parts import RefusalGround
from ui.widgets.fields import KeyPicker
from ui.widgets.inputs import Field, write_unless_focused
from ui.widgets.layouts import row
from ui.widgets.side_by_side import SideBySide
from ui.words import Words

_SIDE_BY_SIDE = 480
"""Px at scale 1 from which two fields stand in a row."""


class RefusalFields(QWidget):
    """``ground_chosen(ground)`` and ``authority_edited(text)`` tell what a person chose and typed."""

    ground_chosen = Signal(object)
    authority_edited = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground, self.authority = KeyPicker(words("shell.refusal.ground")), QLineEdit()
        self.ground.show_options([(one.value, words(f"refusal_ground.{one.value}")) for one in RefusalGround])
        self._authority = Field(words("shell.refusal.authority"), self.authority)
        fields = ((Field(words("shell.refusal.ground"), self.ground), 1), (self._authority, 1))
        row(self).put(SideBySide(*fields, wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.ground)
        self.ground.chosen.connect(lambda key: self.ground_chosen.emit(RefusalGround(key)))
        self.authority.textEdited.connect(self.authority_edited)

    def show_refusal(self, ground: RefusalGround | None, authority: str) -> None:
        """Show what was chosen and typed; the authority is asked for only where another is the right one."""
        self.ground.show_key(ground.value if ground else None)
        write_unless_focused(self.authority, authority)
        self._authority.setVisible(ground is RefusalGround.OTHER_AUTHORITY)
