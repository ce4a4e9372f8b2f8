"""政务服务催办单: what was found, the rule, by when, and room for the department to say what it did."""

from collections.abc import Iterator

from app.documents.blocks import Block, Gap, Stack
from app.documents.facts import Fact, facts_grid
from app.documents.letters.parts import last_day, opening
from app.documents.sheet import OFFICE_AND_DEPARTMENT, Face, render_sheet
from app.documents.signatures import signatures_on
from app.documents.words import Words
from app.ports.documents import ReminderAbout, ReminderForm
from app.texts import Texts

_BY_HAND = "\n\n\n\n\n"
"""As high as what a person writes in."""


def render_reminder(form: ReminderForm, texts: Texts) -> bytes:
    """Return the PDF of the reminder, in two copies."""
    words = Words(texts)
    face = Face(
        title=texts("reminder.title"),
        hall=form.hall,
        authority=texts("reminder.issuer"),
        number=form.number,
        issued_at=form.issued_at,
        qr=form.qr,
        copies=OFFICE_AND_DEPARTMENT,
    )
    return render_sheet(face, texts, lambda width: _blocks(form, words, width))


def _blocks(form: ReminderForm, words: Words, width: float) -> Iterator[Block]:
    texts = words.texts
    by = texts("reminder.by", day=texts.date(form.put_right_by))
    told = opening(
        words,
        width,
        texts("reminder.department", department=form.department),
        texts("reminder.opening"),
        bold=by,
        after=texts("reminder.then"),
    )
    yield told
    yield facts_grid(_found(form, words), words, width)
    yield Gap(8)
    # Together, so that nobody signs a page that says nothing.
    answered = facts_grid([[("reminder.fact.answer", _BY_HAND)]], words, width)
    yield Stack([answered, Gap(8), _signatures(form, words, width)])


def _found(form: ReminderForm, words: Words) -> list[list[Fact]]:
    return [
        *(_about(form.about, words) if form.about else []),
        [("reminder.fact.finding", form.finding)],
        [("reminder.fact.rule", form.rule)],
        [
            ("reminder.fact.put_right_by", words.texts.date(form.put_right_by)),
            ("reminder.fact.phone", words.recorded(form.phone)),
        ],
    ]


def _about(about: ReminderAbout, words: Words) -> list[list[Fact]]:
    number: Fact = (f"reminder.fact.{about.kind}", about.number)
    due: Fact = ("reminder.fact.due", last_day(about.due, words))
    item: list[list[Fact]] = [[("paper.slip.item", about.item)]] if about.item else []
    return [[number, due], *item]


def _signatures(form: ReminderForm, words: Words, width: float) -> Block:
    texts = words.texts
    authority, received = texts("reminder.issuer"), texts("reminder.received")
    return signatures_on(form, words, width, authority=authority, received=received)
