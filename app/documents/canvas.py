"""The PDF file behind a form."""

from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import REGULAR, load
from app.texts import Language

# Streams stay binary: as printable text they are a quarter larger and take longer, and nothing here needs it.
rl_config.useA85 = 0


class PdfCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that collects its PDF in memory; the same drawing gives the same bytes."""

    def __init__(self, size: tuple[float, float], language: Language) -> None:
        self._file = BytesIO()
        # Without an initial font of ours every page would list a Helvetica that is not embedded.
        super().__init__(
            self._file, pagesize=size, initialFontName=REGULAR, invariant=1, pageCompression=1, lang=language
        )

    def finish(self) -> bytes:
        """Close the file and return it."""
        self.save()
        return self._file.getvalue()


def new_canvas(size: tuple[float, float], language: Language, title: str, author: str) -> PdfCanvas:
    """A canvas of *size* in points, with the fonts at hand and the file's title and author set."""
    load()
    canvas = PdfCanvas(size, language)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("Yici")
    return canvas
