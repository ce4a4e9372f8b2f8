"""Why this ticket is next: places in line drawn as instants on a clock, not explained in prose."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.counter.why import Piece, Place
from ui.theme import Look, Type, look_of
from ui.widgets.paint import line_text, rounded, text_width

_LEFT, _RIGHT, _FIRST, _ROW, _AXIS = 128, 110, 36, 26, 22
_APART, _AROUND_WORDS = 5, 36
_STEPS = (5, 10, 15, 30, 60, 120)


class WhyDrawing(QWidget):
    """A row for each ticket, a dot at its place; an arrow leads there from when the person came.

    The arrow has a piece for each reason; the one that only this counter gives is dashed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Draw these, the next one first."""
        if places != self._places:
            self._places = places
            self.setAccessibleDescription("; ".join(map(_spoken, places)))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self._height_of(len(self._places)))

    def minimumSizeHint(self) -> QSize:
        """Where there is little room the first two tell enough."""
        return QSize(0, self._height_of(min(2, len(self._places))))

    def _height_of(self, rows: int) -> int:
        return look_of(self).px(_FIRST + max(0, rows - 1) * _ROW + _AXIS + 6)

    def _drawn(self) -> tuple[Place, ...]:
        """As many as there is room for."""
        fitting = (rows for rows in range(len(self._places), 1, -1) if self._height_of(rows) <= self.height())
        return self._places[: next(fitting, 1)]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = look_of(self)
        axis = self._axis(look)
        self._paint_axis(painter, look, axis)
        top = 0
        for at, place in enumerate(self._drawn()):
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
        if place.pieces:
            self._paint_arrow(painter, look, axis, y, place, first=first)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if first else "neutral"))
            painter.drawEllipse(QPoint(x, y), look.px(6), look.px(6))
        self._paint_times(painter, look, axis, box, place, first=first)

    def _axis(self, look: Look) -> "_Axis":
        """At the right there is room for when the first one came, and for words that no piece has room for."""
        right = self.width() - look.px(_RIGHT)
        drawn = self._drawn()
        axis = _Axis(drawn, look.px(_LEFT), right)
        left_over = self._left_over(look, axis, drawn[0])
        room = text_width(look.font(Type.DETAIL), left_over) if left_over else 0
        return _Axis(drawn, look.px(_LEFT), right - room)

    def _paint_arrow(
        self, painter: QPainter, look: Look, axis: "_Axis", y: int, place: Place, *, first: bool
    ) -> None:
        colour = look.colour("accent" if first else "neutral")
        turns = len({piece.end > piece.start for piece in place.pieces}) > 1
        for at, piece in enumerate(place.pieces):
            line = y + (at * look.px(_APART) if turns else 0)  # there and back again, beside each other
            style = Qt.PenStyle.DashLine if piece.is_here else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, look.px(3) if first else look.px(2), style))
            painter.drawLine(axis.x(piece.start), line, axis.x(piece.end), line)
            if at:
                self._paint_joint(painter, look, axis.x(piece.start), line)
            if first and self._fits(look, axis, piece):
                self._paint_why(painter, look, axis, line, piece)
        painter.setPen(QPen(colour, look.px(3) if first else look.px(2)))
        painter.setBrush(look.colour("accent_tint" if first else "surface"))
        painter.drawEllipse(QPoint(axis.x(place.came), y), look.px(6), look.px(6))
        self._paint_tip(painter, look, axis, line, place.pieces[-1], first=first)

    def _paint_joint(self, painter: QPainter, look: Look, x: int, y: int) -> None:
        """Where one reason ends and the next begins."""
        painter.setPen(QPen(painter.pen().color(), look.px(2)))
        painter.drawLine(x, y - look.px(6), x, y + look.px(6))

    def _paint_tip(
        self, painter: QPainter, look: Look, axis: "_Axis", y: int, piece: Piece, *, first: bool
    ) -> None:
        tip, way = axis.x(piece.end), 1 if piece.end > piece.start else -1
        head, half = look.px(11), look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if first else "neutral"))
        painter.drawPolygon(
            QPolygon([QPoint(tip, y), QPoint(tip - way * head, y - half), QPoint(tip - way * head, y + half)])
        )

    def _paint_why(self, painter: QPainter, look: Look, axis: "_Axis", y: int, piece: Piece) -> None:
        font = look.font(Type.DETAIL)
        width = text_width(font, piece.why) + look.px(16)
        middle = QRect(
            (axis.x(piece.start) + axis.x(piece.end) - width) // 2, y - look.px(10), width, look.px(20)
        )
        painter.fillRect(middle, look.colour("accent_tint"))
        line_text(painter, middle, font, look.colour("text1"), piece.why, Qt.AlignmentFlag.AlignCenter)

    def _fits(self, look: Look, axis: "_Axis", piece: Piece) -> bool:
        wanted = text_width(look.font(Type.DETAIL), piece.why) + look.px(_AROUND_WORDS)
        return wanted < abs(axis.x(piece.end) - axis.x(piece.start))

    def _left_over(self, look: Look, axis: "_Axis", place: Place) -> str:
        """The words of the pieces too short for them, this counter's own first."""
        short = [piece for piece in place.pieces if not self._fits(look, axis, piece)]
        return "  ".join(piece.why for piece in sorted(short, key=lambda piece: not piece.is_here))

    def _paint_times(
        self, painter: QPainter, look: Look, axis: "_Axis", box: QRect, place: Place, *, first: bool
    ) -> None:
        """The place beside its end of the arrow; for the first one also when the person came, and the rest."""
        font = look.font(Type.BODY if first else Type.CAPTION, bold=first)
        text = f"{place.place:%H:%M}"
        width = text_width(font, text) + 2
        x, gap = axis.x(place.place), look.px(14)
        before = bool(place.pieces) and place.pieces[-1].end < place.pieces[-1].start
        where = QRect(x - gap - width if before else x + gap, box.y(), width, box.height())
        line_text(painter, where, font, look.colour("accent" if first else "text2"), text)
        if not first or not place.pieces:
            return
        right = max(axis.x(place.came) + gap, where.right() + gap)
        came = text_width(look.font(Type.CAPTION), place.came_text) + 2
        at = QRect(right, box.y(), came, box.height())
        line_text(painter, at, look.font(Type.CAPTION), look.colour("text2"), place.came_text)
        rest = QRect(at.right() + gap, box.y(), self.width() - at.right() - gap - look.px(6), box.height())
        left_over = self._left_over(look, axis, place)
        line_text(painter, rest, look.font(Type.DETAIL), look.colour("text1"), left_over)


def _spoken(place: Place) -> str:
    return " ".join((place.number, f"{place.place:%H:%M}", *(piece.why for piece in place.pieces)))


class _Axis:
    """Instants to px: from the earliest place to the latest arrival, on whole steps of a few minutes."""

    def __init__(self, places: tuple[Place, ...], left: int, right: int) -> None:
        instants = [i for p in places for i in (p.came, p.place, *(piece.end for piece in p.pieces))]
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
