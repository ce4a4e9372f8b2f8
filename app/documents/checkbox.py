"""The box before a thing to have ready."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.documents.blocks import Style


@dataclass(frozen=True, slots=True)
class CheckBox:
    """An empty box that stands before the first line of a text of that style."""

    style: Style

    @property
    def height(self) -> float:
        return self.style.leading

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        side = 0.72 * self.style.size
        bottom = top - (self.style.leading + side) / 2
        canvas.saveState()
        canvas.setLineWidth(1.2)
        canvas.rect(left + 0.6, bottom, side, side)
        canvas.restoreState()
