"""Where a form is signed and sealed. Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.documents.blocks import Text
from app.documents.styles import BODY, BODY_CENTRE, SMALL_CENTRE
from app.documents.words import Words

_RING = 39 * mm  # a county authority's seal is 38 to 42 mm wide
_SEAL_TEXT = 33 * mm
_INSET = 8.0
_ROW = 17.0


@dataclass(frozen=True, slots=True)
class Signatures:
    """Left who acts for the authority, with the ring for the seal; right who received. Never parted by a page's end.

    ``received`` is what the receiver confirms, above the lines to sign on.
    """

    told: Sequence[str]
    authority: str
    day: date
    received: str
    words: Words
    width: float

    @property
    def height(self) -> float:
        return float(_RING) + 2 * 4

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        half = self.width / 2
        canvas.saveState()
        canvas.setLineWidth(0.6)
        canvas.rect(left, top - self.height, self.width, self.height)
        canvas.line(left + half, top, left + half, top - self.height)
        self._draw_teller(canvas, left + _INSET, top - _INSET, half - _RING - 2 * _INSET)
        self._draw_seal(canvas, left + half - _RING / 2 - 4, top - self.height / 2)
        self._draw_receiver(canvas, left + half + _INSET, top - _INSET, half - 2 * _INSET)
        canvas.restoreState()

    def _draw_teller(self, canvas: Canvas, left: float, top: float, width: float) -> None:
        for line in self.told:
            text = Text.of(line, BODY, width)
            text.draw(canvas, left, top)
            top -= text.height + 4
        _draw_blank(canvas, self.words.texts("paper.sign.signature"), left, top, width)

    def _draw_seal(self, canvas: Canvas, centre: float, middle: float) -> None:
        canvas.saveState()
        canvas.setStrokeGray(0.45)
        canvas.setDash(2, 2)
        canvas.circle(centre, middle, _RING / 2)
        canvas.restoreState()
        parts = [
            Text.of(self.authority, BODY_CENTRE, _SEAL_TEXT),
            Text.of(self.words.texts.date(self.day), BODY_CENTRE, _SEAL_TEXT),
            Text.of(self.words.texts("paper.sign.seal"), SMALL_CENTRE, _SEAL_TEXT),
        ]
        top = middle + sum(part.height for part in parts) / 2
        for part in parts:
            part.draw(canvas, centre - _SEAL_TEXT / 2, top)
            top -= part.height

    def _draw_receiver(self, canvas: Canvas, left: float, top: float, width: float) -> None:
        texts = self.words.texts
        heading = Text.of(self.received, BODY, width)
        heading.draw(canvas, left, top)
        top -= heading.height + 4
        for code in ("paper.sign.received_by", "paper.sign.receiver_phone"):
            _draw_blank(canvas, texts(code), left, top, width * 0.75)
            top -= _ROW
        Text.of(texts("paper.sign.received_at"), BODY, width).draw(canvas, left, top)


def _draw_blank(canvas: Canvas, label: str, left: float, top: float, width: float) -> None:
    """A label and a line to write on."""
    text = Text.of(label, BODY, width)
    text.draw(canvas, left, top)
    start = left + text.lines[0].width * BODY.size
    canvas.line(start, top - BODY.leading, left + width, top - BODY.leading)


class Handled(Protocol):
    """A form that somebody handled."""

    @property
    def handled_by(self) -> str:
        """Whose name stands on it; empty for nobody's."""

    @property
    def staff_number(self) -> str:
        """With which number."""

    @property
    def issued_at(self) -> datetime:
        """When it was issued, in the hall's time zone."""


def signatures_on(form: Handled, words: Words, width: float, *, authority: str, received: str) -> Signatures:
    """Who handled the form signs for the authority, on the day of issue; nobody is named where nobody did."""
    handler = (
        words.texts("letter.handled_by", name=form.handled_by),
        words.texts("paper.slip.staff_number", number=form.staff_number),
    )
    return Signatures(
        told=handler if form.handled_by else (),
        authority=authority,
        day=form.issued_at.date(),
        received=received,
        words=words,
        width=width,
    )
