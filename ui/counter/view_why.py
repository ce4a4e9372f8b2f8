"""Why this ticket is next: places in line drawn as instants on a clock, not explained in prose."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ports.rows import TicketRow
from ui.counter.state import CounterState
from ui.counter.wording import has_priority, priority_text
from ui.theme import Look, Type, look_of
from ui.widgets.card import Card, Panel
from ui.widgets.icon import Icon
from ui.widgets.layouts import row
from ui.widgets.paint import line_text, rounded, text_width
from ui.widgets.text import Text
from ui.words import Words

_ROWS = 4
_LEFT, _RIGHT, _FIRST, _ROW, _AXIS = 128, 90, 36, 26, 22
_STEPS = (5, 10, 15, 30, 60, 120)


@dataclass(frozen=True, slots=True)
class Place:
    """One ticket's place: where it stands, when it came, and what moved it."""

    number: str
    place: datetime
    came: datetime
    why: str

    @property
    def is_moved(self) -> bool:
        """Whether the place differs from when the person came."""
        return abs(self.place - self.came) >= timedelta(minutes=1)


def places_of(state: CounterState, words: Words, most: int = _ROWS) -> tuple[Place, ...]:
    """The first tickets in the order of calling, in the hall's time."""
    queue = state.desk.queue[:most] if state.desk else ()
    return tuple(
        Place(t.number, t.line_at.astimezone(state.zone), t.issued_at.astimezone(state.zone), _why(words, t))
        for t in queue
    )


def _why(words: Words, ticket: TicketRow) -> str:
    minutes = round(abs((ticket.line_at - ticket.issued_at).total_seconds()) / 60)
    if ticket.line_at > ticket.issued_at:
        return words("counter.why.back", count=minutes)
    if has_priority(ticket):
        return words("counter.why.head_start", priority=priority_text(words, ticket), count=minutes)
    return words("counter.why.earlier", count=minutes)


class WhyDrawing(QWidget):
    """A row for each ticket, a dot at its place; an arrow leads there from when the person came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Draw these, the next one first."""
        if places != self._places:
            self._places = places
            self.setAccessibleDescription("; ".join(f"{p.number} {p.place:%H:%M} {p.why}" for p in places))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        rows = max(0, len(self._places) - 1)
        return QSize(360, look_of(self).px(_FIRST + rows * _ROW + _AXIS + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = look_of(self)
        axis = _Axis(self._places, look.px(_LEFT), self.width() - look.px(_RIGHT))
        self._paint_axis(painter, look, axis)
        top = 0
        for at, place in enumerate(self._places):
            height = look.px(_ROW if at else _FIRST)
            self._paint_place(painter, look, axis, QRect(0, top, self.width(), height), place, first=not at)
            top += height

    def _paint_axis(self, painter: QPainter, look: Look, axis: "_Axis") -> None:
        bottom = self.height() - look.px(_AXIS)
        font = look.font(Type.CAPTION)
        for mark in axis.marks():
            x = axis.x(mark)
            painter.setPen(QPen(look.colour("border"), 1))
            painter.drawLine(x, look.px(_FIRST), x, bottom)
            box = QRect(x - look.px(40), bottom, look.px(80), look.px(_AXIS))
            text = f"{mark:%H:%M}"
            line_text(painter, box, font, look.colour("text2"), text, Qt.AlignmentFlag.AlignCenter)

    def _paint_place(
        self, painter: QPainter, look: Look, axis: "_Axis", box: QRect, place: Place, *, first: bool
    ) -> None:
        if first:
            rounded(painter, box.adjusted(0, 0, 0, -look.px(2)), look.px(4), look.colour("accent_tint"))
        tone = look.colour("accent" if first else "text1")
        number = QRect(look.px(10), box.y(), look.px(_LEFT), box.height())
        line_text(painter, number, look.font(Type.BODY, bold=first), tone, place.number)
        x, y = axis.x(place.place), box.center().y()
        if place.is_moved:
            self._paint_arrow(painter, look, (axis.x(place.came), x), y, place, first=first)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if first else "neutral"))
            painter.drawEllipse(QPoint(x, y), look.px(6), look.px(6))
        self._paint_time(
            painter, look, axis, QRect(0, box.y(), self.width(), box.height()), place, first=first
        )

    def _paint_arrow(
        self, painter: QPainter, look: Look, ends: tuple[int, int], y: int, place: Place, *, first: bool
    ) -> None:
        colour = look.colour("accent" if first else "neutral")
        start, tip = ends
        way = 1 if tip > start else -1
        painter.setPen(QPen(colour, look.px(3) if first else look.px(2)))
        painter.setBrush(look.colour("accent_tint" if first else "surface"))
        painter.drawLine(start, y, tip, y)
        painter.drawEllipse(QPoint(start, y), look.px(6), look.px(6))
        head, half = look.px(11), look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygon([QPoint(tip, y), QPoint(tip - way * head, y - half), QPoint(tip - way * head, y + half)])
        )
        font = look.font(Type.DETAIL)
        width = text_width(font, place.why) + look.px(16)
        if first and width + look.px(40) < abs(tip - start):
            middle = QRect((start + tip - width) // 2, y - look.px(10), width, look.px(20))
            painter.fillRect(middle, look.colour("accent_tint"))
            line_text(painter, middle, font, look.colour("text1"), place.why, Qt.AlignmentFlag.AlignCenter)

    def _paint_time(
        self, painter: QPainter, look: Look, axis: "_Axis", box: QRect, place: Place, *, first: bool
    ) -> None:
        font = look.font(Type.BODY if first else Type.CAPTION, bold=first)
        text = f"{place.place:%H:%M}"
        width = QFontMetrics(font).horizontalAdvance(text)
        x, gap = axis.x(place.place), look.px(14)
        before = place.is_moved and place.place < place.came
        left = x - gap - width if before else x + gap
        where = QRect(left, box.y(), width + 2, box.height())
        line_text(painter, where, font, look.colour("accent" if first else "text2"), text)
        if first and place.is_moved and before:
            came = QRect(axis.x(place.came) + gap, box.y(), look.px(_RIGHT), box.height())
            line_text(painter, came, look.font(Type.CAPTION), look.colour("text2"), f"{place.came:%H:%M}")


class _Axis:
    """Instants to px: from the earliest place to the latest arrival, on whole steps of a few minutes."""

    def __init__(self, places: tuple[Place, ...], left: int, right: int) -> None:
        instants = [i for p in places for i in (p.place, p.came)]
        span = max(instants) - min(instants)
        minutes = next((s for s in _STEPS if span <= timedelta(minutes=s) * 5), _STEPS[-1])
        self._step = timedelta(minutes=minutes)
        self._start = _floor(min(instants), minutes)
        self._end = max(_floor(max(instants), minutes) + self._step, self._start + self._step)
        self._left, self._right = left, right

    def x(self, instant: datetime) -> int:
        """Where an instant stands."""
        share = (instant - self._start) / (self._end - self._start)
        return round(self._left + share * (self._right - self._left))

    def marks(self) -> list[datetime]:
        """The instants with a line; about six, however long the span."""
        count = int((self._end - self._start) / self._step)
        every = max(1, count // 6)
        return [self._start + self._step * i for i in range(0, count + 1, every)]


def _floor(instant: datetime, minutes: int) -> datetime:
    rest = timedelta(
        minutes=(instant.hour * 60 + instant.minute) % minutes,
        seconds=instant.second,
        microseconds=instant.microsecond,
    )
    return instant - rest


class WhyCard(Card):
    """The drawing with its question above and the rule below."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Text("", Type.BODY, bold=True)
        self._drawing = WhyDrawing()
        self._rule = Text("", Type.DETAIL, "text2", wrap=True)
        head = Text(words("counter.why.order"), Type.CAPTION, "text2")
        panel = Panel(margins=(16, 12, 16, 14), gap=8)
        panel.body.addLayout(row().put(Icon("question", "accent", 18), self._title, None, head))
        panel.body.put(self._drawing, self._rule)
        self.body.put(panel)

    def show_state(self, state: CounterState) -> None:
        """Draw the places of the next tickets; without anybody waiting there is nothing to ask."""
        places = places_of(state, self._words)
        self.setVisible(bool(places))
        if not places:
            return
        self._title.setText(self._words("counter.why.title", number=places[0].number))
        self._drawing.show_places(places)
        self._rule.setText(why_rule(state, self._words))


def why_rule(state: CounterState, words: Words) -> str:
    """The true reason in one sentence: the earliest place, or else a line that this counter calls first."""
    places = places_of(state, words, most=len(state.desk.queue) if state.desk else 0)
    first, earliest = places[0], min(places, key=lambda one: one.place)
    lines, place = len(state.lines), f"{first.place:%H:%M}"
    if earliest.place < first.place:
        other = f"{earliest.place:%H:%M}"
        line = state.next.line if state.next else ""
        return words(
            "counter.why.preferred", number=first.number, place=place, line=line,
            other=earliest.number, other_place=other,
        )  # fmt: skip
    minutes = int(state.policy.largest_head_start.total_seconds() // 60)
    return words("counter.why.rule", number=first.number, place=place, count=lines, minutes=minutes)
