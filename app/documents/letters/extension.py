"""延长办理期限通知书: more time, why, and until when."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import facts_grid
from app.documents.letters.parts import basis, last_day, opening
from app.documents.words import Words
from app.ports.documents import ExtensionBody, LetterForm


def blocks(form: LetterForm, body: ExtensionBody, words: Words, width: float) -> Iterator[Block]:
    """The new last day beside the old one, with the reason and who approved it."""
    texts = words.texts
    begins = texts("letter.extension.opening", item=form.item) + basis(form, words, "extend")
    decided = texts("letter.extension.decided", days=words.working_days(body.days))
    yield opening(words, width, begins, bold=decided, after=texts("letter.stop"))
    yield facts_grid(
        [
            [("letter.fact.extension_reason", body.reason)],
            [
                ("letter.fact.approved_by", body.approved_by),
                ("letter.fact.extended_by", words.working_days(body.days)),
            ],
            [
                ("letter.fact.due_before", last_day(body.due_before, words)),
                ("letter.fact.due", last_day(body.due, words)),
            ],
        ],
        words,
        width,
    )
