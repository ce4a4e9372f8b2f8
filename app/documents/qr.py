"""QR codes, drawn as rectangles so that they stay sharp on every printer."""

from dataclasses import dataclass
from itertools import groupby

import segno
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of ``height`` points along each side, without the empty border that readers want around it.

    The payload is ASCII: readers disagree about the encoding of anything else.
    """

    payload: str
    height: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        matrix = segno.make(self.payload, error="m", boost_error=False, micro=False).matrix
        module = self.height / len(matrix)
        path = canvas.beginPath()
        for number, row in enumerate(matrix):
            column = 0
            for dark, modules in groupby(row):
                length = len(list(modules))
                if dark:
                    bottom = top - (number + 1) * module
                    path.rect(left + column * module, bottom, length * module, module)
                column += length
        canvas.drawPath(path, stroke=0, fill=1)
