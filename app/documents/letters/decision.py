"""准予决定书 and 不予决定书: granted or denied, with reasons and, when denied, remedies (行政许可法 art. 38)."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import Fact, facts_grid
from app.documents.letters.parts import basis, last_day, opening, remedies
from app.documents.words import Words
from app.domain.document import DocumentKind
from app.ports.documents import DecisionBody, LetterForm


def blocks(form: LetterForm, body: DecisionBody, words: Words, width: float) -> Iterator[Block]:
    """The decision and what follows from it."""
    texts = words.texts
    begins = texts(f"letter.{form.kind}.opening.{form.regime}", item=form.item) + basis(
        form, words, form.kind
    )
    decided = texts(f"letter.{form.kind}.decided.{form.regime}")
    yield opening(words, width, begins, bold=decided, after=texts("letter.stop"))
    facts = _granted(body, words) if form.kind is DocumentKind.GRANT else _denied(form, body, words)
    yield facts_grid(facts, words, width)


def _granted(body: DecisionBody, words: Words) -> list[list[Fact]]:
    facts: list[list[Fact]] = [
        [
            ("letter.fact.decided_on", words.texts.date(body.decided_on)),
            ("letter.fact.deliver_by", last_day(body.deliver_by, words)),
        ],
        [("letter.fact.certificate", body.certificate or words.texts("paper.blank"))],
    ]
    return [*facts, [("letter.fact.explanation", body.reasons)]] if body.reasons else facts


def _denied(form: LetterForm, body: DecisionBody, words: Words) -> list[list[Fact]]:
    return [
        [("letter.fact.reason", body.reasons or words.texts("paper.blank"))],
        [
            ("letter.fact.decided_on", words.texts.date(body.decided_on)),
            ("letter.fact.deliver_by", last_day(body.deliver_by, words)),
        ],
        [("letter.fact.remedies", remedies(form, body.remedies, words))],
    ]
