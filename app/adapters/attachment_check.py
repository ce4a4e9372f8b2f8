"""Opens photos with Pillow and scans with pypdf, and refuses what does not open."""

from io import BytesIO
from logging import CRITICAL, getLogger
from warnings import catch_warnings

from app.domain.attachment import AttachmentKind
from app.domain.errors import BadInput

_FORMATS = {AttachmentKind.JPEG: "JPEG", AttachmentKind.PNG: "PNG"}
_MOST_PIXELS = 100_000_000
"""A sheet at 800 dots per inch has fewer; more would fill the memory of whoever looks at it."""


class OpeningCheck:
    """Opens each file as what it begins as."""

    def must_open(self, kind: AttachmentKind, content: bytes) -> None:
        if kind is AttachmentKind.PDF:
            _open_pdf(content)
        else:
            _open_image(_FORMATS[kind], content)


def _open_pdf(content: bytes) -> None:
    from pypdf import PdfReader  # late, as Pillow: few commands take files
    from pypdf.errors import PyPdfError

    # It writes of every repair it tries; what counts is whether the file opens, and that is told in our words.
    getLogger("pypdf").setLevel(CRITICAL)
    try:
        pages = len(PdfReader(BytesIO(content)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput("attachment.rule.broken") from error  # pypdf meets damage with any of these
    if pages == 0:
        raise BadInput("attachment.rule.broken")


def _open_image(name: str, content: bytes) -> None:
    from PIL import Image

    try:
        # Pillow warns of so many pixels, where it is to be refused.
        with catch_warnings(action="ignore"), Image.open(BytesIO(content), formats=[name]) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise BadInput("attachment.rule.pixels")
            image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadInput("attachment.rule.broken") from error
