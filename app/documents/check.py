"""What must be right with a form before a page is made."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from app.documents.fonts import clean, font_of
from app.domain.errors import BadInput, Problem
from app.domain.message import Message
from app.ports.documents import Printed


def check(form: Printed) -> None:
    """Raise BadInput when the QR is not ASCII or a character has no font, naming each with the text it is in."""
    if not form.qr.isascii():
        raise BadInput("paper.error.qr_not_ascii")
    must_be_printable(_texts(form))


def must_be_printable(texts: Iterable[str]) -> None:
    """Raise BadInput when a character has no font, naming each with the text it is in."""
    problems = tuple(_unprintable(texts))
    if problems:
        # Screens show one sentence, and may lack the character too: its code says which it is.
        named = dict.fromkeys("{character} {code}".format(**problem.what.params) for problem in problems)
        raise BadInput("paper.error.unprintable", problems, characters=", ".join(named))


def _unprintable(texts: Iterable[str]) -> Iterator[Problem]:
    for text in dict.fromkeys(texts):
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
