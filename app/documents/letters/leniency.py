"""容缺受理承诺书: the notice and the applicant's pledge on one sheet."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Block
from app.documents.facts import paragraphs
from app.documents.letters.parts import last_day, opening
from app.documents.lines import Span
from app.documents.styles import LETTER, TABLE, TABLE_CENTRE
from app.documents.table import Column, table
from app.documents.words import Words
from app.ports.documents import LeniencyBody, LetterForm

_HEAD = "letter.column."


def blocks(form: LetterForm, body: LeniencyBody, words: Words, width: float) -> Iterator[Block]:
    """What follows later and by when, what happens if it does not, and the pledge."""
    texts, day = words.texts, last_day(body.due, words)
    yield opening(words, width, texts("letter.leniency.opening", count=len(body.materials), day=day))
    yield table(_columns(body, day), body.materials, words, width)
    consequence = [
        Span(texts("letter.leniency.otherwise_label"), bold=True),
        Span(texts("letter.leniency.otherwise")),
    ]
    pledge = [
        Span(texts("letter.leniency.pledge_label"), bold=True),
        Span(texts("letter.leniency.pledge", day=day)),
    ]
    yield paragraphs([consequence, pledge], LETTER, width, 7)


def _columns(body: LeniencyBody, day: str) -> Sequence[Column[str]]:
    return (
        Column(_HEAD + "number", 26, TABLE_CENTRE, lambda number, name, words: [Span(str(number))]),
        Column(_HEAD + "material", 250, TABLE, lambda number, name, words: [Span(name)]),
        Column(
            _HEAD + "supplement_form",
            130,
            TABLE,
            lambda number, name, words: [Span(body.form or words.in_guide(None))],
        ),
        Column(_HEAD + "supplement_by", 104, TABLE_CENTRE, lambda number, name, words: [Span(day)]),
    )
