"""受理通知书: taken on, and by when it is decided."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import Fact, facts_grid
from app.documents.letters.parts import basis, last_day, opening
from app.documents.words import Words
from app.domain.catalogue import Regime
from app.ports.documents import AcceptanceBody, LetterForm


def blocks(form: LetterForm, body: AcceptanceBody, words: Words, width: float) -> Iterator[Block]:
    """The decision to accept, its clock, and what does not count."""
    texts = words.texts
    begins = texts(f"letter.acceptance.{_how(body)}", item=form.item, count=len(body.pledged))
    law = basis(form, words, "deem" if body.is_deemed else "accept")
    decided = texts("letter.acceptance.is_deemed" if body.is_deemed else "letter.acceptance.decided")
    yield opening(words, width, begins + law, bold=decided, after=texts("letter.stop"))
    yield facts_grid(_facts(form, body, words), words, width)


def _how(body: AcceptanceBody) -> str:
    if body.is_deemed:
        return "deemed"
    return "pledged" if body.pledged else "complete"


def _facts(form: LetterForm, body: AcceptanceBody, words: Words) -> list[list[Fact]]:
    facts: list[list[Fact]] = [
        [
            ("letter.fact.accepted_on", words.texts.date(body.accepted_on)),
            ("letter.fact.limit", words.limits(body.statutory_days, body.promised_days)),
        ],
        [
            ("letter.fact.promised_by", last_day(body.promised_by, words)),
            ("letter.fact.decide_by", last_day(body.decide_by, words)),
        ],
    ]
    if body.is_joint:
        facts.append([("letter.fact.joint", words.texts("letter.acceptance.joint"))])
    if body.pledged:
        facts.append([("letter.fact.pledged", words.sentences(body.pledged))])
    if form.regime is Regime.LICENCE:
        facts.append([("letter.fact.procedures", words.texts("letter.acceptance.procedures"))])
    return facts
