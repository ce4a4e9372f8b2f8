"""What must be right with a form before a page is made."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from app.documents.fonts import clean, font_of
from app.domain.errors import BadInput, Problem
from app.domain.message import Message
from app.ports.documents import Printed


def check(form: Printed) -> None:
    """Raise BadInput when the QR is not ASCII or a character has no font, naming each with the text it is in."""
    if not form.qr.isascii():
        raise BadInput("paper.error.qr_not_ascii")
    problems = tuple(_unprintable(form))
    if problems:
        raise BadInput("paper.error.unprintable", problems)


def _unprintable(form: Printed) -> Iterator[Problem]:
    for text in dict.fromkeys(_texts(form)):
        for character in dict.fromkeys(clean(text).replace("\n", "")):
            if font_of(character, bold=False) is None:
                code = f"U+{ord(character):04X}"
                yield Problem(text, Message("paper.error.no_glyph", {"character": character, "code": code}))


def _texts(value: object) -> Iterator[str]:
    """Every text in a form, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
