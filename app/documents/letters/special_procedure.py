"""特殊程序期限告知书: a hearing, an inspection and the like, whose time does not count."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import facts_grid
from app.documents.letters.parts import basis, last_day, opening
from app.documents.words import Words
from app.ports.documents import LetterForm, SpecialProcedureBody


def blocks(form: LetterForm, body: SpecialProcedureBody, words: Words, width: float) -> Iterator[Block]:
    """Which procedure, from when to when, and that it stands outside the limit."""
    texts, days = words.texts, words.working_days(body.days)
    begins = texts("letter.special.opening", item=form.item, procedure=body.procedure)
    told = texts("letter.special.told", days=days)
    law = basis(form, words, "special")
    yield opening(words, width, begins + law, bold=told, after=texts("letter.stop"))
    yield facts_grid(
        [
            [
                ("letter.fact.procedure", texts("letter.special.named", procedure=body.procedure)),
                ("letter.fact.takes", days),
            ],
            [
                ("letter.fact.since", texts.date(body.since)),
                ("letter.fact.until", last_day(body.until, words)),
            ],
        ],
        words,
        width,
    )
