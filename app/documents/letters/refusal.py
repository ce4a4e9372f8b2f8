"""不予受理通知书: not taken on, why, and where to turn."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import Fact, facts_grid
from app.documents.letters.parts import basis, opening, remedies
from app.documents.words import Words
from app.ports.documents import LetterForm, RefusalBody


def blocks(form: LetterForm, body: RefusalBody, words: Words, width: float) -> Iterator[Block]:
    """The decision with its reason and remedies."""
    texts = words.texts
    begins = texts(f"letter.refusal.{form.regime}.{body.ground}", item=form.item)
    decided = texts("letter.refusal.decided")
    law = basis(form, words, f"refuse.{body.ground}")
    yield opening(words, width, begins + law, bold=decided, after=texts("letter.stop"))
    yield facts_grid(_facts(form, body, words), words, width)


def _facts(form: LetterForm, body: RefusalBody, words: Words) -> list[list[Fact]]:
    facts: list[list[Fact]] = [[("letter.fact.reason", body.reason)]]
    if body.right_authority:
        facts.append([("letter.fact.right_authority", body.right_authority)])
    returned = words.sentences(body.returned)
    facts.append([("letter.fact.returned", returned or words.texts("paper.none"))])
    facts.append([("letter.fact.remedies", remedies(form, body.remedies, words))])
    return facts
