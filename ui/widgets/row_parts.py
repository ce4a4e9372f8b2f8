"""What rows of materials are made of: their number, their tags, their tint."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import ROW_TINTS, Status, Tone, Type, look_of
from ui.widgets.chip import Chip
from ui.widgets.text import Text, restyle

NUMBER_WIDTH = 32
"""Px at scale 1."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word beside a name, such as “may be late”."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


def chips_of(tags: Sequence[Tag]) -> list[Chip]:
    """The tags as they are shown."""
    return [Chip(tag.text, tag.tone, tag.icon, outlined=tag.tone is not Tone.NEUTRAL) for tag in tags]


def tint_row(frame: QWidget, status: Status | None) -> None:
    """Tint the whole row where the state asks for it."""
    tone = ROW_TINTS.get(status) if status is not None else None
    if frame.property("tint") != (tone.value if tone else ""):
        frame.setProperty("tint", tone.value if tone else "")
        restyle(frame)


class NumberCell(Text):
    """A running number in a column of its own."""

    def __init__(self, text: str, width: int = NUMBER_WIDTH) -> None:
        super().__init__(text, Type.BODY, "text2")
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._width), super().sizeHint().height())
