"""办件终止告知书: what was to follow did not come in time, so the case ends, and what the applicant can do."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import Fact, facts_grid
from app.documents.letters.parts import last_day, opening, remedies
from app.documents.words import Words
from app.ports.documents import EndingBody, LetterForm


def blocks(form: LetterForm, body: EndingBody, words: Words, width: float) -> Iterator[Block]:
    """That it ended, on what that rests, and what did not come by when."""
    texts = words.texts
    why = "pledge" if body.was_pledged else "supplement"
    begins = texts(f"letter.ending.{why}", item=form.item, day=last_day(body.due, words)) + _basis(
        form, body, words
    )
    yield opening(
        words, width, begins, bold=texts("letter.ending.decided"), after=texts("letter.ending.then")
    )
    yield facts_grid(_facts(form, body, words), words, width)


def _basis(form: LetterForm, body: EndingBody, words: Words) -> str:
    """What was pledged, or the item's own laws or guide: no article of the licensing law speaks of it."""
    texts = words.texts
    if form.own_basis:
        return texts("letter.basis.law", law=form.own_basis)
    if body.was_pledged:
        return texts("letter.ending.by_pledge")
    laws = words.listed(texts("paper.slip.law", name=law) for law in form.legal_basis)
    return texts("letter.basis.law", law=laws) if laws else texts("letter.basis.guide")


def _facts(form: LetterForm, body: EndingBody, words: Words) -> list[list[Fact]]:
    texts = words.texts
    owed = words.sentences(body.materials)
    facts: list[list[Fact]] = [
        [
            ("letter.fact.ended_on", texts.date(body.ended_on)),
            ("letter.fact.owed_by", last_day(body.due, words)),
        ],
        [("letter.fact.not_come", owed or words.recorded(None))],
    ]
    if body.reason:
        facts.append([("letter.fact.reason", body.reason)])
    if body.was_accepted:
        facts.append([("letter.fact.then_void", texts("letter.ending.void"))])
    return [*facts, [("letter.fact.remedies", remedies(form, body.remedies, words))]]
