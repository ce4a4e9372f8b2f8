"""Reading a PDF back: what it says, which fonts it carries, which rectangles it draws."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page without any white space: lines break where the columns want it."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    """The text of the whole file without any white space."""
    return "".join(page_texts(pdf))


def fonts(pdf: bytes) -> list[DictionaryObject]:
    """Every font in the file, used or not."""
    reader = PdfReader(BytesIO(pdf))
    found = (
        reader.get_object(number) for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1)
    )
    return [item for item in found if isinstance(item, DictionaryObject) and item.get("/Type") == "/Font"]


def rectangles(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, width and height of every rectangle on the first page, forms included."""
    page = PdfReader(BytesIO(pdf)).pages[0]
    return [
        tuple(float(value) for value in operands)
        for stream in _streams(page)
        for operands, operator in stream.operations
        if operator == b"re"
    ]


def _streams(page: PageObject) -> Iterator[ContentStream]:
    yield ContentStream(page.get_contents(), page.pdf)
    for item in page["/Resources"].get("/XObject", {}).values():
        form = item.get_object()
        assert isinstance(form, StreamObject)
        yield ContentStream(form, page.pdf)
