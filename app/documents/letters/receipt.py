"""申请材料接受凭证: what came, ticked on the list of what is asked for."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Block
from app.documents.facts import paragraphs
from app.documents.letters.parts import last_day, opening
from app.documents.lines import Span
from app.documents.styles import BODY, TABLE, TABLE_CENTRE
from app.documents.table import Column, table
from app.documents.words import Words
from app.domain.catalogue import Regime
from app.ports.documents import LetterForm, ReceiptBody, ReceivedPaper


def blocks(form: LetterForm, body: ReceiptBody, words: Words, width: float) -> Iterator[Block]:
    """The list with its total, and by when the applicant hears."""
    yield opening(words, width, *_opening(body, words))
    yield table(_COLUMNS, body.papers, words, width)
    yield paragraphs([[Span(_total(body, words), bold=True)], [Span(_then(form, body, words))]], BODY, width)


def _opening(body: ReceiptBody, words: Words) -> Sequence[str]:
    texts = words.texts
    came = texts("letter.receipt.opening", count=_count(body))
    return [came, texts("letter.receipt.replaces", number=body.replaces)] if body.replaces else [came]


def _count(body: ReceiptBody) -> int:
    return sum(paper.handed_in for paper in body.papers)


def _total(body: ReceiptBody, words: Words) -> str:
    """Materials, and copies where every one was counted."""
    copies = [paper.copies for paper in body.papers if paper.handed_in]
    if None in copies:
        return words.texts("letter.receipt.total", count=_count(body))
    total = sum(copy or 0 for copy in copies)
    return words.texts("letter.receipt.total_copies", count=_count(body), copies=total)


def _then(form: LetterForm, body: ReceiptBody, words: Words) -> str:
    if form.regime is Regime.LICENCE and body.tell_by:
        return words.texts("letter.receipt.then_licence", day=last_day(body.tell_by, words))
    return words.texts("letter.receipt.then_other")


def _tick(number: int, paper: ReceivedPaper, words: Words) -> list[Span]:
    return [Span(words.texts("letter.tick"), bold=True)] if paper.handed_in else []


def _due(number: int, paper: ReceivedPaper, words: Words) -> list[Span]:
    return [Span(words.texts("paper.blank") if paper.copies_due is None else str(paper.copies_due))]


def _copies(number: int, paper: ReceivedPaper, words: Words) -> list[Span]:
    if not paper.handed_in:
        return []
    return [Span(words.texts("paper.blank") if paper.copies is None else str(paper.copies))]


def _medium(number: int, paper: ReceivedPaper, words: Words) -> list[Span]:
    if not paper.handed_in:
        return []
    return [Span(words.texts(f"paper.medium.{paper.medium}") if paper.medium else words.texts("paper.blank"))]


def _note(number: int, paper: ReceivedPaper, words: Words) -> list[Span]:
    if not paper.handed_in or paper.kept:
        return []
    return [Span(words.texts("letter.receipt.given_back"))]


_HEAD = "letter.column."
_COLUMNS: Sequence[Column[ReceivedPaper]] = (
    Column(_HEAD + "number", 26, TABLE_CENTRE, lambda number, paper, words: [Span(str(number))]),
    Column(_HEAD + "material", 220, TABLE, lambda number, paper, words: [Span(paper.name)]),
    Column(_HEAD + "received", 34, TABLE_CENTRE, _tick),
    Column(_HEAD + "due", 38, TABLE_CENTRE, _due),
    Column(_HEAD + "copies", 38, TABLE_CENTRE, _copies),
    Column(_HEAD + "medium", 44, TABLE_CENTRE, _medium),
    Column(_HEAD + "note", 110, TABLE, _note),
)
