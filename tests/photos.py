"""A photo and a scan, as small as they come."""

from io import BytesIO

from PIL import Image
from pypdf import PdfWriter


def image(kind: str = "PNG", side: int = 8, colour: str = "teal") -> bytes:
    """A square photo."""
    made = BytesIO()
    Image.new("RGB", (side, side), colour).save(made, kind)
    return made.getvalue()


def scan() -> bytes:
    """A PDF of one page."""
    made, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(72, 72)
    writer.write(made)
    return made.getvalue()


def vast() -> bytes:
    """A small file of more pixels than anybody can look at."""
    made = BytesIO()
    Image.new("1", (11_000, 11_000)).save(made, "PNG")
    return made.getvalue()


PHOTO = image()
"""A photo."""
