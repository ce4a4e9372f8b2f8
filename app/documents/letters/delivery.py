"""送达回证: what reached whom, when and how; it comes back signed and stays on file."""

from collections.abc import Iterator

from app.documents.blocks import Block
from app.documents.facts import facts_grid
from app.documents.letters.parts import opening, title
from app.documents.words import Words
from app.ports.documents import DeliveryBody, LetterForm


def blocks(form: LetterForm, body: DeliveryBody, words: Words, width: float) -> Iterator[Block]:
    """What was delivered, and room for what the receiver or the messenger has to add."""
    texts = words.texts
    yield opening(words, width, texts("letter.delivery.opening"))
    named = [
        texts("letter.delivery.document", title=title(kind, form.regime, texts), number=number)
        for kind, number in body.documents
    ]
    delivered = words.sentences([*named, *([body.certificate] if body.certificate else [])])
    yield facts_grid(
        [
            [("letter.fact.delivered", delivered or texts("paper.blank"))],
            [
                ("letter.fact.addressee", words.recorded(form.applicant)),
                ("letter.fact.way", texts("letter.delivery.way", way=body.way)),
            ],
            [
                ("letter.fact.receiver", words.recorded(body.received_by)),
                ("letter.fact.delivered_on", texts.date(body.delivered_on)),
            ],
            [("letter.fact.remark", texts("letter.delivery.remark"))],
        ],
        words,
        width,
    )
