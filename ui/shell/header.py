"""The header of a station: what this is, where one can go, who is here, and what time it is in the hall."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.shell.clock import HallClock
from ui.shell.facts import Fact, FactLine
from ui.shell.logo import Logo
from ui.theme import Type, active, look_of
from ui.widgets.card import Rule
from ui.widgets.layouts import Box, row
from ui.widgets.text import ElidedText, Text
from ui.words import Words

LARGE = 1.5
"""The scale from which an icon stands for some words."""
_GAP, _PLACE_LEAST = 12, 96


class Header(QFrame):
    """48 px. ``left`` and ``right`` take a station's own widgets: navigation, a state chip, buttons.

    Where room is short the place is shortened; then facts, place and date give way, in this order. What the
    station is called, who is here and the time stay.
    """

    def __init__(self, words: Words, clock: HallClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words, self._clock = words, clock
        self._product = Text(words("shell.product"), Type.EMPHASIS, bold=True)
        self._station = ElidedText("", Type.BODY, bold=True, growing=False)
        self._place = ElidedText("", Type.BODY, "text2", growing=False)
        self.left: Box = row(gap=12)
        self.right: Box = row(gap=12)
        self._facts = FactLine(ruled=True, size=Type.BODY, icon_size=16)
        self._user = FactLine(ruled=True, size=Type.BODY, icon_size=16)
        self._has_facts = False
        self._named, self._rule = Rule(), Rule()
        self._rule.hide()
        self._measure()
        active.changed.connect(self._measure)
        self._date = Text("", Type.BODY, "text2")
        self._time = Text("", Type.EMPHASIS, bold=True)
        self._line = line = row(self, margins=(12, 0, 12, 0), gap=_GAP)
        line.put(Logo(), self._product, self._named, self._station, self._place, self.left, None)
        line.put(self._facts, self.right, self._user, self._rule, self._date, self._time)
        self._place.hide()
        clock.ticked.connect(self.show_time)
        self.show_time()

    def _measure(self) -> None:
        """In large print the logo alone tells the product: on a small screen the places need its room."""
        for part in (self._product, self._named):
            part.setVisible(active.look.scale < LARGE)

    def show_station(self, name: str, place: str = "") -> None:
        """Say what this station is and where it stands."""
        self._station.setText(name)
        self._station.setVisible(bool(name))
        self._place.setText(place)
        self._fit()

    def show_facts(self, *facts: Fact) -> None:
        """Say how things are, such as the connection, at the right."""
        self._facts.show_facts(*facts)
        self._has_facts = bool(facts)
        self._fit()

    def show_user(self, name: str) -> None:
        """Say who is signed in (masked); nobody for an empty name."""
        self._rule.setVisible(bool(name))
        self._user.show_facts(*([Fact(name, "user-circle")] if name else []))

    def retranslate(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._product.setText(words("shell.product"))
        self.show_time()

    def show_time(self) -> None:
        """Show the hall's date and time."""
        now, locale = self._clock.now(), QLocale(self._words("shell.locale"))
        self._date.setText(
            locale.toString(QDate(now.year, now.month, now.day), self._words("shell.date_pattern"))
        )
        self._time.setText(f"{now:%H:%M}")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look_of(self).px(48))

    def minimumSizeHint(self) -> QSize:
        """No width of its own: it does with what the room below it has."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Show as much as there is room for, and that whole but for the place."""
        giving_way = (
            (self._facts, self._has_facts),
            (self._place, bool(self._place.text())),
            (self._date, True),
        )
        told = [part for part, has_words in giving_way if has_words]
        lacking = self._wanted(told) - self.width()
        for part in (self._facts, self._place, self._date):
            gives_way = part in told and lacking > 0
            lacking -= self._width_of(part) if gives_way else 0
            part.setVisible(part in told and not gives_way)
        self._station.setMinimumWidth(self._station.sizeHint().width())
        for part in (self._facts, self._user):
            part.setMinimumWidth(0 if lacking > 0 else part.sizeHint().width())

    def _wanted(self, told: Sequence[QWidget]) -> int:
        """The width at which all of ``told`` has room, the place shortened."""
        shown = self._line.sizeHint().width()
        if not self._place.isHidden():
            shown -= self._place.sizeHint().width() + look_of(self).px(_GAP) - self._width_of(self._place)
        return shown + sum(self._width_of(part) for part in told if part.isHidden())

    def _width_of(self, part: QWidget) -> int:
        look, width = look_of(self), part.sizeHint().width()
        return look.px(_GAP) + (min(width, look.px(_PLACE_LEAST)) if part is self._place else width)
