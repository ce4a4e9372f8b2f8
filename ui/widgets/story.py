"""A story told top to bottom along a line: what happened, where we are, what is owed next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Tone, Type, look_of, paint_icon
from ui.widgets.chip import Chip
from ui.widgets.layouts import column, row
from ui.widgets.text import Text, restyle


class Moment(Enum):
    """Where an entry stands in time."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One entry: ``lead`` in bold (who, or the whole sentence), ``text`` after it, ``detail`` below.

    ``chip`` is a short judgement behind the text; ``link`` is shown below and reported by ``key``.
    """

    key: str
    lead: str = ""
    text: str = ""
    detail: str = ""
    when: str = ""
    icon: str = ""
    moment: Moment = Moment.PAST
    when_tone: str = "text2"
    chip: str = ""
    chip_tone: Tone = Tone.OK
    link: str = ""


class Story(QWidget):
    """Entries along a line; with ``when_width`` 0 it is the small story that has no column of dates."""

    link_clicked = Signal(str)

    def __init__(self, *, when_width: int = 78, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when_width = when_width
        self._entries: tuple[StoryEntry, ...] = ()
        self._rows: list[_Entry] = []
        self._column = column(self)

    def show_entries(self, entries: Sequence[StoryEntry]) -> None:
        """Tell this story; entries that stay as they were keep their widgets."""
        new = tuple(entries)
        same = 0
        while same < min(len(new), len(self._entries)) and new[same] == self._entries[same]:
            same += 1
        for old in self._rows[same:]:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        del self._rows[same:]
        for entry in new[same:]:
            widget = _Entry(entry, self._when_width)
            widget.link_clicked.connect(self.link_clicked)
            self._rows.append(widget)
            self._column.addWidget(widget)
        self._entries = new
        for i, widget in enumerate(self._rows):
            widget.rail.set_ends(first=i == 0, last=i == len(self._rows) - 1)


class _Entry(QWidget):
    """One row of the story."""

    link_clicked = Signal(str)

    def __init__(self, entry: StoryEntry, when_width: int) -> None:
        super().__init__()
        self.rail = _Rail(entry, small=when_width == 0)
        words = column(margins=(0, 1, 0, 11), gap=1)
        words.put(_head(entry))
        if entry.detail:
            words.put(
                Text(entry.detail, Type.CAPTION if when_width == 0 else Type.DETAIL, "text2", wrap=True)
            )
        if entry.link:
            link = _Link(entry.link)
            link.linkActivated.connect(lambda _: self.link_clicked.emit(entry.key))
            words.put(link)
        line = row(self, gap=0)
        if when_width:
            line.put(_When(entry, when_width), 12)
        line.put(self.rail, 8 if when_width == 0 else 12)
        line.addLayout(words, 1)


class _Link(Text):
    """Words to click on, in the accent of the look in force: Qt keeps the colour a link was written with."""

    def __init__(self, words: str) -> None:
        super().__init__("", Type.DETAIL, "accent")
        self._link = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        colour = look_of(self).colour("accent").name()
        self.setText(f'<a href="#" style="text-decoration:none; color:{colour}">{escape(self._link)}</a>')


def _head(entry: StoryEntry) -> QWidget:
    tone = "text2" if entry.moment is Moment.NEXT else "text1"
    text = Text("", Type.BODY, tone, wrap=True)
    text.setTextFormat(Qt.TextFormat.RichText)
    text.setText(f"<b>{escape(entry.lead)}</b>{escape(entry.text)}")
    if not entry.chip:
        return text
    text.setWordWrap(False)
    holder = QWidget()
    row(holder, gap=8).put(text, Chip(entry.chip, entry.chip_tone, "check-circle-fill"), None)
    return holder


class _When(Text):
    """The date column."""

    def __init__(self, entry: StoryEntry, width: int) -> None:
        super().__init__(entry.when, Type.CAPTION, entry.when_tone)
        self._width = width
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(0, 3, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        restyle(self)

    def sizeHint(self) -> QSize:
        return QSize(
            max(look_of(self).px(self._width), super().sizeHint().width()), super().sizeHint().height()
        )


class _Rail(QWidget):
    """The line and the mark on it."""

    def __init__(self, entry: StoryEntry, *, small: bool) -> None:
        super().__init__()
        self._entry, self._small = entry, small
        self._first = self._last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether the line begins or ends here."""
        self._first, self._last = first, last
        self.update()

    def sizeHint(self) -> QSize:
        side = look_of(self).px(12 if self._small else 20)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, entry = look_of(self), QPainter(self), self._entry
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = look.px(10) if not self._small and (entry.icon or entry.moment is Moment.NOW) else look.px(5)
        centre = QPoint(self.width() // 2, look.px(11))
        painter.setPen(QPen(look.colour("border"), 2))
        if not self._first:
            painter.drawLine(centre.x(), 0, centre.x(), centre.y() - disc)
        if not self._last:
            painter.drawLine(centre.x(), centre.y() + disc, centre.x(), self.height())
        now = entry.moment is Moment.NOW
        hollow = not now and (self._small or not entry.icon)
        painter.setPen(QPen(look.colour("control_border"), 2) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface" if hollow else "accent" if now else "neutral_tint"))
        painter.drawEllipse(centre, disc, disc)
        if entry.icon and not self._small:
            side = look.px(12)
            box = QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
            paint_icon(painter, box, entry.icon, look.colour("on_accent" if now else "text2"))
