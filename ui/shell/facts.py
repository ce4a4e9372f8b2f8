"""Short facts in the header and the status line: an icon and a word, parted by rules."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.theme import STATUS_LOOKS, Status, Type
from ui.widgets.card import Rule
from ui.widgets.icon import Icon
from ui.widgets.layouts import row
from ui.widgets.text import ElidedText


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said, with a Phosphor icon whose colour is a token."""

    text: str
    icon: str = ""
    icon_tone: str = "text2"
    tone: str = "text2"


def status_fact(status: Status, text: str) -> Fact:
    """A fact in the colour and shape of a state."""
    look = STATUS_LOOKS[status]
    return Fact(text, look.icon, look.tone.value)


class FactLabel(QWidget):
    """One fact."""

    def __init__(self, fact: Fact, size: Type, icon_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(fact.icon or "circle", fact.icon_tone, icon_size)
        self._text = ElidedText(fact.text, size, fact.tone, growing=False)
        row(self, gap=6).put(self._icon, self._text)
        if not fact.icon:
            self._icon.hide()


class FactLine(QWidget):
    """Facts side by side; in the header a rule stands between them, in the status line a gap."""

    def __init__(self, *, ruled: bool, size: Type, icon_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruled, self._size, self._icon_size = ruled, size, icon_size
        self._row = row(self, gap=12 if ruled else 20)
        self._facts: tuple[Fact, ...] = ()
        self.hide()  # without facts it takes no gap
        self._parts: list[QWidget] = []

    def show_facts(self, *facts: Fact) -> None:
        """Show these facts in order."""
        if facts == self._facts:
            return
        self._facts = facts
        self.setVisible(bool(facts))
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for fact in facts:
            if self._ruled and self._parts:
                self._add(Rule())
            self._add(FactLabel(fact, self._size, self._icon_size))

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._row.addWidget(part)
