"""例外事项登记表: what could not be settled, who owns it, and what was done, with room for what is added by hand."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Block, Gap, Stack
from app.documents.facts import Fact, facts_grid
from app.documents.lines import Span
from app.documents.sheet import ONE, Face, render_sheet
from app.documents.signatures import signatures_on
from app.documents.styles import TABLE, TABLE_CENTRE
from app.documents.table import Column, table
from app.documents.words import Words
from app.domain.exception_category import called
from app.domain.message import Message
from app.ports.documents import ExceptionForm, RecordedStep, Rectifying
from app.ports.judged import judged_words
from app.ports.ledger_words import given_words
from app.texts import Texts

_BY_HAND = "\N{IDEOGRAPHIC SPACE}"
"""An empty cell as high as a line: what the record does not know yet is written in."""


def render_exception(form: ExceptionForm, texts: Texts) -> bytes:
    """Return the PDF of the record, in one copy."""
    words = Words(texts)
    face = Face(
        title=texts("record.title"),
        hall=form.hall,
        authority=texts("record.issuer"),
        number=form.number,
        middle=texts("record.state", state=texts(f"exception_state.{form.state}")),
        issued_at=form.issued_at,
        qr=form.qr,
        copies=ONE,
    )
    return render_sheet(face, texts, lambda width: _blocks(form, words, width))


def _blocks(form: ExceptionForm, words: Words, width: float) -> Iterator[Block]:
    yield facts_grid(
        [*_registered(form, words), *_handled(form, words), *_answered(form, words)], words, width
    )
    yield Gap(8)
    # Together, so that nobody signs a page that says nothing.
    yield Stack([table(_STEPS, form.steps, words, width), Gap(8), _signatures(form, words, width)])


def _registered(form: ExceptionForm, words: Words) -> list[list[Fact]]:
    """Who came with what."""
    texts = words.texts
    item = texts("record.item", item=form.item, code=form.item_code) if form.item else None
    return [
        [
            ("record.fact.channel", texts(f"channel.{form.channel}")),
            ("record.fact.registered", words.moment(form.registered_at)),
        ],
        [
            ("record.fact.person", form.person or texts("record.unnamed")),
            ("paper.slip.phone", words.recorded(form.phone)),
        ],
        [("paper.slip.item", words.recorded(item))],
        [
            (
                "record.fact.counter",
                words.counters((form.counter,)) if form.counter else words.recorded(None),
            ),
            (
                "record.fact.trips",
                texts("record.trips", count=form.trips) if form.trips else words.recorded(None),
            ),
        ],
        [
            ("record.fact.ticket", words.recorded(form.ticket_number)),
            ("record.fact.notice", words.recorded(form.notice_number)),
        ],
        [("record.fact.case", words.recorded(form.case_number))],
        [("record.fact.problem", form.summary)],
        [("record.fact.wish", words.recorded(form.wish))],
    ]


def _handled(form: ExceptionForm, words: Words) -> list[list[Fact]]:
    """What it is, whose it is, and by when."""
    texts = words.texts
    due = texts.date(form.due)
    return [
        [
            ("record.fact.category", called(form.category, form.category_name, texts)),
            ("record.fact.level", texts(f"exception_level.{form.level}")),
        ],
        [("record.fact.cause", form.cause or _BY_HAND)],
        [("record.fact.judgement", form.judgement or _BY_HAND)],
        [
            ("record.fact.department", form.department or texts("record.issuer")),
            ("record.fact.handler", form.handler or _BY_HAND),
        ],
        [
            ("record.fact.assigned", texts.date(form.assigned_on) if form.assigned_on else _BY_HAND),
            ("record.fact.due", texts("letter.provisional", day=due) if form.due_provisional else due),
        ],
        [("record.fact.extension", _extension(form, words) or _BY_HAND)],
        [("record.fact.parts", words.sentences(form.parts) or words.recorded(None))],
        [("record.fact.rung", texts(f"rung.{form.rung}"))],
    ]


def _answered(form: ExceptionForm, words: Words) -> list[list[Fact]]:
    """What was done about it, and what the person says to that."""
    follow_up = [form.follow_up] if form.follow_up else []
    if form.satisfied is not None:
        follow_up.insert(0, words.texts("record.satisfied" if form.satisfied else "record.not_satisfied"))
    return [
        [("record.fact.measures", words.sentences(form.measures) or _BY_HAND)],
        [("record.fact.basis", form.basis or _BY_HAND)],
        [("record.fact.answer", form.answer or _BY_HAND)],
        [("record.fact.follow_up", words.sentences(follow_up) or _BY_HAND)],
        [("record.fact.attachments", words.sentences(form.attachments) or words.recorded(None))],
        [("record.fact.group", form.group or _BY_HAND)],
        [("record.fact.rectification", _rectified(form.rectification, words))],
    ]


def _by(step: RecordedStep, words: Words) -> str:
    if step.by is None:
        return words.texts("exception.by_rule")
    return words.texts("record.by", name=step.by, number=step.staff_number)


def _rectified(planned: Rectifying | None, words: Words) -> str:
    """What is done about the cause, by whom and by when, and what shows that it was."""
    if planned is None:
        return _BY_HAND
    due = words.texts.date(planned.due)
    told = words.texts("record.rectification", measure=planned.measure, unit=planned.unit, due=due)
    proof = [words.texts("record.proof", proof=planned.proof)] if planned.proof else []
    return words.sentences([told, *proof])


def _said(step: RecordedStep, words: Words) -> str:
    fact = _fact(step)
    if fact is None:
        return step.text or _BY_HAND
    told = words.texts(fact)
    return words.texts("exceptions.story.with_fact", fact=told, text=step.text) if step.text else told


def _fact(step: RecordedStep) -> Message | None:
    """What a step settled, beside its words."""
    if step.given is not None:
        return given_words(step.given.department, step.given.handler, step.given.due)
    return judged_words(step.judged) if step.judged is not None else None


_STEPS: Sequence[Column[RecordedStep]] = (
    Column("record.column.at", 120, TABLE_CENTRE, lambda number, step, words: [Span(words.moment(step.at))]),
    Column(
        "record.column.step",
        60,
        TABLE_CENTRE,
        lambda number, step, words: [Span(words.texts(f"exception_action.{step.action}"))],
    ),
    Column(
        "record.column.by",
        80,
        TABLE_CENTRE,
        lambda number, step, words: [Span(_by(step, words))],
    ),
    Column("record.column.text", 250, TABLE, lambda number, step, words: [Span(_said(step, words))]),
)


def _extension(form: ExceptionForm, words: Words) -> str:
    if form.extended_to is None:
        return ""
    return words.texts("record.extended", day=words.texts.date(form.extended_to), reason=form.extension)


def _signatures(form: ExceptionForm, words: Words, width: float) -> Block:
    texts = words.texts
    authority, received = texts("record.issuer"), texts("record.confirmed")
    return signatures_on(form, words, width, authority=authority, received=received)
