"""The one-time notification slip (一次性告知单), two copies in one PDF. Lengths are in points."""

from collections.abc import Iterator

from app.documents import slip_facts, slip_table
from app.documents.blocks import Block, Gap, Stack
from app.documents.sheet import Face, render_sheet
from app.documents.signatures import Signatures
from app.documents.words import Words
from app.ports.documents import SlipForm
from app.texts import Texts


def render_slip(form: SlipForm, texts: Texts) -> bytes:
    """Return the PDF of a slip: all pages of the copy for the file, then those of the applicant's."""
    words = Words(texts)
    ticket = texts("paper.slip.ticket", number=form.ticket_number) if form.ticket_number else ""
    counter = words.counters([form.counter]) if form.counter else ""
    face = Face(
        title=texts("paper.slip.title"),
        kind=texts(f"paper.slip.kind.{form.kind}"),
        hall=form.hall,
        authority=form.authority,
        number=form.number,
        middle="  ".join(filter(None, (ticket, counter))),
        issued_at=form.issued_at,
        qr=form.qr,
        sheet=form.sheet,
    )
    return render_sheet(face, texts, lambda width: _blocks(form, words, width))


def _blocks(form: SlipForm, words: Words, width: float) -> Iterator[Block]:
    yield slip_facts.about(form, words, width)
    yield slip_table.told(form, words, width)
    if form.materials:
        yield slip_table.materials(form, words, width)
    yield from slip_table.remarks(form, words, width)
    yield Gap(8)
    yield slip_facts.onwards(form, words, width)
    # Together, so that nobody signs a page that says nothing.
    yield Stack([slip_facts.contacts(form, words, width), Gap(8), _signatures(form, words, width)])


def _signatures(form: SlipForm, words: Words, width: float) -> Signatures:
    texts = words.texts
    return Signatures(
        told=(
            texts("paper.slip.told_by", name=form.told_by),
            texts("paper.slip.staff_number", number=form.staff_number),
        ),
        authority=form.authority,
        day=form.issued_at.date(),
        received=texts("paper.slip.acknowledged"),
        words=words,
        width=width,
    )
